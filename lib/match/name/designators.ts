/** Numbers and single letters of a name: what tells "K/S Fjord 3" and "K/S Fjord 5" apart, wherever it stands. */
import type { Word } from './words.ts';

/** Most names have none. */
export const NO_DESIGNATORS: readonly string[] = [];

/** Floor and side of a flat: "st. tv." */
const FLATS = new Set(['st', 'kl', 'tv', 'th', 'mf']);

/** "12A" and "A2" are one mark; what is longer is a word that holds a number. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\d+\p{L}|(?!k\d{3})\p{L}\d+\p{L}?)(?![\p{L}\p{N}])|\d+/gu;

/**
 * Signs that belong to a word, any behind one ("Kanal-"), and signs that stand alone. What "C++" and "C#" are is the letter
 * with its signs.
 */
const SIGNS = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])\p{L}(?:[+#=~^%$€£@§°]+|[*!?+-]+(?=[\s'"”»«,;.:]|$))`,
    String.raw`(?<=[\p{L}\p{N}])[+#=~^%$€£@§°]+|[+=~^%$€£@§°]+(?=[\p{L}\p{N}])`,
    String.raw`(?<=[\p{L}\p{N}])[*!?+-]+(?=[\s'"”»«,;.:]|$)`,
    String.raw`(?<=^|\s)[^\p{L}\p{N}\s&+|/*.,:;!?()[\]'"´–—-]+(?=\s|$)`,
    String.raw`\p{Extended_Pictographic}`,
  ].join('|'),
  'gu',
);
/** Of such a name only words can be marks. */
const PLAIN = /^[a-zæøåéäöü .,&()/'-]*$/;
const DASH_BEHIND_WORD = /[a-zæøåéäöü]-(?:[ ',.]|$)/;

/**
 * @param given the whole name
 * @param text the name with what was only added to it, without a labelled number
 * @param further single letters that are no words
 * @returns its numbers without zeros in front, those in letters as what they mean, then its single letters and signs
 */
export function designatorsIn(
  given: string,
  text: string,
  words: readonly Word[],
  further: readonly string[] = NO_DESIGNATORS,
): readonly string[] {
  const isPlain = PLAIN.test(given) && !(given.includes('-') && DASH_BEHIND_WORD.test(given));
  const numbers = isPlain ? [] : (text.match(NUMBER) ?? []).map((n) => n.replace(/^0+(?=\d)/, ''));
  const others: string[] = [...further];
  for (const { number, letters, text } of words) {
    if (number) numbers.push(number);
    else if (letters) others.push(...letters);
    else if (text.length === 2 && FLATS.has(text)) others.push(text);
  }
  if (!isPlain) others.push(...(given.match(SIGNS) ?? []));
  return numbers.length + others.length === 0 ? NO_DESIGNATORS : [...numbers, ...others];
}

/** What a label says that a number is. */
const KINDS: readonly (readonly [kind: string, label: RegExp])[] = [
  ['company', /cvr|vat|moms/],
  ['invoices', /ean|gln/],
  ['phone', /tlf|telefon|mobil/],
];

/** "cvr-nr. 25313763" and "tlf. 86 12 34 56": what kind of number it is, and its digits; `''` when there is none. */
export function labelledNumber(text: string): string {
  const digits = text.replace(/\D/g, '');
  const kind = KINDS.find(([, label]) => label.test(text))?.[0];
  return digits && kind ? `${kind} ${digits}` : '';
}

const without = (some: readonly string[], others: readonly string[]): string[] => {
  const left = [...others];
  return some.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** "12 A" is written "12A", too, and "24-7" is "247"; "1-2" is not 12. */
function isWrittenTogether(a: readonly string[], b: readonly string[]): boolean {
  const together = a.join('');
  return (a.length === 1 || b.length === 1) && together === b.join('') && /^247$|^\d+\p{L}$/u.test(together);
}

/**
 * Whether each of two names has a number or letter that the other lacks, or both have the same ones in another order.
 * One on one side only is a customer number as often as not, and tells nothing.
 */
export function designatorsDiffer(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0 || isWrittenTogether(a, b)) return false;
  const [ofA, ofB] = [without(a, b), without(b, a)];
  if (ofA.length > 0 && ofB.length > 0) return true;
  const [common, inOrderOfB] = [without(a, ofA), without(b, ofB)];
  return common.some((mark, at) => mark !== inOrderOfB[at]);
}
