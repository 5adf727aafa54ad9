/** A list of customers, read and indexed, that customers can be searched in and compared with. */
import { areDistinguished } from './certainty.ts';
import { distinctionsBetween } from './compare/distinctions.ts';
import { compareNames, type NameScore } from './compare/name-score.ts';
import { type PairScore, scorePair } from './compare/score.ts';
import { areFarApart } from './compare/similarity.ts';
import { wordComparer } from './compare/word-compare.ts';
import { CandidateFinder } from './search/candidates.ts';
import { indexTargets } from './search/target-index.ts';
import { targetWords } from './search/target-words.ts';
import { eachOf, type Stepwise, within } from './stepwise.ts';
import type { MatchInput } from './types.ts';
import { type Entry, newVocabulary, readEntry, type Vocabulary, wordWeights } from './vocabulary.ts';

/** The comparison of two customers. */
export interface Comparison {
  source: Entry;
  target: Entry;
  name: NameScore;
  score: PairScore;
}

/** A searchable list of customers. */
export interface SearchableList {
  targets: readonly Entry[];
  finder: CandidateFinder;
  /** Compares two entries, the first as the source. */
  compare: (a: Entry, b: Entry) => Comparison;
  /** Whether compared customers are distinguished by their names, unless their CVR number agrees. */
  areDistinguished: (compared: Comparison) => boolean;
  /** Quick check whether two targets, by index, may be the same customer: letters and legal form. */
  mayBeSame: (a: number, b: number) => boolean;
}

/** Reads a list and indexes it for finding its own duplicates. */
export function* searchItself(list: readonly MatchInput[]): Stepwise<SearchableList> {
  const vocabulary = newVocabulary();
  const entries = yield* within(0, 0.6, readEntries(vocabulary, list));
  return yield* within(0.6, 1, makeSearchable(vocabulary, entries, list.length));
}

/** @param customers number of customers read */
export function* makeSearchable(
  vocabulary: Vocabulary,
  targets: Entry[],
  customers: number,
): Stepwise<SearchableList> {
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

export function* readEntries(vocabulary: Vocabulary, inputs: readonly MatchInput[]): Stepwise<Entry[]> {
  const entries: Entry[] = [];
  yield* eachOf(inputs.length, 200, (i) => entries.push(readEntry(vocabulary, inputs[i]!)));
  return entries;
}
