/** Tells similar words that are both words of their own from misspelt ones. */

import { isListedWord, isPlaceEnding, Role, roleOf } from '../name/lexicon.ts';
import { editDistance } from './similarity.ts';

/** Words this short cannot be misspelt and still recognised. */
const TOO_SHORT = 3;
const MOST_TYPOS = 2;
/** Minimum length of a part of a compound. */
const A_PART = 3;
/** Parts this long count even if unknown: "Østerhavbris". */
const LONG_PART = 6;

/** Scripts other than Latin, Greek and Cyrillic. */
const NOT_LETTERS = /[^\u0020-\u052f]/;

/** @returns the length of the common beginning */
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

/** "Bådservice" and "Bilservice", "Nordmaler" and "Nordmurer": compounds that share a part. */
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
 * @param y folded, and similar: misspelt or abbreviated, going by the letters
 */
export function areDifferentWords(x: string, y: string): boolean {
  if (x === y) return false;
  // In scripts where a sign is a word or syllable, another sign is another word.
  if (NOT_LETTERS.test(x) || NOT_LETTERS.test(y)) return true;
  if (endInOtherNumerals(x, y)) return true;
  if (x.startsWith(y) || y.startsWith(x)) return false;
  // Abbreviated and misspelt at once is too much to tell.
  if (Math.abs(x.length - y.length) > MOST_TYPOS) return true;
  const short = Math.min(x.length, y.length);
  const begin = commonBeginning(x, y);
  const end = commonEnd(x, y, short - begin);
  if (areBothWords(x, y) || shareOnePart(x, y, begin, end)) return true;
  // Half of its letters would be wrong.
  if (short <= 2 || (short <= 5 && editDistance(x, y, 2) === 2)) return true;
  // Other letters before an ending that is a word make another first part ("Mosevej", "Møllevej").
  const between = Math.max(x.length, y.length) - begin - end;
  if (begin <= A_PART && between <= A_PART && endsInWord(x, end) && editDistance(x, y, 2) === 2) return true;
  // An unknown word next to a known one is a misspelling.
  if (isListedWord(x) || isListedWord(y)) return false;
  return short <= TOO_SHORT && x.length === y.length;
}

/** @param end maximum length of the ending */
function endsInWord(text: string, end: number): boolean {
  for (let n = A_PART; n <= end && n < text.length; n++)
    if (isListedWord(text.slice(-n)) || isPlaceEnding(text.slice(-n).replace(/s$/, ''))) return true;
  return false;
}
