/** Indexes words by their letters: with one left out, by beginning, and by trigram. */

import { eachOf, type Stepwise, within } from '../stepwise.ts';
import { eachBeginning, eachDeletion, HashedPostingLists, hashOf, PostingLists } from './posting-lists.ts';

/** Shorter and longer words are only found when equal. */
export const MIN_LETTERS = 3;
export const MAX_LETTERS = 40;
/** The same for joined words, which are many. */
export const MAX_JOINT = 20;
/** Trigrams shared by more words tell nothing. */
const COMMON_TRIGRAM = 250;
/** Maximum number of words read per beginning. */
const BEGINNINGS_AT_MOST = 8;
const AT_A_TIME = 500;

/** Finds words of the target list that resemble a text. May find others too, since hashes collide. */
export interface LetterIndex {
  /** Calls back with every word at most one edit away, and with some that are two away. */
  oneEdit(text: string, call: (word: number) => void): void;
  /** Calls back with the most frequent words that are longer than the text and begin with it. */
  beginningWith(text: string, call: (word: number) => void): void;
  /** Calls back with words that share enough letters to be two edits away. */
  alike(text: string, call: (word: number) => void): void;
}

/** A trigram as a number below 32,768. */
const trigram = (a: number, b: number, c: number): number => ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);

/** All trigrams of a word, including its edges. */
function eachTrigram(text: string, call: (key: number) => void): void {
  const last = text.length - 1;
  for (let i = 0; i <= last; i++)
    call(trigram(i ? text.charCodeAt(i - 1) : 1, text.charCodeAt(i), i < last ? text.charCodeAt(i + 1) : 2));
}

/**
 * @param texts by number
 * @param words numbers of the texts to enter, most frequent last
 * @param isWord whether a name has the text as a word; joined words are only found by one edit
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
