import * as v from 'valibot';
import { ProblemError, type System } from '../../domain/problem.ts';
import { singleSpaced } from '../../domain/text.ts';

/** Building blocks for answers: missing and null are accepted, a wrong type is not. */

/** Trimmed; `undefined` when empty. */
export const text = v.pipe(
  v.nullish(v.string()),
  v.transform((value) => value?.trim() || undefined),
);

/** `''` when there is none. */
export const name = v.pipe(v.nullish(v.string(), ''), v.transform(singleSpaced));

export const flag = v.pipe(
  v.nullish(v.boolean()),
  v.transform((value) => value ?? undefined),
);

/** Two upper-case letters; anything else counts as missing. */
export const country = v.pipe(
  v.nullish(v.string()),
  v.transform((value) => {
    const key = value?.trim().toUpperCase();
    return key && /^[A-Z]{2}$/.test(key) ? key : undefined;
  }),
);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(UUID));

export const optionalGuid = v.pipe(
  text,
  v.transform((value) => value?.toLowerCase()),
  v.optional(v.pipe(v.string(), v.regex(UUID))),
);

/** ISO 8601 in UTC. A time without a zone is UTC; anything else counts as missing. */
export const time = v.pipe(
  v.nullish(v.string()),
  v.transform((value) => {
    if (!value) return undefined;
    const zoned = /(z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes('T') ? value : `${value}Z`;
    const ms = Date.parse(zoned);
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
  }),
);

/**
 * Checks that an answer is about what was asked for.
 * @throws ProblemError `garbled`, naming the field
 */
export function expectSame(system: System, field: string, asked: string, answered: string | undefined): void {
  if (asked !== answered)
    throw new ProblemError({ system, code: 'garbled', fields: [{ field, message: '' }] });
}

/**
 * Validates an answer.
 * @throws ProblemError `garbled`, naming the first invalid field but none of the data
 */
export function checked<Output>(
  system: System,
  schema: v.GenericSchema<unknown, Output>,
  answer: { status: number; data: unknown },
): Output {
  const result = v.safeParse(schema, answer.data, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  // Not a quote: these are not the system's words.
  const field = (v.getDotPath(issue) ?? 'answer').slice(0, 300);
  throw new ProblemError({
    system,
    code: 'garbled',
    status: answer.status,
    fields: [{ field, message: '' }],
  });
}

/** Leaves empty values out: a body is compared and stored as JSON. */
export function withoutEmpty<T extends object>(body: T): T {
  return Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  ) as T;
}
