/** Finds the words of the target list that a word may stand for: misspelt, abbreviated, or joined with another. */

import type { WordComparer } from '../compare/word-compare.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type LetterIndex, MAX_LETTERS, MIN_LETTERS } from './letter-index.ts';

export interface Variant {
  word: number;
  /** In nats. */
  cost: number;
}

const VARIANTS = 8;
/** Maximum cost of a variant. */
const COST_AT_MOST = 6;
/** With a variant this close, words with more errors are not searched. */
const NEAR = 1.5;
/** The cost of taking a word for its beginning or end: "Graratransport". */
export const PART_COST = 1.5;

/**
 * @param inTargets whether the target list has a word
 * @returns the cheapest variants of a word, the word itself first; of joined words only those with a single error.
 *   Results are cached.
 */
export function wordFinder(
  vocabulary: Vocabulary,
  letters: LetterIndex,
  compare: WordComparer,
  inTargets: (n: number) => boolean,
): (n: number) => readonly Variant[] {
  const { texts, counts, numbers } = vocabulary;
  const asked: (readonly Variant[] | undefined)[] = new Array(texts.length);
  const lookedAt = new Int32Array(texts.length).fill(-1);

  const isWord = (n: number) => counts[n]! > 0;

  function beginningsOf(text: string, call: (n: number) => void): void {
    for (let k = MIN_LETTERS + 1; k < text.length; k++) {
      const n = numbers.get(text.slice(0, k));
      if (n !== undefined && isWord(n) && inTargets(n)) call(n);
    }
  }

  function partsOf(text: string, call: (n: number) => void): void {
    for (let cut = MIN_LETTERS; cut <= text.length - 2; cut++)
      for (const part of [text.slice(0, cut), text.slice(text.length - cut)]) {
        const n = numbers.get(part);
        if (n !== undefined && isWord(n) && inTargets(n)) call(n);
      }
  }

  function find(word: number): Variant[] {
    const text = texts[word]!;
    const found: Variant[] = [];
    lookedAt[word] = word;
    if (inTargets(word)) found.push({ word, cost: 0 });
    if (text.length < MIN_LETTERS || text.length > MAX_LETTERS) return found;
    const consider = (n: number) => {
      if (lookedAt[n] === word) return;
      lookedAt[n] = word;
      const cost = compare(word, n, false);
      if (cost < COST_AT_MOST) found.push({ word: n, cost });
    };
    if (isWord(word) && !inTargets(word))
      partsOf(text, (n) => {
        if (lookedAt[n] === word) return;
        lookedAt[n] = word;
        found.push({ word: n, cost: PART_COST });
      });
    letters.oneEdit(text, consider);
    if (isWord(word)) {
      letters.beginningWith(text, consider);
      beginningsOf(text, consider);
      if (text.length > MIN_LETTERS && !found.some((v) => v.cost < NEAR && v.cost !== PART_COST))
        letters.alike(text, consider);
    }
    found.sort((a, b) => a.cost - b.cost || counts[b.word]! - counts[a.word]! || a.word - b.word);
    return found.slice(0, VARIANTS);
  }

  return (word) => {
    asked[word] ??= find(word);
    return asked[word];
  };
}
