/** A name taken apart: what it is called, its legal form, and what was only added to it. */

import * as rules from '../rules.ts';
import { fold, tidy } from './fold.ts';
import { escaped, formOf, splitForm } from './legal-form.ts';
import { isConnector, isRemark, Role, roleOf } from './lexicon.ts';
import { withoutAdditions } from './remarks.ts';
import { Sign, signsIn } from './signs.ts';

/** Where in the name a word stands: in the name itself, in "v/ Owner", or in what was added (department, parent, town). */
export const Part = { own: 0, owner: 1, added: 2 } as const;
export type Part = (typeof Part)[keyof typeof Part];

export interface Word {
  /** Folded letters and digits. */
  text: string;
  role: Role;
  part: Part;
  /** Written with a dot: an abbreviation. */
  dotted: boolean;
}

export interface ParsedName {
  /** The name as given, in lower case with single spaces. */
  given: string;
  words: Word[];
  /** The canonical legal form, '' when there is none. */
  form: string;
  /** "Hansen, Peter" was turned to "Peter Hansen". */
  turned: boolean;
}

/** A name's words beyond these are passed over. */
export const MAX_WORDS = 14;
const MAX_LETTERS = 40;

const any = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((w) => escaped(fold(w)))
    .join('|');
const OWNER = new RegExp(
  `[\\s-]v\\s?/[\\s-]?|\\s(?:${any(rules.OWNER_WORDS.filter((w) => !w.includes('/')))})\\s(?=\\p{L})|^v\\s?/\\s?`,
  'u',
);
const BRANCH = new RegExp(`[\\s,(]+(?:${any(rules.BRANCH_PHRASES)})(?:\\s|$)`);
const ATTENTION = new RegExp(`[\\s,(-]+(?:${any(rules.ATTENTION_WORDS)})(?:[.:\\s].*)?$`);
const DEPARTMENT = new RegExp(`[\\s,(-]+(?:${any(rules.DEPARTMENT_WORDS)})[.:\\s]`);
const WEB =
  /^(?:https?:\/\/)?(?:www\.)?(?:[^\s@/]+@)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)\.([a-z]{2,6})(?:\/\S*)?$/u;
const DOT_IN_INITIALS = /(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu;

/** Words as they are spelt, and what they are; '' stands for one that is dropped. */
export type Spellings = Map<string, { text: string; role: Role }>;

function look(spellings: Spellings, run: string): { text: string; role: Role } {
  let word = spellings.get(run);
  if (!word) {
    const text = fold(run.replace(/[�?]/g, '').slice(0, MAX_LETTERS));
    word = { text: isConnector(text) ? '' : text, role: roleOf(text) };
    spellings.set(run, word);
  }
  return word;
}

const RUN = /[\p{L}\p{N}�?]+/gu;
const isSingle = (text: string): boolean => text.length === 1 && text >= 'a' && text <= 'z';

/** Splits text into folded words and adds them; single letters side by side ("A. P.") become one word. */
function addWords(words: Word[], text: string, part: Part, spellings: Spellings) {
  let joined = text;
  if (/['’´`]/.test(joined)) joined = joined.replace(/['’´`]/g, '');
  if (joined.includes('.')) joined = joined.replace(DOT_IN_INITIALS, '');
  let runOfSingles = false;
  RUN.lastIndex = 0;
  for (let m = RUN.exec(joined); m && words.length < MAX_WORDS; m = RUN.exec(joined)) {
    const { text, role } = look(spellings, m[0]);
    if (!text) continue;
    const last = words.at(-1);
    const single = isSingle(text);
    if (single && runOfSingles && last && last.text.length < 5) {
      last.text += text;
      last.role = roleOf(last.text);
      continue;
    }
    runOfSingles = single;
    words.push({ text, role, part, dotted: joined[RUN.lastIndex] === '.' });
  }
}

/**
 * Takes a name apart. Never throws; an empty or unreadable name has no words.
 * @param spellings the words of names before, so that each is looked up once
 */
export function parseName(raw: unknown, spellings: Spellings = new Map()): ParsedName {
  const given = tidy(raw);
  const words: Word[] = [];
  const parsed: ParsedName = { given, words, form: '', turned: false };
  if (!given) return parsed;

  const web = given.includes('.') && !formOf(given) ? WEB.exec(given) : null;
  if (web) {
    addWords(words, web[1]!, Part.own, spellings);
    if (words.length < MAX_WORDS)
      words.push({ text: web[2]!, role: Role.small, part: Part.added, dotted: false });
    return parsed;
  }

  const added: string[] = [];
  let owner = '';
  const signs = signsIn(given);
  let s = withoutAdditions(given, signs);
  const cut = (pattern: RegExp): string => {
    const m = pattern.exec(s);
    if (!m) return '';
    const rest = s.slice(m.index + m[0].length);
    if (m.index === 0 && pattern !== OWNER) return '';
    s = m.index === 0 ? rest : s.slice(0, m.index);
    return m.index === 0 ? '' : rest;
  };
  if (signs & Sign.attention) cut(ATTENTION);
  if (signs & Sign.department) added.push(cut(DEPARTMENT));
  if (signs & Sign.branch) added.push(cut(BRANCH));
  if (signs & Sign.owner) owner = cut(OWNER);
  s = withoutParentheses(s, added);
  if (s.includes(' -')) s = s.replace(/\s+-\s+(.*)$/, (whole, tail: string) => (isRemark(tail) ? '' : whole));
  s = s.trim();

  const { head, form, tail } = splitForm(s, signs);
  parsed.form = form;
  if (!isRemark(tail)) added.push(tail);
  s = splitAtComma(head, parsed, added);
  addWords(words, s, Part.own, spellings);
  while (words.length > 1 && !form && isRemark(words.at(-1)!.text)) words.pop();
  if (owner) {
    const ownerParts = splitForm(withoutParentheses(owner, added));
    parsed.form ||= ownerParts.form;
    const [ownerName, ...behind] = ownerParts.head.split(/\s+-\s+|,\s/);
    addWords(words, ownerName!, Part.owner, spellings);
    added.unshift(...behind, ownerParts.tail);
  }
  for (const text of added)
    if (text && !isRemark(text)) addWords(words, splitForm(text).head, Part.added, spellings);
  if (!words.some((w) => w.part === Part.own)) for (const w of words) w.part = Part.own;
  return parsed;
}

/** A remark goes, a legal form stays in place, anything else moves to what was added. */
function withoutParentheses(s: string, added: string[]): string {
  if (!s.includes('(')) return s;
  return s.replace(/\(([^()]*)\)?/g, (whole, inside: string) => {
    if (formOf(inside) || whole.length >= s.trim().length) return ` ${inside} `;
    if (!isRemark(inside)) added.push(inside);
    return ' ';
  });
}

/** "Hansen, Peter" is a person; "Bakke Transport, Odense" a company with its town. */
function splitAtComma(s: string, parsed: ParsedName, added: string[]): string {
  if (!s.includes(',')) return s;
  const comma = s.search(/,\s*\S/);
  if (comma <= 0) return s;
  const before = s.slice(0, comma).trim();
  const behind = s.slice(comma + 1).trim();
  if (
    !parsed.form &&
    !/[\s]/.test(before) &&
    /^[\p{L}. -]+$/u.test(behind) &&
    roleOf(fold(behind)) !== Role.place
  ) {
    parsed.turned = true;
    return `${behind} ${before}`;
  }
  if (/[\s,]/.test(behind)) return s;
  if (!isRemark(behind)) added.push(behind);
  return before;
}
