/** Letters made comparable: case, accents, æ/ø/å in all their spellings, broken encodings. */
import { BROKEN_LETTERS } from '../rules.ts';

/** What is looked at of a name; the rest cannot help to tell customers apart. */
const MAX_NAME = 160;

/** Whether a short text in lower case is ASCII and letters like æ, ø, å only, with nothing in it to be repaired. */
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

/** Lower case, spaces single, broken letters repaired, never longer than 160 characters. */
export function tidy(raw: unknown): string {
  if (typeof raw !== 'string') return '';
  let s = raw.length > MAX_NAME * 4 ? raw.slice(0, MAX_NAME * 4) : raw;
  s = s.toLowerCase();
  if (isTidy(s)) return s;
  if (s.includes('&#'))
    s = s.replace(/&#(\d{2,5});/g, (_, code) => String.fromCodePoint(Number(code)).toLowerCase());
  if (/[ãâ]|&[a-z]+;/.test(s))
    for (const [broken, letter] of BROKEN_LETTERS) s = s.replaceAll(broken, letter);
  if (/[^\x20-\x7e]/.test(s)) s = s.normalize('NFKC').replace(/[\p{Cf}\p{Mn}]/gu, '');
  s = s.replace(/\s+/g, ' ').trim();
  return s.length > MAX_NAME ? s.slice(0, MAX_NAME) : s;
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

/** One spelling for "Kjær", "Kjaer" and "Kjar": the shortest, since systems also drop what they do not know. */
export function fold(word: string): string {
  return /\P{ASCII}|ae|oe|aa/u.test(word) ? word.replace(SPELLED, plainLetter) : word;
}
