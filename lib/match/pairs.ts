/** Finds and scores pairs of customers, each pair by itself. */
import type { PairScore } from './compare/score.ts';
import { DECISION } from './costs.ts';
import { byNet, type Pair } from './one-to-one-assignment.ts';
import { type Candidates, MARGIN } from './search/candidates.ts';
import { makeSearchable, readEntries, type SearchableList } from './searchable-list.ts';
import { eachOf, type Stepwise, within } from './stepwise.ts';
import { duplicateFinder, pairTwins } from './target-twins.ts';
import type { MatchInput } from './types.ts';
import { type Entry, newVocabulary } from './vocabulary.ts';

/** This many targets are compared word by word with a source; this many are kept. */
const COMPARED = 24;
const KEPT = 8;
/** After the first few, only targets this close to the best one, in nats, are compared. */
const FIRST = 5;
const CLOSE = 5;

/**
 * Reads both lists and compares every source with the few targets that may be the same.
 * @returns per source its pairs, best first, twins marked
 */
export function* findPairs(source: readonly MatchInput[], target: readonly MatchInput[]): Stepwise<Pair[][]> {
  const vocabulary = newVocabulary();
  const sources = yield* within(0, 0.15, readEntries(vocabulary, source));
  const targets = yield* within(0.15, 0.3, readEntries(vocabulary, target));
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
function pairsOf(s: Entry, candidates: Candidates, { targets, compare }: SearchableList): Pair[] {
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
