import type { FieldProblem, Problem, ProblemCode } from '../../domain/problem.ts';
import { hide, plainText, shortened } from './text.ts';

/**
 * Turns a response with status 400 or above into a problem. `data` is the parsed body, undefined when it is not JSON.
 */
export type ReadErrorResponse = (answer: { status: number; data: unknown; text: string }) => Problem;

const MOST_FIELDS = 20;

/** What a status means when the body says nothing more specific. */
export function codeOfStatus(status: number): ProblemCode {
  if (status === 401) return 'wrong-credentials';
  if (status === 403) return 'forbidden';
  if (status === 404 || status === 410) return 'gone';
  if (status === 429) return 'rate-limited';
  // 480 is Dinero's "brownout": a deprecated endpoint refuses requests at random.
  if (status === 408 || status === 480 || status >= 500) return 'unreachable';
  return 'refused';
}

/** The problem as it may be shown, stored and logged: short plain texts without secrets. */
export function sanitized(problem: Problem, secrets: readonly string[]): Problem {
  // Secrets are hidden again after removing markup, which may join two halves of one; texts are cut last, since half
  // a secret would not be found.
  const clean = (text: string | undefined, length?: number) => {
    const plain = text === undefined ? undefined : plainText(hide(text, secrets), Infinity);
    return plain === undefined ? undefined : shortened(hide(plain, secrets), length);
  };
  const fields = problem.fields?.slice(0, MOST_FIELDS).map(({ field, message }): FieldProblem => {
    return { field: clean(field, 60) ?? '?', message: clean(message) ?? '' };
  });
  const quote = clean(problem.quote);
  const linkedTo = clean(problem.linkedTo);
  return {
    system: problem.system,
    code: problem.code,
    ...(problem.status !== undefined && { status: problem.status }),
    ...(quote !== undefined && { quote }),
    ...(fields?.length && { fields }),
    ...(linkedTo !== undefined && { linkedTo }),
    ...(problem.host !== undefined && { host: problem.host }),
  };
}

/** The texts in a value that may be a string or a list of strings, as in error bodies. */
export function textsIn(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((text): text is string => typeof text === 'string' && text.trim() !== '');
}

/** The entries of an object; none for anything else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Removes duplicates. */
export function distinct(fields: FieldProblem[]): FieldProblem[] {
  return [...new Map(fields.map((entry) => [`${entry.field}\n${entry.message}`, entry])).values()];
}
