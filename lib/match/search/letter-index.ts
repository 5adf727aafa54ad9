/** Words by their letters: with one left out, by their beginnings, by three in a row. */

import { eachOf, type Stepwise, within } from '../stepwise.ts';
import { eachBeginning, eachDeletion, HashedPostingLists, hashOf, PostingLists } from './posting-lists.ts';

/** Shorter and longer words are only found when they are equal. */
export const MIN_LETTERS = 3;
export const MAX_LETTERS = 40;
/** Of two words written as one, which are many. */
export const MAX_JOINT = 20;
/** Three letters in a row that more words share than this tell nothing. */
const COMMON_TRIGRAM = 250;
/** So many words are read of those that begin alike. */
const BEGINNINGS_AT_MOST = 8;
const AT_A_TIME = 500;

/** Finds words of the target list that are like a given text. May find others, too: hashes meet by chance. */
export interface LetterIndex {
  /** Calls back with every word that is at most one edit away, and some that are two. */
  oneEdit(text: string, call: (word: number) => void): void;
  /** Words that are longer than the text and begin with it, the most frequent ones. */
  beginningWith(text: string, call: (word: number) => void): void;
  /** Words that share enough letters for being two edits away. */
  alike(text: string, call: (word: number) => void): void;
}

/** A number below 32,768 for three letters in a row. */
const trigram = (a: number, b: number, c: number): number => ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);

/** All of a word, its edges among them. */
function eachTrigram(text: string, call: (key: number) => void): void {
  const last = text.length - 1;
  for (let i = 0; i <= last; i++)
    call(trigram(i ? text.charCodeAt(i - 1) : 1, text.charCodeAt(i), i < last ? text.charCodeAt(i + 1) : 2));
}

/**
 * @param texts all texts by their numbers
 * @param words numbers of the texts to enter, the most frequent ones last
 * @param isWord whether a text stands in a name as it is; two words written as one are only found by one edit
 */
export function* indexLetters(
  texts: readonly string[],
  words: readonly number[],
  isWord: (n: number) => boolean,
): Stepwise<LetterIndex> {
  let letters = 0;
  let inWords = 0;
  for (const n of words) {
    letters += texts[n]!.length;
    if (isWord(n)) inWords += texts[n]!.length;
  }
  const deletions = new HashedPostingLists(letters);
  const beginnings = new HashedPostingLists(inWords / 2);
  const trigrams = new PostingLists(32_768);

  const enter = (n: number, into: (lists: PostingLists, key: number) => void) => {
    const text = texts[n]!;
    eachDeletion(text, (hash) => into(deletions, deletions.keyOf(hash)));
    if (!isWord(n)) return;
    eachBeginning(text, MIN_LETTERS, (hash) => into(beginnings, beginnings.keyOf(hash)));
    if (text.length > MIN_LETTERS) eachTrigram(text, (key) => into(trigrams, key));
  };
  const count = (i: number) => enter(words[i]!, (lists, key) => lists.count(key));
  yield* within(0, 0.5, eachOf(words.length, AT_A_TIME, count));
  for (const lists of [deletions, beginnings, trigrams]) lists.open();
  const add = (i: number) => enter(words[i]!, (lists, key) => lists.add(key, words[i]!));
  yield* within(0.5, 1, eachOf(words.length, AT_A_TIME, add));

  const shared = new Uint8Array(texts.length);
  return {
    oneEdit(text, call) {
      eachDeletion(text, (hash) => {
        const key = deletions.keyOf(hash);
        for (let i = deletions.start[key]!; i < deletions.start[key + 1]!; i++) call(deletions.entries[i]!);
      });
    },
    beginningWith(text, call) {
      const key = beginnings.keyOf(hashOf(text));
      const end = beginnings.start[key + 1]!;
      let found = 0;
      for (let i = beginnings.start[key]!; i < end && found < BEGINNINGS_AT_MOST; i++) {
        const n = beginnings.entries[i]!;
        if (!texts[n]!.startsWith(text)) continue;
        call(n);
        found++;
      }
    },
    alike(text, call) {
      const touched: number[] = [];
      eachTrigram(text, (key) => {
        if (trigrams.size(key) > COMMON_TRIGRAM) return;
        for (let i = trigrams.start[key]!; i < trigrams.start[key + 1]!; i++) {
          const n = trigrams.entries[i]!;
          if (shared[n] === 0) touched.push(n);
          shared[n]!++;
        }
      });
      const need = Math.max(text.length > 7 ? 2 : 1, text.length - 8);
      for (const n of touched) {
        if (shared[n]! >= need) call(n);
        shared[n] = 0;
      }
    },
  };
}
