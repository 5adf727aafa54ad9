/** Makes letters comparable: case, accents, all spellings of æ/ø/å, broken encodings. */
import { readable } from '../../domain/text.ts';
import { BROKEN_LETTERS } from '../rules.ts';

/** The part of a name that is compared; more would not help to tell customers apart. */
const MAX_NAME = 160;
/** The part of a name that is read at all. */
const LONGEST = 10_000;

/** Whether a short lower-case text has only ASCII and letters such as æ, ø, å, with nothing to repair. */
function isTidy(s: string): boolean {
  if (s.length === 0 || s.length > MAX_NAME) return false;
  let before = 32;
  for (let i = 0; i < s.length; i++) {
    const code = s.charCodeAt(i);
    const plain = code <= 126 ? code >= 32 && code !== 59 : code >= 228 && code <= 255 && code !== 247;
    if (!plain || (code === 32 && before === 32)) return false;
    before = code;
  }
  return before !== 32;
}

/** Lower case, single spaces, repaired letters, at most 160 characters. */
export function tidy(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  const s = (raw.length > MAX_NAME * 4 ? raw.slice(0, MAX_NAME * 4) : raw).toLowerCase();
  return isTidy(s) ? s : repaired(s).slice(0, MAX_NAME);
}

/** What `tidy` cuts off a name that is too long; usually ''. */
export const beyond = (raw: unknown, tidied: string): string =>
  tidied.length < MAX_NAME || typeof raw !== 'string'
    ? ''
    : repaired(raw.slice(0, LONGEST).toLowerCase()).slice(MAX_NAME);

function repaired(lower: string): string {
  let s = lower;
  if (s.includes('&#'))
    s = s.replace(/&#(\d{2,5});/g, (_, code) => String.fromCodePoint(Number(code)).toLowerCase());
  if (/[ãâ]|&[a-z]+;/.test(s))
    for (const [broken, letter] of BROKEN_LETTERS) s = s.replaceAll(broken, letter);
  if (/[^\x20-\x7e]/.test(s))
    s = readable(s)
      .toLowerCase()
      .replace(/\p{Mn}/gu, '');
  return s.replace(/\s+/g, ' ').trim();
}

const SPELLED = /æ|ae|ä|ø|oe|ö|å|aa|ü|ß|\P{ASCII}/gu;

function plainLetter(x: string): string {
  switch (x) {
    case 'æ':
    case 'ae':
    case 'ä':
    case 'å':
    case 'aa':
      return 'a';
    case 'ø':
    case 'oe':
    case 'ö':
      return 'o';
    case 'ü':
      return 'u';
    case 'ß':
      return 'ss';
    default:
      return x.normalize('NFD').replace(/\p{Mn}/gu, '');
  }
}

/** One spelling for "Kjær", "Kjaer" and "Kjar": the shortest, since some systems drop letters they do not know. */
export function fold(word: string): string {
  return /\P{ASCII}|ae|oe|aa/u.test(word) ? word.replace(SPELLED, plainLetter) : word;
}
