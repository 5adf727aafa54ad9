/** Finds words of the target list by their letters: typing errors, beginnings, two errors in a longer word. */
import { editDistance, maskDifference } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the target list that a source word may stand for. */
export interface Variant {
  word: number;
  /** 0..1, how sure it is that the same word is meant. */
  closeness: number;
}

const VARIANTS = 8;
/** Longer words are only found when they are equal. */
const MAX_LETTERS = 40;
/** Trigrams that more words share than this are passed over. */
const COMMON_TRIGRAM = 250;

/** Adds to a list of numbers in a map, the same number only once in a row. */
export function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (list[list.length - 1] !== value) list.push(value);
}

/** Hashes of the word, whole and with each letter left out: two words one edit apart share at least one. */
function deletions(word: string): number[] {
  const out: number[] = [];
  for (let skip = -1; skip < word.length; skip++) {
    let h = 2166136261;
    for (let i = 0; i < word.length; i++) if (i !== skip) h = Math.imul(h ^ word.charCodeAt(i), 16777619);
    out.push(h);
  }
  return out;
}

/** Numbers of three letters in a row, the word's edges among them. */
function trigrams(word: string): number[] {
  const out: number[] = [];
  let a = 1;
  let b = word.charCodeAt(0);
  for (let i = 1; i <= word.length; i++) {
    const c = i < word.length ? word.charCodeAt(i) : 2;
    out.push(((a & 255) << 16) | ((b & 255) << 8) | (c & 255));
    a = b;
    b = c;
  }
  return out;
}

/** @param inTargets whether the word (or a joined form of words) occurs in the target list */
export function wordFinder(
  vocabulary: Vocabulary,
  inTargets: (n: number) => boolean,
): (n: number) => Variant[] {
  const { texts, masks, counts } = vocabulary;
  const byDeletion = new Map<number, number[]>();
  const byTrigram = new Map<number, number[]>();
  const byStart = new Map<string, number[]>();
  texts.forEach((text, n) => {
    if (text.length < 3 || text.length > MAX_LETTERS || !inTargets(n)) return;
    for (const h of deletions(text)) push(byDeletion, h, n);
    if (counts[n] === 0) return;
    if (text.length >= 4) for (const g of trigrams(text)) push(byTrigram, g, n);
    if (text.length > 3) push(byStart, text.slice(0, 3), n);
  });
  const shared = new Uint8Array(texts.length);
  const known = new Map<number, Variant[]>();

  /** Words that two edits may lead to: they share some trigrams. */
  function alikeByLetters(text: string): number[] {
    const touched: number[] = [];
    for (const g of trigrams(text)) {
      const list = byTrigram.get(g);
      if (!list || list.length > COMMON_TRIGRAM) continue;
      for (const n of list) {
        if (shared[n] === 0) touched.push(n);
        shared[n]!++;
      }
    }
    const need = Math.max(text.length > 7 ? 2 : 1, text.length - 8);
    const alike = touched.filter((n) => shared[n]! >= need);
    for (const n of touched) shared[n] = 0;
    return alike;
  }

  function find(n: number): Variant[] {
    const text = texts[n]!;
    const found = new Map<number, number>();
    if (inTargets(n)) found.set(n, 1);
    if (text.length < 3 || text.length > MAX_LETTERS)
      return [...found].map(([word, closeness]) => ({ word, closeness }));
    let close = found.size > 0;
    const consider = (m: number, limit: number) => {
      if (found.has(m) || maskDifference(masks[n]!, masks[m]!) > 2 * limit) return;
      const d = editDistance(text, texts[m]!, limit);
      if (d > limit) return;
      if (d === 1) close = true;
      found.set(m, d === 1 ? (text.length > 4 ? 0.8 : 0.6) : 0.5);
    };
    for (const h of deletions(text))
      for (const m of byDeletion.get(h) ?? []) consider(m, text.length > 4 ? 2 : 1);
    if (counts[n]! > 0) {
      for (const m of byStart.get(text.slice(0, 3)) ?? []) {
        const other = texts[m]!;
        if (!found.has(m) && (other.startsWith(text) || (text.length > 3 && text.startsWith(other))))
          found.set(m, 0.5);
      }
      if (text.length >= 4 && !close) for (const m of alikeByLetters(text)) consider(m, 2);
    }
    const list = [...found].map(([word, closeness]) => ({ word, closeness }));
    list.sort((a, b) => b.closeness - a.closeness || counts[b.word]! - counts[a.word]! || a.word - b.word);
    if (list.length > VARIANTS) list.length = VARIANTS;
    return list;
  }

  return (n) => {
    let variants = known.get(n);
    if (!variants) {
      variants = find(n);
      known.set(n, variants);
    }
    return variants;
  };
}
