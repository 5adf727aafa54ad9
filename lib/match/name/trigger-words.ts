/** Trigger words: single words that tell which phrases a name may contain, so that most names need no search. */

import * as rules from '../rules.ts';
import { fold } from './fold.ts';

/** The kinds of phrases that begin with a trigger word. */
export const TriggerWord = {
  remark: 1,
  attention: 2,
  department: 4,
  branch: 8,
  owner: 16,
  form: 32,
} as const;

const signs = new Map<string, number>();
const learn = (word: string, sign: number) => signs.set(word, (signs.get(word) ?? 0) | sign);
const firstWord = (phrase: string): string => /^[\p{L}\p{N}]+/u.exec(phrase)?.[0] ?? '';

function learnPhrases(phrases: readonly string[], sign: number) {
  for (const phrase of phrases)
    for (const spelling of [phrase.toLowerCase(), fold(phrase.toLowerCase())])
      learn(firstWord(spelling), sign);
}

learnPhrases(rules.REMARKS_IN_FRONT, TriggerWord.remark);
learnPhrases([...rules.ATTENTION_WORDS, ...rules.LABELS], TriggerWord.attention);
learnPhrases(rules.DEPARTMENT_WORDS, TriggerWord.department);
learnPhrases(rules.BRANCH_PHRASES, TriggerWord.branch);
learnPhrases(['v/', ...rules.OWNER_WORDS], TriggerWord.owner);
for (const form of rules.LEGAL_FORMS.flat()) {
  learnPhrases([form], TriggerWord.form);
  // A short form may have dots between its letters.
  if (form.length <= 4) for (let k = 1; k < form.length; k++) learn(form.slice(0, k), TriggerWord.form);
}

/** Letters and digits; non-ASCII counts as a letter. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || code > 127 || (code >= 48 && code <= 57);

/** @returns the kinds of all trigger words in a tidy text, as flags */
export function triggerWordsIn(text: string): number {
  let found = 0;
  let begin = -1;
  for (let i = 0; i <= text.length; i++) {
    const letter = i < text.length && isLetter(text.charCodeAt(i));
    if (letter && begin < 0) begin = i;
    if (letter || begin < 0) continue;
    found |= signs.get(text.slice(begin, i)) ?? 0;
    begin = -1;
  }
  return found;
}
