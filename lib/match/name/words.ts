/** Splits texts into comparable words. */
import { fold } from './fold.ts';
import { isConnector, isTitle, type Role, roleOf } from './lexicon.ts';
import { numeral } from './numerals.ts';

/**
 * The part of the name that a word belongs to: the name itself, "v/ Owner", or an addition (department, parent,
 * town).
 */
export const Part = { own: 0, owner: 1, added: 2 } as const;
export type Part = (typeof Part)[keyof typeof Part];

export interface Word {
  /** Folded letters and digits. */
  text: string;
  role: Role;
  part: Part;
  /** Written with a dot: an abbreviation. */
  dotted: boolean;
  /** Its letters as written, if they are single or initials ("A. P."); else `''`. */
  letters: string;
  /** The number it stands for, usually `''`: "7" for "vii" and "syv". */
  number: string;
  /** "hr", "fru". */
  isTitle: boolean;
}

/** What a word's spelling alone tells. A word without text is dropped. */
type Spelling = Pick<Word, 'text' | 'role' | 'number' | 'isTitle'>;
export type Spellings = Map<string, Spelling>;

/** Further words of a name are ignored. */
export const MAX_WORDS = 14;
const MAX_LETTERS = 40;

const RUN = /[\p{L}\p{N}�?]+/gu;
const DOT_IN_INITIALS = /(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu;
const isSingle = (text: string): boolean => text.length === 1 && (text < '0' || text > '9');

const isAscii = (text: string): boolean => !/[^\x20-\x7e]/.test(text);

function look(spellings: Spellings, run: string): Spelling {
  let word = spellings.get(run);
  if (!word) {
    const letters = run.replace(/[�?]/g, '').slice(0, MAX_LETTERS);
    // On its own, "oe" is two initials.
    const text = letters.length === 2 && isAscii(letters) ? letters : fold(letters);
    const number = numeral(text);
    word = {
      text: isConnector(text) ? '' : text,
      role: roleOf(text),
      number,
      isTitle: isTitle(text),
    };
    spellings.set(run, word);
  }
  return word;
}

/**
 * Splits a text into folded words and adds them; adjacent single letters become one word.
 * @returns what is left of too many or too long words, usually ''
 */
export function addWords(words: Word[], text: string, part: Part, spellings: Spellings): string {
  let joined = text;
  if (/['’´`]/.test(joined)) joined = joined.replace(/['’´`]/g, '');
  if (joined.includes('.')) joined = joined.replace(DOT_IN_INITIALS, ' ');
  let runOfSingles = false;
  let unread = '';
  RUN.lastIndex = 0;
  for (let m = RUN.exec(joined); m; m = RUN.exec(joined)) {
    if (words.length === MAX_WORDS) return unread + joined.slice(m.index);
    if (m[0].length > MAX_LETTERS) unread += m[0].slice(MAX_LETTERS);
    const { text, role, number, isTitle } = look(spellings, m[0]);
    if (!text) continue;
    const last = words.at(-1);
    const single = isSingle(text);
    if (single && runOfSingles && last && last.text.length < 5) {
      last.text += text;
      last.letters += m[0];
      last.dotted = joined[RUN.lastIndex] === '.';
      last.role = roleOf(last.text);
      last.number = '';
      continue;
    }
    runOfSingles = single;
    const dotted = joined[RUN.lastIndex] === '.';
    words.push({ text, role, number, isTitle, part, dotted, letters: single ? m[0] : '' });
  }
  return unread;
}
