import type { FieldProblem, Problem } from '../domain/problem.ts';
import type { da } from './problems.ts';

export interface Explanation {
  /** What happened, as a sentence without a full stop. */
  what: string;
  /** What to do next. */
  todo: string;
  /** The other system's own words, with its name. */
  quote?: string;
}

/** The same in every language. */
export const SYSTEM_NAMES = { dinero: 'Dinero', effihub: 'Effihub', kundebro: 'Kundebro' };

/** Puts a problem into one language's words. A problem without words of its own quotes the other system. */
export function explain(problem: Problem | undefined, { problems }: { problems: typeof da }): Explanation {
  const table: Record<string, [string, string] | undefined> = problems.table;
  const [what, todo] =
    keysOf(problem)
      .map((key) => table[key])
      .find((words) => words !== undefined) ?? problems.table.unexpected;
  const system = SYSTEM_NAMES[problem?.system ?? 'kundebro'];
  const fill = (text: string) =>
    text
      .replaceAll('{system}', () => system)
      .replaceAll('{source}', () => SYSTEM_NAMES[problem?.system === 'effihub' ? 'dinero' : 'effihub'])
      .replaceAll('{host}', () => problem?.host ?? system)
      .replaceAll('{who}', () => problem?.linkedTo ?? problems.somebody);
  const words = quoteOf(problem);
  return { what: fill(what), todo: fill(todo), quote: words ? problems.says(system, words) : undefined };
}

/** The table's keys that fit, most specific first. */
export function keysOf(problem: Problem | undefined): string[] {
  if (!problem) return [];
  const { system, code, status, linkedTo, quote, host, fields = [] } = problem;
  const details = [
    ...fields.map(kindOf),
    ...(linkedTo ? ['named'] : []),
    ...(host ? ['host'] : []),
    // The browser's error name, or our reason why a file cannot be restored.
    ...((code === 'database' || code === 'backup') && quote ? [quote] : []),
    ...(status ? [String(status)] : []),
    ...(status && status >= 500 ? ['5xx'] : []),
    ...(quoteOf(problem) === undefined ? ['wordless'] : []),
  ];
  return [
    ...details.map((detail) => `${system}/${code}/${detail}`),
    // A general line about the field says more than the system's line without it.
    ...details.map((detail) => `${code}/${detail}`),
    `${system}/${code}`,
    code,
  ];
}

/** The field; for e-mail and CVR number also what is wrong, as far as the system's words tell. */
function kindOf({ field, message }: FieldProblem): string {
  if (field === 'email' && /brug|allerede|already|taken|exist|use\b|used/i.test(message))
    return 'email-in-use';
  if (
    field === 'vatNumber' &&
    /findes ikke|ikke fundet|not found|does not exist|unknown|regist/i.test(message)
  )
    return 'vatNumber-unknown';
  if (field === 'street' || field === 'zipCode' || field === 'city') return 'address';
  return field;
}

/** The system's own words, including those about fields. */
function quoteOf(problem: Problem | undefined): string | undefined {
  if (!problem || problem.system === 'kundebro') return undefined;
  const quote = problem.quote?.trim();
  // A bare code, such as an OAuth error, means nothing to a reader.
  if (quote) return /^[a-z]+(_[a-z]+)+$/.test(quote) ? undefined : quote;
  const messages = (problem.fields ?? []).map(({ message }) => message.trim()).filter(Boolean);
  return [...new Set(messages)].join(' ') || undefined;
}
