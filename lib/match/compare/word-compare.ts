/** The cost of taking one word for another. */
import { COST } from '../costs.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { areFarApart, editDistance, hasDigits, maskDifference } from './similarity.ts';

/** More than any difference of words that could be the same. */
export const NEVER = 99;

export type WordComparer = (a: number, b: number, dotted: boolean) => number;

/** A known word, or one that the target list has, is hardly a misspelling of a target's word. */
const isWord = ({ known, inTargets }: Vocabulary, n: number): boolean => known[n]! || inTargets[n]!;

/** Whether both are words of their own: Pedersen and Petersen. */
export const areTwoWords = (vocabulary: Vocabulary, a: number, b: number): boolean =>
  a !== b && isWord(vocabulary, a) && (vocabulary.known[b]! || vocabulary.counts[b]! > 1);

/** A wrong digit is another number, not a typo. */
const digitsOf = (word: string): string => word.replace(/\D+/g, '');

function costOfTypos(vocabulary: Vocabulary, a: number, b: number): number {
  const x = vocabulary.texts[a]!;
  const y = vocabulary.texts[b]!;
  const short = Math.min(x.length, y.length);
  const maskX = vocabulary.masks[a]!;
  const maskY = vocabulary.masks[b]!;
  const haveDigits = hasDigits(maskX) || hasDigits(maskY);
  if (short === 2 && x.length === y.length)
    return !haveDigits && editDistance(x, y, 1) === 1 ? COST.typoTiny : NEVER;
  if (short < 3 || maskDifference(maskX, maskY) > 4) return NEVER;
  const d = editDistance(x, y, short >= 4 ? 2 : 1);
  if (d > (short >= 4 ? 2 : 1)) return NEVER;
  if (haveDigits && digitsOf(x) !== digitsOf(y)) return NEVER;
  const sourceIsWord = isWord(vocabulary, a) ? COST.typoInWord : 0;
  const twoWords = areTwoWords(vocabulary, a, b) ? COST.typoIsWord : sourceIsWord;
  if (d === 1) return (short >= 4 ? COST.typo : COST.typoShort) + twoWords;
  return COST.typoTwice + (short < 7 ? (7 - short) * 0.5 : 0) + twoWords;
}

function costOfBeginning(x: string, y: string, dotted: boolean): number {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short[0]! >= '0' && short[0]! <= '9') return NEVER;
  if (!long.startsWith(short)) {
    const alike = short.length >= (dotted ? 3 : 4) && short.length <= 5 && long.length > short.length + 2;
    return alike && editDistance(short, long.slice(0, short.length), 1) === 1
      ? COST.beginningMisspelt
      : NEVER;
  }
  if (short.length === 1) return dotted ? COST.initialDotted : COST.initial;
  if (short.length === 2) return dotted ? COST.initialDotted : NEVER;
  const turned = short === y ? COST.beginningOfSource : 0;
  if (short.length <= 4) return (dotted ? COST.beginningDotted : COST.beginning) + turned;
  return (dotted ? COST.beginning : COST.beginningLong) + turned;
}

/** The cost of taking a text for a word: equal, misspelt, or its beginning. */
export function costOfText(text: string, word: string): number {
  if (text === word) return 0;
  const short = Math.min(text.length, word.length);
  if (short < 3) return NEVER;
  const d = editDistance(text, word, short >= 6 ? 2 : 1);
  if (d === 1) return short >= 4 ? COST.typo : COST.typoShort;
  if (d === 2 && short >= 6) return COST.typoTwice;
  return word.startsWith(text) ? COST.beginning : NEVER;
}

/** Compares words by number. */
export function wordComparer(vocabulary: Vocabulary): WordComparer {
  const { masks, texts, known } = vocabulary;
  return (a, b, dotted) => {
    if (a === b) return 0;
    if (areFarApart(masks[a]!, masks[b]!)) return NEVER;
    const beginning = costOfBeginning(texts[a]!, texts[b]!, dotted);
    const twoNames = !dotted && known[a] && known[b] ? COST.typoIsWord : 0;
    return Math.min(costOfTypos(vocabulary, a, b), beginning + twoNames);
  };
}
