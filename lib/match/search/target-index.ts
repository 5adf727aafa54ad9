/** Indexes the targets by everything they can be found by: words, pairs of common words, numbers and addresses. */

import { vatLookup } from '../../domain/vat-number.ts';
import { NOTHING } from '../compare/contact-details.ts';
import type { WordComparer } from '../compare/word-compare.ts';
import { type Stepwise, within } from '../stepwise.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { indexLetters, MAX_JOINT, MAX_LETTERS, MIN_LETTERS } from './letter-index.ts';
import { fill, HashedPostingLists, hashOf, hashOfPair, PostingLists } from './posting-lists.ts';
import { type Variant, wordFinder } from './word-finder.ts';

/** Words that more targets share are only looked up in pairs. */
export const COMMON = 200;
/** Pairs are made of at most this many common words. */
const PAIRED = 6;

/** Lists of indices in the target list. */
export interface TargetIndex {
  /** By word number, also of joined words, whole names and initials. */
  byWord: PostingLists;
  /** By two common words, see `pairKey`. */
  byPair: HashedPostingLists;
  /** By numbers and addresses, see `detailKeys`. */
  byDetail: HashedPostingLists;
  /** The targets' words that a word may stand for. */
  variants: (word: number) => readonly Variant[];
}

/** Adds a number unless it is there already. */
function addOnce(list: number[], n: number): void {
  if (n >= 0 && !list.includes(n)) list.push(n);
}

/** @param keys the array to reuse */
function wordKeys(entry: Entry, keys: number[]): number[] {
  keys.length = 0;
  for (const n of entry.senses) addOnce(keys, n);
  if (entry.words !== entry.senses) for (const n of entry.words) addOnce(keys, n);
  for (const n of entry.joints) addOnce(keys, n);
  addOnce(keys, entry.whole);
  addOnce(keys, entry.initials);
  return keys;
}

export const pairKey = (lists: HashedPostingLists, a: number, b: number): number =>
  lists.keyOf(hashOfPair(a, b));

/** Keys of all pairs of the common words. */
function pairKeys(lists: HashedPostingLists, common: readonly number[]): number[] {
  const keys: number[] = [];
  for (let a = 0; a < common.length; a++)
    for (let b = a + 1; b < common.length; b++) addOnce(keys, pairKey(lists, common[a]!, common[b]!));
  return keys;
}

const NO_KEYS: number[] = [];

export function detailKeys(lists: HashedPostingLists, { details }: Entry): number[] {
  if (details === NOTHING) return NO_KEYS;
  const { vat, email, domain, phone, several, street, zip } = details;
  const keys: number[] = [];
  const add = (kind: string, value: string) => addOnce(keys, lists.keyOf(hashOf(kind + value)));
  if (vat) add('v', vatLookup(vat));
  if (several) {
    for (const one of several.emails) add('e', one);
    for (const one of several.domains) add('d', one);
    for (const one of several.phones) add('p', one);
  } else {
    if (email) add('e', email);
    if (domain) add('d', domain);
    if (phone) add('p', phone);
  }
  if (street && zip) add('a', zip + street);
  return keys;
}

/** Builds the index of the target list. */
export function* indexTargets(
  vocabulary: Vocabulary,
  targets: readonly Entry[],
  compare: WordComparer,
): Stepwise<TargetIndex> {
  const { texts, counts } = vocabulary;
  const size = targets.length;
  const keys: number[] = [];
  const byWord = new PostingLists(texts.length);
  const keysOf = (place: number) => wordKeys(targets[place]!, keys);
  yield* within(0, 0.3, fill(byWord, size, keysOf));

  const byPair = new HashedPostingLists(size * 2);
  const isCommon = (n: number) => byWord.size(n) > COMMON;
  const pairsOf = (place: number) => {
    const common = new Set(targets[place]!.senses.filter(isCommon));
    return common.size < 2 ? [] : pairKeys(byPair, [...common].slice(0, PAIRED));
  };
  yield* within(0.3, 0.4, fill(byPair, size, pairsOf));

  const byDetail = new HashedPostingLists(size * 2);
  const detailsOf = (place: number) => detailKeys(byDetail, targets[place]!);
  yield* within(0.4, 0.5, fill(byDetail, size, detailsOf));

  const isWord = (n: number) => counts[n]! > 0;
  const words: number[] = [];
  for (let n = 0; n < texts.length; n++) {
    const letters = texts[n]!.length;
    if (byWord.size(n) > 0 && letters >= MIN_LETTERS && letters <= (isWord(n) ? MAX_LETTERS : MAX_JOINT))
      words.push(n);
  }
  words.sort((a, b) => counts[a]! - counts[b]! || b - a);
  const letters = yield* within(0.5, 1, indexLetters(texts, words, isWord));
  const inTargets = (n: number) => byWord.size(n) > 0;
  return { byWord, byPair, byDetail, variants: wordFinder(vocabulary, letters, compare, inTargets) };
}
