/** Finds and scores pairs of customers, each pair by itself. */

import { areDistinguished } from './certainty.ts';
import { distinctionsBetween } from './compare/distinctions.ts';
import { compareNames, type NameScore } from './compare/name-score.ts';
import { type PairScore, scorePair } from './compare/score.ts';
import { areFarApart } from './compare/similarity.ts';
import { wordComparer } from './compare/word-compare.ts';
import { DECISION } from './costs.ts';
import { byNet, type Pair } from './one-to-one-assignment.ts';
import { CandidateFinder, type Candidates, MARGIN } from './search/candidates.ts';
import { indexTargets } from './search/target-index.ts';
import { targetWords } from './search/target-words.ts';
import { eachOf, type Stepwise, within } from './stepwise.ts';
import { type AreDuplicates, duplicateFinder, pairTwins } from './target-twins.ts';
import type { MatchInput } from './types.ts';
import { type Entry, newVocabulary, readEntry, type Vocabulary, wordWeights } from './vocabulary.ts';

/** This many targets are compared word by word with a source; this many are kept. */
const COMPARED = 24;
const KEPT = 8;
/** After the first few, only targets this close to the best one, in nats, are compared. */
const FIRST = 5;
const CLOSE = 5;

/** The comparison of two customers. */
export interface Comparison {
  source: Entry;
  target: Entry;
  name: NameScore;
  score: PairScore;
}

/** A searchable list of customers. */
export interface Searched {
  targets: readonly Entry[];
  finder: CandidateFinder;
  /** Compares two entries, the first as the source. */
  compare: (a: Entry, b: Entry) => Comparison;
  /** Whether compared customers are distinguished by their names, unless their CVR number agrees. */
  areDistinguished: (compared: Comparison) => boolean;
  /** Quick check whether two targets, by index, may be the same customer: letters and legal form. */
  mayBeSame: AreDuplicates;
}

/**
 * Reads both lists and compares every source with the few targets that may be the same.
 * @returns per source its pairs, best first, twins marked
 */
export function* findPairs(source: readonly MatchInput[], target: readonly MatchInput[]): Stepwise<Pair[][]> {
  const vocabulary = newVocabulary();
  const sources = yield* within(0, 0.15, read(vocabulary, source));
  const targets = yield* within(0.15, 0.3, read(vocabulary, target));
  const customers = source.length + target.length;
  const searched = yield* within(0.3, 0.4, makeSearchable(vocabulary, targets, customers));
  const areDuplicates = duplicateFinder(searched);
  const rows: Pair[][] = [];
  const pair = (r: number) => {
    const s = sources[r]!;
    const row = pairsOf(s, searched.finder.find(s), searched);
    pairTwins(row, areDuplicates);
    rows.push(row);
  };
  yield* within(0.4, 1, eachOf(sources.length, 32, pair));
  return rows;
}

/** Reads a list and indexes it for finding its own duplicates. */
export function* searchItself(list: readonly MatchInput[]): Stepwise<Searched> {
  const vocabulary = newVocabulary();
  const entries = yield* within(0, 0.6, read(vocabulary, list));
  return yield* within(0.6, 1, makeSearchable(vocabulary, entries, list.length));
}

/** @param customers number of customers read */
function* makeSearchable(vocabulary: Vocabulary, targets: Entry[], customers: number): Stepwise<Searched> {
  vocabulary.spellings.clear();
  for (const { words } of targets) for (const word of words) vocabulary.inTargets[word] = true;
  const weights = wordWeights(vocabulary, customers);
  const words = wordComparer(vocabulary);
  const comparison = { vocabulary, weights, compare: words };
  const index = yield* within(0, 0.8, indexTargets(vocabulary, targets, words));
  const targetsWords = yield* within(0.8, 1, targetWords(vocabulary, targets));
  const masks = targets.map((t) => (t.whole < 0 ? 0 : vocabulary.masks[t.whole]!));
  return {
    targets,
    finder: new CandidateFinder(comparison, targets, targetsWords, index),
    compare: (a, b) => {
      const name = compareNames(a, b, comparison);
      return { source: a, target: b, name, score: scorePair(name, a, b, vocabulary, targets.length) };
    },
    areDistinguished: ({ source, target, name, score: { reasons } }) =>
      !reasons.includes('vat') &&
      areDistinguished(name, distinctionsBetween(source, target, name, vocabulary), reasons),
    mayBeSame: (a, b) => !areFarApart(masks[a]!, masks[b]!) && haveSameForm(targets[a]!, targets[b]!),
  };
}

/** Also when only one of them has a form. */
const haveSameForm = (a: Entry, b: Entry): boolean => a.form === b.form || a.form === '' || b.form === '';

function* read(vocabulary: Vocabulary, inputs: readonly MatchInput[]): Stepwise<Entry[]> {
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

/** Compares a source with its candidates and keeps the best pairs. */
function pairsOf(s: Entry, candidates: Candidates, { targets, compare }: Searched): Pair[] {
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
