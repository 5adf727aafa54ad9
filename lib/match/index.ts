/** Which customer of one list is which of the other. Pure and synchronous; the order of the lists does not matter. */
import { DECISION } from './costs.ts';
import { indexTargets } from './index-tokens.ts';
import { compareNames, type NameScore } from './name-score.ts';
import { type PairScore, scorePair } from './score.ts';
import type { CustomerMatch, MatchInput } from './types.ts';
import { byNet, chance, claimants, type Pair, verdictOf, weighClaims } from './verdict.ts';
import { type Entry, newVocabulary, readEntry, wordWeights } from './vocabulary.ts';
import { wordComparer } from './word-compare.ts';

export type { CustomerMatch, MatchCandidate, MatchInput, MatchReason } from './types.ts';

/** From this score on a candidate is plausibly the same customer. */
export const LIKELY_SCORE = DECISION.likely;

/** So many targets are compared word by word with a source; so many remain; so many are shown. */
const COMPARED = 24;
const KEPT = 8;
const SHOWN = 5;

type Compare = (a: Entry, b: Entry) => { name: NameScore; score: PairScore };

/**
 * Finds for every source customer the target customers that may be the same.
 * @returns one entry per source customer, in the same order
 */
export function matchCustomers(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): CustomerMatch[] {
  const steps = matchInSteps(source, target);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in small steps, for a thread that has other things to do in between.
 * @returns a generator that yields how much is done (0..1, growing) every few milliseconds and returns the answer
 */
export function* matchInSteps(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): Generator<number, CustomerMatch[], void> {
  const vocabulary = newVocabulary();
  const sourceOrder = ownOrder(source);
  const targetOrder = ownOrder(target);
  const sources = sourceOrder.map((i) => readEntry(vocabulary, source[i]!));
  const targets = targetOrder.map((i) => readEntry(vocabulary, target[i]!));
  const weights = wordWeights(vocabulary, source.length + target.length);
  const index = indexTargets(vocabulary, weights, targets);
  const comparison = { vocabulary, weights, compare: wordComparer(vocabulary) };
  const compare: Compare = (a, b) => {
    const name = compareNames(a, b, comparison);
    return { name, score: scorePair(name, a.details, b.details, targets.length) };
  };

  const rows: Pair[][] = [];
  for (const s of sources) {
    if (rows.length % 32 === 0) yield rows.length / sources.length;
    rows.push(pairsOf(s, index.candidates(s, COMPARED), targets, compare));
  }
  weighClaims(rows, targets.length);
  for (const row of rows) row.sort(byNet);
  const claimant = claimants(rows);

  const answers: CustomerMatch[] = new Array(source.length);
  rows.forEach((row, r) => {
    const free = row.filter((p) => (claimant.get(p.target) ?? r) === r);
    const same = sameCustomer(row, free, targets, compare);
    const ordered = same.length ? [...same, ...row.filter((p) => !same.includes(p))] : row;
    answers[sourceOrder[r]!] = {
      id: source[sourceOrder[r]!]!.id,
      verdict: verdictOf(ordered, same.length),
      candidates: ordered.slice(0, SHOWN).map((p, k) => ({
        id: target[targetOrder[p.target]!]!.id,
        score: chance(p.net / 2),
        reasons: k < same.length ? [...p.reasons, 'duplicate'] : p.reasons,
      })),
    };
  });
  return answers;
}

/** The customers' own order, the same however the list was sorted. */
function ownOrder(inputs: readonly MatchInput[]): number[] {
  const ids = inputs.map((c) => `${c.id}\u0000${c.name}`);
  const rest = (c: MatchInput) => JSON.stringify([c.vatNumber, c.email, c.phone, c.zipCode, c.street]);
  return inputs
    .map((_, i) => i)
    .sort((a, b) => {
      if (ids[a] !== ids[b]) return ids[a]! < ids[b]! ? -1 : 1;
      const x = rest(inputs[a]!);
      const y = rest(inputs[b]!);
      return x < y ? -1 : x > y ? 1 : a - b;
    });
}

/** Compares a source with its candidates; keeps the best. */
function pairsOf(s: Entry, candidates: number[], targets: Entry[], compare: Compare): Pair[] {
  const row: Pair[] = [];
  for (const t of candidates) {
    const { score } = compare(s, targets[t]!);
    if (score.nats > DECISION.shown) row.push({ ...score, target: t, net: score.nats });
  }
  row.sort(byNet);
  if (row.length > KEPT) row.length = KEPT;
  return row;
}

/**
 * The best candidate and those that are the same customer standing in the target list again.
 * @param free the candidates that no other source customer has a better claim on
 * @returns none when it stands there once
 */
function sameCustomer(row: Pair[], free: Pair[], targets: Entry[], compare: Compare): Pair[] {
  const best = row[0];
  if (!best || best.net < -1) return [];
  const again = free.filter((p) => {
    if (p === best || p.nats < -1) return false;
    const { name, score } = compare(targets[best.target]!, targets[p.target]!);
    return (
      !score.reasons.includes('vat-differs') &&
      name.complete &&
      name.cost <= DECISION.duplicateCost &&
      score.nats > 0
    );
  });
  return again.length ? [best, ...again] : [];
}
