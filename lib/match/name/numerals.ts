/** Numbers written in letters. */
import { NUMBERS_IN_WORDS } from '../rules.ts';
import { fold } from './fold.ts';

const ROMAN = /^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,4})$/;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
/** Single letters that are numbers more often than letters. */
const SINGLE = /^[ivx]$/;

/** @returns undefined when the word is not a roman numeral */
export function romanNumeral(word: string): number | undefined {
  if (word.length > 12 || !ROMAN.test(word) || (word.length < 2 && !SINGLE.test(word))) return undefined;
  const digits = Array.from(word, (letter) => VALUES[letter]!);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** A roman numeral with a letter. "vi" plus a letter is usually a word. */
const WITH_LETTER = /^(?!vi.$)[ivx]{2,}[a-h]$/;

const inWords = new Map(
  NUMBERS_IN_WORDS.flatMap(([number, words]) => words.split(' ').map((word) => [fold(word), number])),
);
/** "enogtyve" */
for (const [ones, oneWords] of NUMBERS_IN_WORDS)
  for (const [tens, tenWords] of NUMBERS_IN_WORDS)
    if (ones < 10 && tens > 19 && tens < 100)
      for (const one of oneWords.split(' '))
        for (const ten of tenWords.split(' ')) inWords.set(fold(`${one}og${ten}`), tens + ones);

/**
 * @returns the number that a word stands for: "7" for "vii" and "syv"; "viia" stays as it is; `''` for other words,
 *   such as "vin" and "via"
 */
export function numeral(word: string): string {
  const number = inWords.get(word) ?? romanNumeral(word);
  if (number) return String(number);
  return WITH_LETTER.test(word) && romanNumeral(word.slice(0, -1)) ? word : '';
}
