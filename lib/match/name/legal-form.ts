/** Finds the legal form in a name, in any spelling. */

import { FORMS_ONLY_LAST, LEGAL_FORMS } from '../rules.ts';
import { fold } from './fold.ts';
import { squeeze } from './lexicon.ts';
import { TriggerWord, triggerWordsIn } from './trigger-words.ts';

/** Keeps slashes: "a/b" is an association, "ab" a Swedish company. */
const withSlashes = (s: string): string => fold(s).replace(/[^a-z0-9/]+/g, '');

const forms = new Map<string, string>();
for (const line of LEGAL_FORMS) for (const spelling of line) forms.set(withSlashes(spelling), line[0]!);
const onlyLast = new Set(FORMS_ONLY_LAST.map(squeeze));

export const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A pattern that allows dots, slashes and spaces between the letters of short spellings. */
function pattern(spelling: string): string {
  if (spelling.includes('/')) return escaped(spelling).replace('/', '\\s?/\\s?');
  if (spelling.includes(' ')) return escaped(fold(spelling)).replaceAll(' ', '\\.?\\s');
  if (spelling.length <= 4 && !spelling.includes('.')) return [...spelling].map(escaped).join('\\.?');
  return escaped(fold(spelling));
}
const spellings = LEGAL_FORMS.flat().sort((a, b) => b.length - a.length);
const FORM = new RegExp(
  `(?<=^|[\\s,(.])\\(?(?:${spellings.map(pattern).join('|')})\\.?\\)?(?=$|[\\s,.)])`,
  'g',
);

const hasLetters = (s: string) => /[\p{L}\p{N}]/u.test(s);

/** The canonical form of a text that is nothing but a legal form. */
export const formOf = (text: string): string | undefined =>
  forms.get(withSlashes(text)) ?? forms.get(squeeze(text));

/**
 * Splits a name at its last legal form; one at the beginning counts when there is no other.
 * @param s tidy text
 * @param signs the trigger words in it, if known
 */
export function splitForm(
  s: string,
  signs = triggerWordsIn(s),
): { head: string; form: string; tail: string } {
  if (!(signs & TriggerWord.form)) return { head: s, form: '', tail: '' };
  let found: RegExpExecArray | undefined;
  let first: RegExpExecArray | undefined;
  FORM.lastIndex = 0;
  for (let m = FORM.exec(s); m; m = FORM.exec(s)) {
    const rest = s.slice(m.index + m[0].length);
    if (!/[./]/.test(m[0]) && onlyLast.has(squeeze(m[0])) && !/^[\s.,)]*($|[,(]|\d$)/.test(rest)) continue;
    if (m.index === 0) first = m;
    else found = m;
  }
  const m = found ?? first;
  if (!m) return { head: s, form: '', tail: '' };
  const head = s.slice(0, m.index);
  const tail = s.slice(m.index + m[0].length);
  const form = formOf(m[0]) ?? '';
  if (hasLetters(head)) return { head, form, tail };
  if (hasLetters(tail)) return { head: tail, form, tail: '' };
  // A company may be called "IS"; but signs and a legal form are not a name.
  return m[0] === s ? { head: s, form: '', tail: '' } : { head: '', form, tail: '' };
}
