import { type Answer, json } from './http.ts';

/** What is wrong, by field, in Dinero's own words. */
export type FieldErrors = Record<string, string>;

export interface RuleBroken {
  Code: string;
  Message: string;
}

/** 400 with code 42: fields, general rules, or both. */
export const invalid = (fields: FieldErrors, rules?: RuleBroken[]): Answer =>
  json(400, {
    code: 42,
    message: 'Validation Error',
    validationErrors: Object.keys(fields).length > 0 ? fields : null,
    languageSpecificMessages: Object.entries(fields).map(([property, message]) => ({ property, message })),
    errorMessageList: rules ?? null,
  });

export const contactNotFound = (): Answer => json(404, { code: 40, message: 'The contact was not found.' });
