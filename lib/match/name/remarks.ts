/** Removes what was written around a name: a customer number, a remark before it, anything between asterisks. */

import { CUSTOMER_NUMBER_WORDS, NUMBER_WORDS, REMARKS_IN_FRONT } from '../rules.ts';
import { fold } from './fold.ts';
import { escaped } from './legal-form.ts';
import { squeeze } from './lexicon.ts';
import { TriggerWord } from './trigger-words.ts';

const oneOf = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .flatMap((word) => [...new Set([word, fold(word)])])
    .map((word) => escaped(word).replaceAll(' ', '\\.?\\s'))
    .join('|');

const NUMBER_IN_FRONT = /^[#([]?k?\d{3,}[)\]]?\s*[-:,.]?\s+(?=\D*\p{L}{2})/u;
const LABEL_IN_FRONT = new RegExp(
  `^(?:${oneOf(CUSTOMER_NUMBER_WORDS)})[.:]?\\s*#?\\d{2,}[\\s:,-]+(?=\\D*\\p{L}{2})`,
  'u',
);
const NUMBER_BEHIND = new RegExp(
  [
    String.raw`(?<=\p{L}{2}\D*)(?:[\s,-]+#?\d{4,}`,
    String.raw`\s*[([]#?\d{3,}[)\]]`,
    String.raw`\s+-\s+#?\d{3,}`,
    String.raw`[\s,(-]+(?:${oneOf(NUMBER_WORDS)})[.:]?\s*\d{2,}\)?)$`,
  ].join('|'),
  'u',
);
/** "** BRUG IKKE **", "!!! betaler ikke !!!" */
const SHOUTED = /\s*(?:\*{2,}[^*]*\*{2,}|!{2,}[^!]*!{2,})\s*/g;
const IN_FRONT = new RegExp(
  `^[*!\\s]*(?:${oneOf(REMARKS_IN_FRONT)})(?:\\s?[*!:]+|\\s-|\\s|,)\\s*(?=.*\\p{L}{2})`,
  'u',
);

/**
 * @param name in lower case with single spaces
 * @param signs the trigger words in it
 * @param remarks receives the removed remarks, without numbers
 * @returns the name alone; unchanged if nothing else would be left
 */
export function withoutAdditions(name: string, signs: number, remarks: string[]): string {
  let s = name;
  if (s.includes('**') || s.includes('!!')) s = takeOff(s, SHOUTED, ' ', remarks);
  if (signs & TriggerWord.remark) s = takeOff(s, IN_FRONT, '', remarks);
  if (!/\d/.test(s)) return s;
  return s.replace(LABEL_IN_FRONT, '').replace(NUMBER_IN_FRONT, '').replace(NUMBER_BEHIND, '');
}

/** @returns the text unchanged if nothing else would be left */
function takeOff(text: string, pattern: RegExp, instead: string, remarks: string[]): string {
  const taken: string[] = [];
  const rest = text.replace(pattern, (found) => {
    taken.push(squeeze(found));
    return instead;
  });
  if (!/[\p{L}\p{N}]/u.test(rest)) return text;
  remarks.push(...taken);
  return rest.trim();
}
