import type { FieldProblem, Problem } from '../domain/problem.ts';
import type { da } from './problems.ts';

export interface Explanation {
  /** What happened, a sentence without a full stop. */
  what: string;
  /** What to do next. */
  todo: string;
  /** The other system's own words, with who says them. */
  quote?: string;
}

/** As the user knows them, in every language. */
export const SYSTEM_NAMES = { dinero: 'Dinero', effihub: 'Effihub', kundebro: 'Kundebro' };

/** One language's words for a problem. A kind without words of its own quotes the other system. */
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

/** The table's keys that fit, the most particular first. */
export function keysOf(problem: Problem | undefined): string[] {
  if (!problem) return [];
  const { system, code, status, linkedTo, quote, host, fields = [] } = problem;
  const details = [
    ...fields.map(kindOf),
    ...(linkedTo ? ['named'] : []),
    ...(host ? ['host'] : []),
    // The browser's own name for what it refused, and ours for what is wrong with a file.
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

/** A field, and with e-mail and CVR number what is wrong with it, as far as the system's words tell. */
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

/** The system's own words; its words about fields are part of a quote where there is one. */
function quoteOf(problem: Problem | undefined): string | undefined {
  if (!problem || problem.system === 'kundebro') return undefined;
  const said = problem.quote?.trim();
  // A bare code, such as an OAuth error, says nothing to a reader.
  if (said) return /^[a-z]+(_[a-z]+)+$/.test(said) ? undefined : said;
  const messages = (problem.fields ?? []).map(({ message }) => message.trim()).filter(Boolean);
  return [...new Set(messages)].join(' ') || undefined;
}
