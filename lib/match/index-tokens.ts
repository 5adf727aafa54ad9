/** Finds, for a customer, the few of a long list that may be the same one, without looking at all of them. */
import type { Entry, Vocabulary } from './vocabulary.ts';
import { push, wordFinder } from './word-finder.ts';

/** A word that more targets share than this is only looked up together with another. */
const COMMON = 300;
/** At most this many entries of posting lists are read for one customer. */
const READ_AT_MOST = 1500;
/** The pairs of common words are made of so many of them. */
const PAIRED = 6;
/** What an equal name, number or address counts, in nats, and how many targets with it are looked at. */
const DETAIL_POINTS = 20;
const DETAIL_AT_MOST = 50;
/** How sure a word is that only begins or ends another. */
const PART_CLOSENESS = 0.6;
/** Targets with a smaller share of the best one's points are not worth a closer look. */
const WORTH_A_LOOK = 0.25;

export interface TargetIndex {
  /** @returns places in the target list, most promising first, about `limit` (more when they tie) */
  candidates(source: Entry, limit: number): number[];
}

interface Query {
  word: number;
  /** 0..1 */
  closeness: number;
  targets: readonly number[];
}

function keysOf(entry: Entry): number[] {
  const keys = [...entry.senses, ...entry.joints];
  entry.words.forEach((word, i) => {
    if (word !== entry.senses[i]) keys.push(word);
  });
  if (entry.whole >= 0) keys.push(entry.whole);
  if (entry.initials >= 0) keys.push(entry.initials);
  return keys;
}

/** What two customers may share besides words: the whole name, and a key per detail. */
function detailKeys({ whole, details }: Entry): string[] {
  const { vat, email, domain, phone, street, zip } = details;
  const keys = whole >= 0 ? [`n${whole}`] : [];
  if (vat) keys.push(`v${vat}`);
  if (email) keys.push(`e${email}`);
  if (domain) keys.push(`d${domain}`);
  if (phone) keys.push(`p${phone}`);
  if (street && zip) keys.push(`a${zip}${street}`);
  return keys;
}

/** Adds up points for targets; only those that got any are remembered. */
function scoreboard(targets: number) {
  const points = new Float64Array(targets);
  let touched: number[] = [];
  return {
    add(list: readonly number[], value: number): void {
      for (const t of list) {
        if (points[t] === 0) touched.push(t);
        points[t]! += value;
      }
    },
    isEmpty: () => touched.length === 0,
    /** The best ones; forgets all points. */
    take(limit: number): number[] {
      const best = touched.reduce((most, t) => Math.max(most, points[t]!), 0);
      const least = Math.min(best, DETAIL_POINTS) * WORTH_A_LOOK;
      const promising = touched.filter((t) => points[t]! >= least);
      promising.sort((a, b) => points[b]! - points[a]! || a - b);
      if (promising.length > limit) {
        const last = points[promising[limit - 1]!]!;
        let end = limit;
        while (end < promising.length && end < limit * 3 && points[promising[end]!]! >= last) end++;
        promising.length = end;
      }
      for (const t of touched) points[t] = 0;
      touched = [];
      return promising;
    },
  };
}

/** Builds the index over the target list. */
export function indexTargets(vocabulary: Vocabulary, weights: Float64Array, targets: Entry[]): TargetIndex {
  const byWord = new Map<number, number[]>();
  const byDetail = new Map<string, number[]>();
  targets.forEach((t, i) => {
    for (const key of keysOf(t)) push(byWord, key, i);
    for (const key of detailKeys(t)) push(byDetail, key, i);
  });
  const isCommon = (n: number) => (byWord.get(n)?.length ?? 0) > COMMON;
  const byPair = new Map<number, number[]>();
  const pairKey = (a: number, b: number) => Math.min(a, b) * 4194304 + Math.max(a, b);
  targets.forEach((t, i) => {
    const common = [...new Set(t.senses.filter(isCommon))].slice(0, PAIRED);
    for (let a = 0; a < common.length; a++)
      for (let b = a + 1; b < common.length; b++) push(byPair, pairKey(common[a]!, common[b]!), i);
  });
  const variants = wordFinder(vocabulary, (n) => byWord.has(n));
  const board = scoreboard(targets.length);

  /** Words of the targets that an unknown word begins or ends with: "Graratransport". */
  function partsOf(word: number): number[] {
    const text = vocabulary.texts[word]!;
    const parts: number[] = [];
    for (let cut = 3; cut <= text.length - 2; cut++)
      for (const part of [text.slice(0, cut), text.slice(text.length - cut)]) {
        const n = vocabulary.numbers.get(part);
        if (n !== undefined && vocabulary.counts[n]! > 0 && byWord.has(n)) parts.push(n);
      }
    return parts;
  }

  /** Target words that the source's words may stand for, rare ones first. */
  function queriesOf(source: Entry): Query[] {
    const found = new Map<number, number>();
    for (const key of keysOf(source))
      for (const v of variants(key))
        if ((found.get(v.word) ?? 0) < v.closeness) found.set(v.word, v.closeness);
    for (const word of source.words)
      if (!byWord.has(word))
        for (const part of partsOf(word)) if (!found.has(part)) found.set(part, PART_CLOSENESS);
    const queries: Query[] = [];
    for (const [word, closeness] of found) queries.push({ word, closeness, targets: byWord.get(word) ?? [] });
    return queries.sort((a, b) => a.targets.length - b.targets.length || a.word - b.word);
  }

  const worth = (q: Query) => q.closeness * weights[q.word]!;

  function addPairs(common: Query[]): void {
    common.forEach((x, a) => {
      for (const y of common.slice(a + 1)) {
        const list = byPair.get(pairKey(x.word, y.word));
        if (list && list.length <= READ_AT_MOST) board.add(list, worth(x) + worth(y));
      }
    });
  }

  return {
    candidates(source, limit) {
      const queries = queriesOf(source);
      let read = 0;
      for (const q of queries) {
        if (q.targets.length > COMMON || (read > 0 && read + q.targets.length > READ_AT_MOST)) break;
        board.add(q.targets, worth(q));
        read += q.targets.length;
      }
      const common = queries.filter((q) => q.targets.length > COMMON);
      addPairs(common.slice(0, 8));
      if (board.isEmpty() && common[0]) board.add(common[0].targets.slice(0, COMMON), worth(common[0]));
      for (const key of detailKeys(source)) {
        const list = byDetail.get(key);
        if (list) board.add(list.slice(0, DETAIL_AT_MOST), DETAIL_POINTS);
      }
      return board.take(limit);
    },
  };
}
