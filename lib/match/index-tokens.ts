/** Finds, for a customer, the few of a long list that may be the same one, without looking at all of them. */
import { editDistance, maskDifference } from './similarity.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';

/** A word that more targets share than this is only looked up together with another. */
const COMMON = 300;
/** At most this many entries of posting lists are read for one customer. */
const READ_AT_MOST = 1500;
const VARIANTS = 8;

/** A word of the target list that a source word may stand for. */
interface Variant {
  word: number;
  /** 0..1, how sure it is that the same word is meant. */
  closeness: number;
}

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

/** Hashes of a word with one letter left out: two words one edit apart share at least one. */
function deletions(word: string): number[] {
  const out = [];
  for (let skip = -1; skip < word.length; skip++) {
    let h = 2166136261;
    for (let i = 0; i < word.length; i++) if (i !== skip) h = Math.imul(h ^ word.charCodeAt(i), 16777619);
    out.push(h);
  }
  return out;
}

function push<K>(map: Map<K, number[]>, key: K, value: number) {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}

/** Finds words of the target list by their letters: typing errors, beginnings, two errors in a long word. */
function wordFinder(vocabulary: Vocabulary, inTargets: (n: number) => boolean) {
  const byDeletion = new Map<number, number[]>();
  const byTrigram = new Map<string, number[]>();
  const byStart = new Map<string, number[]>();
  vocabulary.texts.forEach((text, n) => {
    if (!inTargets(n)) return;
    if (text.length >= 3 && text.length <= 24) for (const h of deletions(text)) push(byDeletion, h, n);
    if (text.length >= 5)
      for (let i = 0; i + 3 <= text.length && i < 20; i++) push(byTrigram, text.slice(i, i + 3), n);
    if (text.length > 3) push(byStart, text.slice(0, 3), n);
  });
  const known = new Map<number, Variant[]>();

  const byLetters = (text: string): number[] => {
    const shared = new Map<number, number>();
    for (let i = 0; i + 3 <= text.length && i < 20; i++) {
      const list = byTrigram.get(text.slice(i, i + 3));
      if (list && list.length <= 400) for (const n of list) shared.set(n, (shared.get(n) ?? 0) + 1);
    }
    const need = Math.max(1, Math.min(text.length, 20) - 2 - 6);
    return [...shared]
      .filter(([, c]) => c >= need)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 30)
      .map(([n]) => n);
  };

  return function variants(n: number): Variant[] {
    const done = known.get(n);
    if (done) return done;
    const text = vocabulary.texts[n]!;
    const found = new Map<number, number>();
    if (inTargets(n)) found.set(n, 1);
    const consider = (m: number, limit: number) => {
      if (found.has(m) || maskDifference(vocabulary.masks[n]!, vocabulary.masks[m]!) > 2 * limit) return;
      const d = editDistance(text, vocabulary.texts[m]!, limit);
      if (d <= limit) found.set(m, d === 1 ? (text.length > 4 ? 0.8 : 0.6) : 0.5);
    };
    if (text.length >= 3 && text.length <= 24)
      for (const h of deletions(text))
        for (const m of byDeletion.get(h) ?? []) consider(m, text.length > 4 ? 2 : 1);
    if (text.length >= 3)
      for (const m of byStart.get(text.slice(0, 3)) ?? []) {
        const other = vocabulary.texts[m]!;
        if (!found.has(m) && (other.startsWith(text) || (text.length > 3 && text.startsWith(other))))
          found.set(m, 0.5);
      }
    if (text.length >= 5 && !inTargets(n)) for (const m of byLetters(text)) consider(m, 2);
    const list = [...found].map(([word, closeness]) => ({ word, closeness }));
    list.sort(
      (a, b) =>
        b.closeness - a.closeness ||
        vocabulary.counts[b.word]! - vocabulary.counts[a.word]! ||
        a.word - b.word,
    );
    if (list.length > VARIANTS) list.length = VARIANTS;
    known.set(n, list);
    return list;
  };
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
        const list = byDetail.get(key);
        if (list && list.length <= 50) add(list, 20);
      }
      touched.sort((a, b) => points[b]! - points[a]! || a - b);
      const best = touched.slice(0, limit);
      for (const t of touched) points[t] = 0;
      return best;
    },
  };
}

/** What else two lists may share; one key per detail. */
function* detailKeys(entry: Entry): Iterable<string> {
  const d = entry.details;
  if (d.vat) yield `v${d.vat}`;
  if (d.email) yield `e${d.email}`;
  if (d.domain) yield `d${d.domain}`;
  if (d.phone) yield `p${d.phone}`;
  if (d.street && d.zip) yield `a${d.zip}${d.street}`;
}
