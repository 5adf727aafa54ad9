/** Builders of invented customers. */
import { type CustomerMatch, type MatchInput, matchCustomers } from '../../../lib/match/index.ts';

let next = 0;
/** A customer with this name and a unique id. */
export const customer = (name: string, extra: Partial<MatchInput> = {}): MatchInput => ({
  id: `c${next++}`,
  name,
  ...extra,
});

/** Unrelated companies, so that a test's customers are not alone in the list. */
export const others = (): MatchInput[] =>
  [
    'Fjordbakke Tømrer ApS',
    'Ankermølle Catering A/S',
    'Solrisvang Bogholderi ApS',
    'Tranekilde Transport A/S',
    'Birthe Lindehøj',
    'Malerfirmaet Hvidtjørn ApS',
    'Granvig Udlejning ApS',
    'Klitrose Design I/S',
    'Vestermølle Auto ApS',
    'Ole Strandager',
  ].map((name) => customer(name));

/** Matches a customer against the named and unrelated targets; returns the targets' names. */
export function matchOne(
  source: MatchInput | string,
  targets: (MatchInput | string)[],
): { verdict: CustomerMatch['verdict']; names: string[]; reasons: string[][]; scores: number[] } {
  const s = typeof source === 'string' ? customer(source) : source;
  const list = [...targets.map((t) => (typeof t === 'string' ? customer(t) : t)), ...others()];
  const [match] = matchCustomers([s], list);
  const names = new Map(list.map((t) => [t.id, t.name]));
  return {
    verdict: match!.verdict,
    names: match!.candidates.map((c) => names.get(c.id)!),
    reasons: match!.candidates.map((c) => c.reasons),
    scores: match!.candidates.map((c) => c.score),
  };
}
