/** Finds, for a customer, the few of a long list that may be the same one, without looking at all of them. */
import type { Entry, Vocabulary } from './vocabulary.ts';
import { push, wordFinder } from './word-finder.ts';

/** A word that more targets share than this is only looked up together with another. */
const COMMON = 300;
/** At most this many entries of posting lists are read for one customer. */
const READ_AT_MOST = 1500;
export interface TargetIndex {
  candidates(source: Entry, limit: number): number[];
}

function* keysOf(entry: Entry): Iterable<number> {
  yield* entry.senses;
  for (let i = 0; i < entry.words.length; i++) if (entry.words[i] !== entry.senses[i]) yield entry.words[i]!;
  yield* entry.joints;
  if (entry.whole >= 0) yield entry.whole;
  if (entry.initials >= 0) yield entry.initials;
}

/** Builds the index over the target list. */
export function indexTargets(vocabulary: Vocabulary, weights: Float64Array, targets: Entry[]): TargetIndex {
  const postings = new Map<number, number[]>();
  targets.forEach((t, i) => {
    for (const key of keysOf(t)) push(postings, key, i);
  });
  const isCommon = (n: number) => (postings.get(n)?.length ?? 0) > COMMON;
  const pairs = new Map<string, number[]>();
  const pairKey = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  targets.forEach((t, i) => {
    const common = [...new Set(t.senses.filter(isCommon))].slice(0, 5);
    for (let a = 0; a < common.length; a++)
      for (let b = a + 1; b < common.length; b++) push(pairs, pairKey(common[a]!, common[b]!), i);
  });
  const byDetail = new Map<string, number[]>();
  targets.forEach((t, i) => {
    for (const key of detailKeys(t)) push(byDetail, key, i);
  });
  const variants = wordFinder(vocabulary, (n) => postings.has(n));

  /** Words of the targets that an unknown word begins or ends with: "Graratransport". */
  const partsOf = (word: number): number[] => {
    const text = vocabulary.texts[word]!;
    const parts: number[] = [];
    for (let cut = 3; cut <= text.length - 2; cut++)
      for (const part of [text.slice(0, cut), text.slice(text.length - cut)]) {
        const n = vocabulary.numbers.get(part);
        if (n !== undefined && vocabulary.counts[n]! > 0 && postings.has(n)) parts.push(n);
      }
    return parts;
  };

  const points = new Float64Array(targets.length);
  return {
    candidates(source, limit) {
      const touched: number[] = [];
      const add = (list: number[] | undefined, value: number) => {
        if (!list) return 0;
        for (const t of list) {
          if (points[t] === 0) touched.push(t);
          points[t]! += value;
        }
        return list.length;
      };
      const found = new Map<number, number>();
      for (const key of keysOf(source))
        for (const v of variants(key)) found.set(v.word, Math.max(found.get(v.word) ?? 0, v.closeness));
      for (const word of source.words)
        if (!postings.has(word)) for (const part of partsOf(word)) found.set(part, found.get(part) ?? 0.6);
      const queries = [...found].map(([word, closeness]) => ({
        word,
        closeness,
        size: postings.get(word)?.length ?? 0,
      }));
      queries.sort((a, b) => a.size - b.size || a.word - b.word);
      let read = 0;
      for (const q of queries) {
        if (q.size > COMMON || (read > 0 && read + q.size > READ_AT_MOST)) continue;
        read += add(postings.get(q.word), q.closeness * weights[q.word]!);
      }
      const common = queries.filter((q) => q.size > COMMON).slice(0, 8);
      for (let a = 0; a < common.length; a++)
        for (let b = a + 1; b < common.length; b++) {
          const x = common[a]!;
          const y = common[b]!;
          const list = pairs.get(pairKey(x.word, y.word));
          if (list && list.length <= READ_AT_MOST)
            add(list, x.closeness * weights[x.word]! + y.closeness * weights[y.word]!);
        }
      if (touched.length === 0 && common[0])
        add(postings.get(common[0].word)?.slice(0, COMMON), weights[common[0].word]!);
      for (const key of detailKeys(source)) {
        add(byDetail.get(key)?.slice(0, 50), 20);
      }
      touched.sort((a, b) => points[b]! - points[a]! || a - b);
      let end = Math.min(limit, touched.length);
      const least = points[touched[end - 1]!]!;
      while (end < touched.length && end < limit * 3 && points[touched[end]!]! >= least) end++;
      const best = touched.slice(0, end);
      for (const t of touched) points[t] = 0;
      return best;
    },
  };
}

/** What two customers may share besides words: the whole name, and a key per detail. */
function* detailKeys(entry: Entry): Iterable<string> {
  const d = entry.details;
  if (entry.whole >= 0) yield `n${entry.whole}`;
  if (d.vat) yield `v${d.vat}`;
  if (d.email) yield `e${d.email}`;
  if (d.domain) yield `d${d.domain}`;
  if (d.phone) yield `p${d.phone}`;
  if (d.street && d.zip) yield `a${d.zip}${d.street}`;
}
