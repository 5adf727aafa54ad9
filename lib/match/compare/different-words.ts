/** Two words that are alike and yet each a word of its own, not one of them misspelt. */

import { isListedWord, isPlaceEnding, Role, roleOf } from '../name/lexicon.ts';
import { editDistance } from './similarity.ts';

/** Words with no more letters than this are too short to be misspelt and still known. */
const TOO_SHORT = 3;
const MOST_TYPOS = 2;
/** A word's beginning or end of so many letters can be one of its two parts. */
const A_PART = 3;
/** So many are one also when they are no known word: "Østerhavbris". */
const LONG_PART = 6;

/** Beyond Latin, Greek and Cyrillic. */
const NOT_LETTERS = /[^\u0020-\u052f]/;

/** @returns how many letters both begin with */
function commonBeginning(x: string, y: string): number {
  let n = 0;
  while (n < x.length && n < y.length && x[n] === y[n]) n++;
  return n;
}

function commonEnd(x: string, y: string, atMost: number): number {
  let n = 0;
  while (n < atMost && x[x.length - 1 - n] === y[y.length - 1 - n]) n++;
  return n;
}

/** "AksVII" and "AksVIII". */
function endInOtherNumerals(x: string, y: string): boolean {
  const [, stemX = '', ofX = ''] = /^(.*?)([ivx]*)$/.exec(x) ?? [];
  const [, stemY = '', ofY = ''] = /^(.*?)([ivx]*)$/.exec(y) ?? [];
  return stemX === stemY && stemX.length > 1 && ofX !== ofY && Math.max(ofX.length, ofY.length) > 1;
}

const areBothWords = (x: string, y: string): boolean => x !== y && isListedWord(x) && isListedWord(y);

const isSmallWord = (text: string): boolean => roleOf(text) === Role.small;
const isPart = (text: string): boolean =>
  isPlaceEnding(text) || (text.length >= A_PART && isListedWord(text) && !isSmallWord(text));
const areBothParts = (x: string, y: string): boolean => x !== y && isPart(x) && isPart(y);

/** "Bådservice" and "Bilservice", "Nordmaler" and "Nordmurer": two words share a part. */
function shareOnePart(x: string, y: string, begin: number, end: number): boolean {
  for (let n = A_PART; n <= end; n++)
    if ((n >= LONG_PART || isListedWord(x.slice(-n))) && areBothParts(x.slice(0, -n), y.slice(0, -n)))
      return true;
  for (let n = A_PART; n <= begin; n++) if (areBothParts(x.slice(n), y.slice(n))) return true;
  // "Ahuset" and "Bhuset".
  if (begin === 0 && end === x.length - 1 && end === y.length - 1 && isListedWord(x.slice(1))) return true;
  return false;
}

/**
 * @param x folded
 * @param y folded, and alike: misspelt or shortened by what the letters say
 */
export function areDifferentWords(x: string, y: string): boolean {
  if (x === y) return false;
  // Where a sign is a word or a syllable, another sign is another word.
  if (NOT_LETTERS.test(x) || NOT_LETTERS.test(y)) return true;
  if (endInOtherNumerals(x, y)) return true;
  if (x.startsWith(y) || y.startsWith(x)) return false;
  // Shortened and misspelt at once is more than can be known.
  if (Math.abs(x.length - y.length) > MOST_TYPOS) return true;
  const short = Math.min(x.length, y.length);
  const begin = commonBeginning(x, y);
  const end = commonEnd(x, y, short - begin);
  if (areBothWords(x, y) || shareOnePart(x, y, begin, end)) return true;
  // Half of its letters would be wrong.
  if (short <= 2 || (short <= 5 && editDistance(x, y, 2) === 2)) return true;
  // Other letters in front of an end that is a word are another first part ("Mosevej", "Møllevej").
  const between = Math.max(x.length, y.length) - begin - end;
  if (begin <= A_PART && between <= A_PART && endsInWord(x, end) && editDistance(x, y, 2) === 2) return true;
  // A word that is none, and nearly one: misspelt.
  if (isListedWord(x) || isListedWord(y)) return false;
  return short <= TOO_SHORT && x.length === y.length;
}

/** @param end so many letters at the end may belong to it */
function endsInWord(text: string, end: number): boolean {
  for (let n = A_PART; n <= end && n < text.length; n++)
    if (isListedWord(text.slice(-n)) || isPlaceEnding(text.slice(-n).replace(/s$/, ''))) return true;
  return false;
}
