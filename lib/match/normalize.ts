/** A name taken apart: what it is called, its legal form, and what was only added to it. */
import { fold, tidy } from './fold.ts';
import * as rules from './rules.ts';

/** What kind of word it is; it decides what a missing one costs. */
export const Role = { core: 0, generic: 1, small: 2, country: 3, group: 4, sibling: 5, number: 6 } as const;
export type Role = (typeof Role)[keyof typeof Role];

export interface Word {
  /** Folded letters and digits. */
  text: string;
  role: Role;
  /** Only added to the name: owner, department, remark, parent company, town behind a comma. */
  aside: boolean;
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
  /** A web or e-mail address stood in place of a name. */
  address: boolean;
}

const MAX_WORDS = 14;
const squeeze = (s: string) => fold(s).replace(/[^a-z0-9]/g, '');
const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const roles = new Map<string, Role>();
const canonical = new Map<string, string>();
function learn(groups: readonly (readonly string[])[], role: Role) {
  for (const group of groups)
    for (const word of group) {
      roles.set(fold(word), role);
      canonical.set(fold(word), fold(group[0]!));
    }
}
for (const line of rules.GENERIC_WORDS)
  for (const word of line.split(' ')) roles.set(fold(word), Role.generic);
for (const word of rules.SMALL_WORDS) roles.set(fold(word), Role.small);
learn(rules.COUNTRY_WORDS, Role.country);
learn(rules.GROUP_WORDS, Role.group);
learn(rules.SIBLING_WORDS, Role.sibling);
for (const word of rules.COUNTRY_ADJECTIVES) roles.set(fold(word), Role.generic);
for (const [short, long] of rules.ABBREVIATIONS) canonical.set(fold(short), fold(long));
const connectors = new Set(rules.CONNECTORS);
const remarks = new Set(rules.REMARKS.map(squeeze));

const forms = new Map<string, string>();
for (const line of rules.LEGAL_FORMS) for (const spelling of line) forms.set(squeeze(spelling), line[0]!);
const formsOnlyLast = new Set(rules.FORMS_ONLY_LAST.map(squeeze));

/** A spelling with any dots, slashes and spaces between its letters, when it is short enough to be written so. */
function formPattern(spelling: string): string {
  if (spelling.includes('/')) return escaped(spelling).replace('/', '\\s?/\\s?');
  if (spelling.includes(' ')) return escaped(fold(spelling)).replaceAll(' ', '\\.?\\s');
  if (spelling.length <= 4 && !spelling.includes('.')) return [...spelling].map(escaped).join('\\.?');
  return escaped(fold(spelling));
}
const spellings = rules.LEGAL_FORMS.flat().sort((a, b) => b.length - a.length);
const FORM = new RegExp(
  `(?<=^|[\\s,(.])\\(?(?:${spellings.map(formPattern).join('|')})\\.?\\)?(?=$|[\\s,.)])`,
  'g',
);

const list = (words: readonly string[]) => words.map((w) => escaped(fold(w))).join('|');
const OWNER = new RegExp(
  `\\sv\\s?/\\s?|\\s(?:${list(rules.OWNER_WORDS.filter((w) => !w.includes('/')))})\\s`,
);
const BRANCH = new RegExp(
  `[\\s,(]+(?:${[...rules.BRANCH_PHRASES]
    .sort((a, b) => b.length - a.length)
    .map((p) => escaped(fold(p)))
    .join('|')})(?:\\s|$)`,
);
const ATTENTION = new RegExp(`[\\s,(-]+(?:${list(rules.ATTENTION_WORDS)})(?:[.:\\s].*)?$`);
const DEPARTMENT = new RegExp(`[\\s,(-]+(?:${list(rules.DEPARTMENT_WORDS)})[.:\\s]`);
const WEB =
  /^(?:https?:\/\/)?(?:www\.)?(?:[^\s@/]+@)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)\.([a-z]{2,6})(?:\/\S*)?$/u;

/** Finds the legal form nearest to the end, and what stands in front of it and behind it. */
function splitForm(s: string): { head: string; form: string; tail: string } {
  if (s.length < 3) return { head: s, form: '', tail: '' };
  let found: RegExpExecArray | undefined;
  let first: RegExpExecArray | undefined;
  FORM.lastIndex = 0;
  for (let m = FORM.exec(s); m; m = FORM.exec(s)) {
    const rest = s.slice(m.index + m[0].length);
    if (formsOnlyLast.has(squeeze(m[0])) && !/^[\s.,)]*($|[,(])/.test(rest) && !m[0].includes('.')) continue;
    if (m.index === 0) first = m;
    else found = m;
  }
  const m = found ?? first;
  if (!m) return { head: s, form: '', tail: '' };
  const head = s.slice(0, m.index);
  const tail = s.slice(m.index + m[0].length);
  const form = forms.get(squeeze(m[0])) ?? '';
  if (!/[\p{L}\p{N}]/u.test(head))
    return /[\p{L}\p{N}]/u.test(tail) ? { head: tail, form, tail: '' } : { head: s, form: '', tail: '' };
  return { head, form, tail };
}

/** Splits text into folded words and adds them. */
function addWords(words: Word[], text: string, aside: boolean) {
  const joined = text
    .replace(/['’´`]/g, '')
    .replace(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu, '');
  let runOfSingles = false;
  for (const m of joined.matchAll(/[\p{L}\p{N}�?]+/gu)) {
    if (words.length >= MAX_WORDS) return;
    let t = m[0].replace(/[�?]/g, '');
    if (!t || connectors.has(t)) continue;
    t = fold(t).slice(0, 40);
    const dotted = joined[m.index + m[0].length] === '.';
    const last = words.at(-1);
    const single = t.length === 1 && t >= 'a' && t <= 'z';
    if (single && runOfSingles && last && last.text.length < 5) {
      last.text += t;
      continue;
    }
    runOfSingles = single;
    const known = roles.get(t);
    const role = known ?? (/^[0-9]+$/.test(t) ? Role.number : Role.core);
    words.push({ text: canonical.get(t) ?? t, role, aside, dotted });
  }
}

const isRemark = (s: string) => remarks.has(squeeze(s));

/** Takes a name apart. Never throws; an empty or unreadable name has no words. */
export function parseName(raw: unknown): ParsedName {
  const given = tidy(raw);
  const words: Word[] = [];
  const parsed: ParsedName = { given, words, form: '', turned: false, address: false };
  if (!given) return parsed;

  const web = given.includes('.') ? WEB.exec(given) : null;
  if (web && !forms.has(squeeze(given))) {
    parsed.address = true;
    addWords(words, web[1]!, false);
    words.push({ text: fold(web[2]!), role: Role.small, aside: true, dotted: false });
    return parsed;
  }

  let s = given;
  const asides: string[] = [];
  const cut = (pattern: RegExp, keep: boolean) => {
    const m = pattern.exec(s);
    if (!m || m.index === 0) return;
    if (keep) asides.push(s.slice(m.index + m[0].length));
    s = s.slice(0, m.index);
  };
  const number = /^[#(]?\d{3,}[)]?\s*[-:,.]?\s+(?=\D*\p{L}{2})/u.exec(s);
  if (number) s = s.slice(number[0].length);
  cut(ATTENTION, false);
  cut(DEPARTMENT, true);
  cut(BRANCH, true);
  cut(OWNER, true);
  if (s.includes('('))
    s = s.replace(/\(([^()]*)\)?/g, (whole, inside: string) => {
      if (forms.has(squeeze(inside))) return ` ${inside} `;
      if (whole.length >= s.trim().length) return ` ${inside} `;
      if (!isRemark(inside)) asides.push(inside);
      return ' ';
    });
  s = s.replace(/\s+-\s+(.*)$/, (whole, tail: string) => (isRemark(tail) ? '' : whole)).trim();

  const { head, form, tail } = splitForm(s);
  parsed.form = form;
  s = head;
  if (tail && !isRemark(tail)) asides.push(tail);
  const comma = s.search(/,\s*\S/);
  if (comma > 0) {
    const before = s.slice(0, comma).trim();
    const behind = s.slice(comma + 1).trim();
    if (!form && !before.includes(' ') && /^[\p{L}. -]+$/u.test(behind)) {
      s = `${behind} ${before}`;
      parsed.turned = true;
    } else if (/\s/.test(before) && !/[\s,]/.test(behind)) {
      s = before;
      if (!isRemark(behind)) asides.push(behind);
    }
  }
  addWords(words, s, false);
  while (words.length > 1 && isRemark(words.at(-1)!.text) && !form) words.pop();
  for (const aside of asides) addWords(words, splitForm(aside).head, true);
  if (!words.some((w) => !w.aside)) for (const w of words) w.aside = false;
  return parsed;
}
