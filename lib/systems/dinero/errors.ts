import type { FieldProblem, Problem, ProblemCode } from '../../domain/problem.ts';
import { quoteOf } from '../http/answer.ts';
import {
  codeOfStatus,
  distinct,
  entriesOf,
  type ReadErrorResponse,
  textsIn,
} from '../http/error-response.ts';

/** Our names of Dinero's fields, which are in lower case here. */
const FIELDS: Record<string, string> = {
  name: 'name',
  isperson: 'isPerson',
  vatnumber: 'vatNumber',
  street: 'street',
  zipcode: 'zipCode',
  city: 'city',
  countrykey: 'countryCode',
  email: 'email',
  phone: 'phone',
  webpage: 'website',
  contactguid: 'guid',
  externalreference: 'externalReference',
};

/** Our name of a field. `model.VatNumber` counts as `VatNumber`; an unknown field keeps Dinero's name. */
function fieldName(written: string): string {
  const last = written.split('.').at(-1)?.toLowerCase() ?? '';
  return Object.hasOwn(FIELDS, last) ? FIELDS[last]! : written;
}

/** Turns Dinero's error response into a problem. Any part of the body may be missing, null or of another type. */
export const dineroProblem: ReadErrorResponse = ({ status, data, text }): Problem => {
  const body = new Map(entriesOf(data).map(([key, value]) => [key.toLowerCase(), value]));
  const listed = listOf(body.get('errormessagelist'), 'code', 'message');
  const fields = fieldsOf(body);
  const code = codeOf(status, numberIn(body.get('code')), listed, fields);
  return { system: 'dinero', code, status, quote: quote(body, listed, fields) ?? quoteOf(text), fields };
};

function codeOf(
  status: number,
  code: number | undefined,
  listed: FieldProblem[],
  fields: FieldProblem[],
): ProblemCode {
  if (status === 401) return 'wrong-credentials';
  if (code === 48 || code === 90) return 'no-subscription';
  if (code === 40 || code === 404) return 'gone';
  const words = [...listed, ...fields].flatMap(({ field, message }) => [field, message]);
  if (words.some((word) => /\bguidMustBeUnique\b/i.test(word))) return 'guid-taken';
  return codeOfStatus(status);
}

/** A numeric code, also when sent as text. */
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' || typeof value === 'string' ? Number(value) : undefined;

function fieldsOf(body: Map<string, unknown>): FieldProblem[] {
  const validated = entriesOf(body.get('validationerrors')).flatMap(([key, value]) =>
    textsIn(value).map((message) => ({ field: key, message })),
  );
  const worded = listOf(body.get('languagespecificmessages'), 'property', 'message');
  return distinct(
    [...validated, ...worded]
      .filter(({ field }) => field !== '')
      .map(({ field, message }) => ({ field: fieldName(field), message })),
  );
}

/** The most specific words: those of the fields, else a listed message, else the general one. */
function quote(
  body: Map<string, unknown>,
  listed: FieldProblem[],
  fields: FieldProblem[],
): string | undefined {
  const messages = new Set((fields.length > 0 ? fields : listed).map(({ message }) => message.trim()));
  messages.delete('');
  return messages.size > 0 ? [...messages].join(' ') : textsIn(body.get('message'))[0];
}

/** Reads a list of `{ key, message }` objects in either case, ignoring other entries. */
function listOf(value: unknown, keyName: string, messageName: string): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const parts = new Map(entriesOf(entry).map(([key, part]) => [key.toLowerCase(), part]));
    const [field = ''] = textsIn(parts.get(keyName));
    const [message = ''] = textsIn(parts.get(messageName));
    return field === '' && message === '' ? [] : [{ field, message }];
  });
}
