/** Which customer of one list is which of the other. Pure and synchronous; the order of the lists does not matter. */

import { CandidateFinder, type Candidates, MARGIN } from './candidates.ts';
import { byNet, claimants, type Pair, weighClaims } from './claims.ts';
import { DECISION } from './costs.ts';
import { duplicateFinder, pairTwins, standingTwice } from './duplicates.ts';
import { compareNames, type NameScore } from './name-score.ts';
import { ownOrder } from './own-order.ts';
import { type PairScore, scorePair } from './score.ts';
import { areFarApart } from './similarity.ts';
import { eachOf, finish, type Steps, within } from './steps.ts';
import { indexTargets } from './target-index.ts';
import { targetWords } from './target-words.ts';
import type { CustomerMatch, MatchInput } from './types.ts';
import { chance, verdictOf } from './verdict.ts';
import { type Entry, newVocabulary, readEntry, type Vocabulary, wordWeights } from './vocabulary.ts';
import { wordComparer } from './word-compare.ts';

export type { CustomerMatch, MatchCandidate, MatchInput, MatchReason } from './types.ts';

/** From this score on a candidate is plausibly the same customer. */
export const LIKELY_SCORE = DECISION.likely;

/** So many targets are compared word by word with a source; so many remain; so many are shown. */
const COMPARED = 24;
const KEPT = 8;
const SHOWN = 5;
/** Beyond those that may be shown, only targets so close to the best one, in nats, are compared. */
const CLOSE = 5;

type Compare = (a: Entry, b: Entry) => { name: NameScore; score: PairScore };

/**
 * Finds for every source customer the target customers that may be the same.
 * @returns one entry per source customer, in the same order
 */
export function matchCustomers(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): CustomerMatch[] {
  return finish(matchInSteps(source, target));
}

/**
 * The same in small steps, for a thread that has other things to do in between.
 * @returns a generator that yields how much is done (0..1, growing) every few milliseconds and returns the answer
 */
export function* matchInSteps(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): Steps<CustomerMatch[]> {
  const vocabulary = newVocabulary();
  const sourceOrder = yield* within(0, 0.03, ownOrder(source));
  const targetOrder = yield* within(0.03, 0.06, ownOrder(target));
  const sources = yield* within(0.06, 0.18, read(vocabulary, source, sourceOrder));
  const targets = yield* within(0.18, 0.3, read(vocabulary, target, targetOrder));
  vocabulary.spellings.clear();
  for (const { words } of targets) for (const word of words) vocabulary.inTargets[word] = true;
  const weights = wordWeights(vocabulary, source.length + target.length);
  const words = wordComparer(vocabulary);
  const comparison = { vocabulary, weights, compare: words };
  const index = yield* within(0.3, 0.38, indexTargets(vocabulary, targets, words));
  const targetsWords = yield* within(0.38, 0.4, targetWords(vocabulary, targets));
  const finder = new CandidateFinder(comparison, targets, targetsWords, index);
  const compare: Compare = (a, b) => {
    const name = compareNames(a, b, comparison);
    return { name, score: scorePair(name, a.details, b.details, targets.length) };
  };

  const masks = targets.map((t) => (t.whole < 0 ? 0 : vocabulary.masks[t.whole]!));
  const areDuplicates = duplicateFinder(
    (a, b) => !areFarApart(masks[a]!, masks[b]!) && haveSameForm(targets[a]!, targets[b]!),
    (a, b) => compare(targets[a]!, targets[b]!),
  );

  const rows: Pair[][] = [];
  const findPairs = (r: number) => {
    const s = sources[r]!;
    const row = pairsOf(s, finder.find(s), targets, compare);
    pairTwins(row, areDuplicates);
    rows.push(row);
  };
  yield* within(0.4, 0.9, eachOf(sources.length, 32, findPairs));
  yield* within(0.9, 0.94, weighClaims(rows, targets.length));
  yield* within(
    0.94,
    0.95,
    eachOf(rows.length, 1000, (r) => rows[r]!.sort(byNet)),
  );
  const claimant = claimants(rows);

  const answers: CustomerMatch[] = new Array(source.length);
  const answer = (r: number) => {
    const row = rows[r]!;
    const same = standingTwice(row, (t) => (claimant.get(t) ?? r) === r);
    const ordered = same.length ? [...same, ...row.filter((p) => !same.includes(p))] : row;
    answers[sourceOrder[r]!] = {
      id: source[sourceOrder[r]!]!.id,
      verdict: verdictOf(ordered, same.length > 0),
      candidates: ordered.slice(0, SHOWN).map((p, k) => ({
        id: target[targetOrder[p.target]!]!.id,
        score: chance(p.net / 2),
        reasons: k < same.length ? [...p.reasons, 'duplicate'] : p.reasons.slice(),
      })),
    };
  };
  yield* within(0.95, 1, eachOf(rows.length, 100, answer));
  return answers;
}

/** Also when one of them has none. */
const haveSameForm = (a: Entry, b: Entry): boolean => a.form === b.form || a.form === '' || b.form === '';

/** Reads the customers in the given order. */
function* read(vocabulary: Vocabulary, inputs: readonly MatchInput[], order: number[]): Steps<Entry[]> {
  const entries: Entry[] = [];
  yield* eachOf(order.length, 200, (k) => entries.push(readEntry(vocabulary, inputs[order[k]!]!)));
  return entries;
}

const pairOf = ({ nats, reasons, provable, doubts }: PairScore, target: number): Pair => ({
  nats,
  reasons,
  provable,
  doubts,
  target,
  net: nats,
  twinOf: target,
});

/** Compares a source with its candidates; keeps the best. */
function pairsOf(s: Entry, candidates: Candidates, targets: Entry[], compare: Compare): Pair[] {
  const row: Pair[] = [];
  let best = -Infinity;
  for (let k = 0; k < candidates.places.length && k < COMPARED; k++) {
    const margin = k < SHOWN ? MARGIN : CLOSE;
    if (candidates.estimates[k]! < Math.max(best - margin, DECISION.shown)) break;
    const t = candidates.places[k]!;
    const { score } = compare(s, targets[t]!);
    best = Math.max(best, score.nats);
    if (score.nats > DECISION.shown) row.push(pairOf(score, t));
  }
  return row
    .filter((p) => p.nats > best - MARGIN)
    .sort(byNet)
    .slice(0, KEPT);
}
