/** Pairs of customers that may be the same, with what is known of each pair by itself. */

import { byNet, type Pair } from './claims.ts';
import { compareNames, type NameScore } from './compare/name-score.ts';
import { type PairScore, scorePair } from './compare/score.ts';
import { areFarApart } from './compare/similarity.ts';
import { wordComparer } from './compare/word-compare.ts';
import { DECISION } from './costs.ts';
import { duplicateFinder, pairTwins } from './duplicates.ts';
import { CandidateFinder, type Candidates, MARGIN } from './search/candidates.ts';
import { indexTargets } from './search/target-index.ts';
import { targetWords } from './search/target-words.ts';
import { eachOf, type Steps, within } from './steps.ts';
import type { MatchInput } from './types.ts';
import { type Entry, newVocabulary, readEntry, type Vocabulary, wordWeights } from './vocabulary.ts';

/** So many targets are compared word by word with a source; so many remain. */
const COMPARED = 24;
const KEPT = 8;
/** Beyond so many, only targets so close to the best one, in nats, are compared. */
const FIRST = 5;
const CLOSE = 5;

type Compare = (a: Entry, b: Entry) => { name: NameScore; score: PairScore };

/**
 * Reads both lists and compares every source with the few targets that may be the same.
 * @returns per source its pairs, best first, duplicates among them marked
 */
export function* findPairs(source: readonly MatchInput[], target: readonly MatchInput[]): Steps<Pair[][]> {
  const vocabulary = newVocabulary();
  const sources = yield* within(0, 0.15, read(vocabulary, source));
  const targets = yield* within(0.15, 0.3, read(vocabulary, target));
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
  const pair = (r: number) => {
    const s = sources[r]!;
    const row = pairsOf(s, finder.find(s), targets, compare);
    pairTwins(row, areDuplicates);
    rows.push(row);
  };
  yield* within(0.4, 1, eachOf(sources.length, 32, pair));
  return rows;
}

/** Also when one of them has none. */
const haveSameForm = (a: Entry, b: Entry): boolean => a.form === b.form || a.form === '' || b.form === '';

function* read(vocabulary: Vocabulary, inputs: readonly MatchInput[]): Steps<Entry[]> {
  const entries: Entry[] = [];
  yield* eachOf(inputs.length, 200, (i) => entries.push(readEntry(vocabulary, inputs[i]!)));
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
    const margin = k < FIRST ? MARGIN : CLOSE;
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
