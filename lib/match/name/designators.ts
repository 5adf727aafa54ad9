/** Designators: the numbers and single letters that tell "K/S Fjord 3" from "K/S Fjord 5", anywhere in a name. */
import type { Word } from './words.ts';

/** Shared by the many names without any. */
export const NO_DESIGNATORS: readonly string[] = [];

/** Floor and side of a flat: "st. tv." */
const FLATS = new Set(['st', 'kl', 'tv', 'th', 'mf']);

/** "12A" and "A2" are one designator; a longer text is a word with a number in it. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\d+\p{L}|(?!k\d{3})\p{L}\d+\p{L}?)(?![\p{L}\p{N}])|\d+/gu;

/**
 * Signs attached to a word, any sign behind one ("Kanal-"), and signs that stand alone. In "C++" and "C#" the letter
 * and its signs are one designator.
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
/** In such a name only words can be designators. */
const PLAIN = /^[a-zæøåéäöü .,&()/'-]*$/;
const DASH_BEHIND_WORD = /[a-zæøåéäöü]-(?:[ ',.]|$)/;

/**
 * @param given the whole name
 * @param text the name with its additions, without a labelled number
 * @param further single letters that are not words
 * @returns numbers without leading zeros, numerals in letters by their value, then single letters and signs
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

/** What a label says about a number. */
const KINDS: readonly (readonly [kind: string, label: RegExp])[] = [
  ['company', /cvr|vat|moms/],
  ['invoices', /ean|gln/],
  ['phone', /tlf|telefon|mobil/],
];

/** The kind and digits of a labelled number, "cvr-nr. 25313763" or "tlf. 86 12 34 56"; `''` when there is none. */
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

/** "12 A" is also written "12A", and "24-7" "247"; but "1-2" is not 12. */
function isWrittenTogether(a: readonly string[], b: readonly string[]): boolean {
  const together = a.join('');
  return (a.length === 1 || b.length === 1) && together === b.join('') && /^247$|^\d+\p{L}$/u.test(together);
}

/**
 * Whether each name has a designator that the other lacks, or both have the same ones in another order. A designator
 * on one side only is often a customer number, and tells nothing.
 */
export function designatorsDiffer(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0 || isWrittenTogether(a, b)) return false;
  const [ofA, ofB] = [without(a, b), without(b, a)];
  if (ofA.length > 0 && ofB.length > 0) return true;
  const [common, inOrderOfB] = [without(a, ofA), without(b, ofB)];
  return common.some((mark, at) => mark !== inOrderOfB[at]);
}

/** Same label, different digits: "cvr 25313763" and "cvr 29403473". */
function labelsDiffer(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return false;
  return a.slice(0, a.indexOf(' ')) === b.slice(0, b.indexOf(' '));
}

/** What tells the numbers of two names apart. */
interface Numbered {
  designators: readonly string[];
  /** See `labelledNumber`. */
  labelled: string;
}

/** Whether numbers, ordinals, roman numerals, years or single letters differ. */
export const numbersDiffer = (a: Numbered, b: Numbered): boolean =>
  designatorsDiffer(a.designators, b.designators) || labelsDiffer(a.labelled, b.labelled);
