/** Names compared as a whole, not word by word: cut off, or written without spaces. */

import { COST } from '../costs.ts';
import { splitForm } from '../name/legal-form.ts';
import type { Entry } from '../vocabulary.ts';
import type { Comparison } from './alignment.ts';
import { NEVER } from './word-compare.ts';

/** Names this long and longer may have been cut off. */
const CUT_OFF_FROM = 18;
/** From this length on a name that stops inside the last word is hardly another customer's. */
export const SURELY_CUT_OFF_FROM = 20;

/**
 * The shorter name stops inside a word of the longer one, and is long enough to have been cut off.
 * @returns how many words the longer one goes on with (its legal form left out), -1 when it is not cut off
 */
export function wordsCutOff(s: string, t: string): number {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  if (short.length < CUT_OFF_FROM || !long.startsWith(short)) return -1;
  const rest = long.slice(short.length);
  if (!/[\p{L}\p{N}]$/u.test(short) || !/^[\p{L}\p{N}]/u.test(rest)) return -1;
  const { head } = splitForm(rest);
  return head.trim().split(/\s+/).length - 1;
}

/** So much of a word says which one it is. */
const ENOUGH = 8;

/** Whether enough of the word is there that the shorter name stops in: "Mosev" may be "Mosevej" and "Mosevang". */
export function isMostlyThere(s: string, t: string): boolean {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  const begun = /[\p{L}\p{N}]+$/u.exec(short)?.[0].length ?? 0;
  const missing = /^[\p{L}\p{N}]+/u.exec(long.slice(short.length))?.[0].length ?? 0;
  return begun >= ENOUGH || begun > missing * 2;
}

/** The names without any spaces: words joined or split in more than one place, a web address. */
export function costAsOneWord(s: Entry, t: Entry, { vocabulary, compare }: Comparison): number {
  if (s.whole < 0 || t.whole < 0 || (s.hasOwner && t.hasOwner)) return NEVER;
  if (s.whole !== t.whole && s.words.length === t.words.length) return NEVER;
  // A single letter or a number more is no typing error.
  if (s.whole !== t.whole && s.designators.length + t.designators.length > 0) return NEVER;
  const x = vocabulary.texts[s.whole]!;
  const y = vocabulary.texts[t.whole]!;
  if (Math.min(x.length, y.length) < 6 || Math.abs(x.length - y.length) > 2) return NEVER;
  const c = compare(s.whole, t.whole, false);
  return c > COST.typo ? NEVER : c + COST.joined * 2;
}
