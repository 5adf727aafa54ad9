/** Numbers that are written with letters. */
import { NUMBERS_IN_WORDS } from '../rules.ts';
import { fold } from './fold.ts';

/** Of the names' own numerals; longer ones are words more often than numbers. */
const ROMAN = /^(?=[ivxl])(x{0,3}|xl|lx{0,3})(ix|iv|v?i{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** @returns undefined when the word is no roman numeral; a single "l" is a letter */
export function romanNumeral(word: string): number | undefined {
  if (word.length > 8 || word === 'l' || !ROMAN.test(word)) return undefined;
  const digits = Array.from(word, (letter) => VALUES[letter]!);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

const inWords = new Map(
  NUMBERS_IN_WORDS.flatMap(([number, words]) => words.split(' ').map((word) => [fold(word), number])),
);

/** "VII" and "syv". @returns undefined when the word is no number */
export const numeral = (word: string): number | undefined => inWords.get(word) ?? romanNumeral(word);
