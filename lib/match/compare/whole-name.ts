/** Compares names as a whole instead of word by word: cut off, or written without spaces. */

import { COST } from '../costs.ts';
import { splitForm } from '../name/legal-form.ts';
import type { Entry } from '../vocabulary.ts';
import type { Comparison } from './alignment.ts';
import { NEVER } from './word-compare.ts';

/** Minimum length of a name that may have been cut off. */
const CUT_OFF_FROM = 18;
/** From this length, a name that stops inside its last word is hardly another customer's. */
export const SURELY_CUT_OFF_FROM = 20;

/**
 * Whether the shorter name stops inside a word of the longer one, and is long enough to have been cut off.
 * @returns the number of words that follow in the longer one (without legal form), -1 when not cut off
 */
export function wordsCutOff(s: string, t: string): number {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  if (short.length < CUT_OFF_FROM || !long.startsWith(short)) return -1;
  const rest = long.slice(short.length);
  if (!/[\p{L}\p{N}]$/u.test(short) || !/^[\p{L}\p{N}]/u.test(rest)) return -1;
  const { head } = splitForm(rest);
  return head.trim().split(/\s+/).length - 1;
}

/** This many letters identify a word. */
const ENOUGH = 8;

/** Whether enough of the last word is there: "Mosev" may be "Mosevej" or "Mosevang". */
export function isMostlyThere(s: string, t: string): boolean {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  const begun = /[\p{L}\p{N}]+$/u.exec(short)?.[0].length ?? 0;
  const missing = /^[\p{L}\p{N}]+/u.exec(long.slice(short.length))?.[0].length ?? 0;
  return begun >= ENOUGH || begun > missing * 2;
}

/** Compares names without spaces: words joined or split in several places, a web address. */
export function costAsOneWord(s: Entry, t: Entry, { vocabulary, compare }: Comparison): number {
  if (s.whole < 0 || t.whole < 0 || (s.hasOwner && t.hasOwner)) return NEVER;
  if (s.whole !== t.whole && s.words.length === t.words.length) return NEVER;
  // An extra letter or number is not a typo.
  if (s.whole !== t.whole && s.designators.length + t.designators.length > 0) return NEVER;
  const x = vocabulary.texts[s.whole]!;
  const y = vocabulary.texts[t.whole]!;
  if (Math.min(x.length, y.length) < 6 || Math.abs(x.length - y.length) > 2) return NEVER;
  const c = compare(s.whole, t.whole, false);
  return c > COST.typo ? NEVER : c + COST.joined * 2;
}
