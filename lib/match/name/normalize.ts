/** A name taken apart: what it is called, its legal form, and what was only added to it. */

import * as rules from '../rules.ts';
import { beyond, fold, tidy } from './fold.ts';
import { escaped, formOf, splitForm } from './legal-form.ts';
import { isRemark, isWebEnding, Role, roleOf, squeeze } from './lexicon.ts';
import { labelledNumber, marksIn, NO_MARKS } from './marks.ts';
import { numeral } from './numerals.ts';
import { withoutAdditions } from './remarks.ts';
import { Sign, signsIn } from './signs.ts';
import { addWords, Part, type Spellings, type Word } from './words.ts';

export interface ParsedName {
  /** The name as given, in lower case with single spaces. */
  given: string;
  words: Word[];
  /** The canonical legal form, '' when there is none. */
  form: string;
  /** "Hansen, Peter" was turned to "Peter Hansen". */
  turned: boolean;
  /** Its numbers, also those that are no words of the name, and single letters; see `marksDiffer`. */
  marks: readonly string[];
  /** "privat", "ny": folded, and no words of the name. */
  remarks: string[];
  /** A number with its label, '' when there is none: "cvr 25313763". */
  labelled: string;
  /** What follows when a name or a word is too long to be compared word by word, '' as a rule. */
  unread: string;
  /** The parts of a web or e-mail address, else nothing: `user`, `host`, `ending`, `path`. */
  address: Readonly<Record<string, string>>;
  /** The legal form of the company that it is a branch of, '' as a rule. */
  parentForm: string;
}

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
const BRANCH_IN_FRONT = new RegExp(`^(?:${any(rules.BRANCH_PHRASES)})\\s+(?=.*\\p{L})`, 'u');
const ATTENTION = new RegExp(
  `[\\s,(-]+(?:(?:${any(rules.ATTENTION_WORDS)})(?:[.:\\s].*)?|(?:${any(rules.LABELS)})(?:[-\\s]?n(?:r|ummer))?\\.?\\s*[:\\d].*)$`,
);
const DEPARTMENT = new RegExp(`[\\s,(-]+(?:${any(rules.DEPARTMENT_WORDS)})[.:\\s]`);
const WEB =
  /^(https?:\/\/)?(www\.)?(?:([^\s@/]+)@)?(?:www\.)?([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*)\.([a-z]{2,6})(?:\/(\S*))?$/u;
const NO_ADDRESS = {};
const DESIGNATION = /(?!mbA)[a-zæøåéäöü]{2}([IVX]{2,}|[A-ZÆØÅ])(?![a-zæøåéäöüA-ZÆØÅ])/g;
const HAS_QUOTES = /["'“”„»«‘’‚]/;
const QUOTES = /["“”„»«]|^[‘'‚]|[’']$/g;
const SIGNS_BEHIND = /(?<=[\p{L}\p{N}).])[\s*;:,!?_|–-]+$/u;

/** Quotes, and signs at the end. */
function withoutSigns(name: string): string {
  const s = HAS_QUOTES.test(name) ? name.replace(QUOTES, '') : name;
  return isLetterOrClosing(s.charCodeAt(s.length - 1)) ? s : s.replace(SIGNS_BEHIND, '');
}

/** Of ASCII a to z, a digit, a closing parenthesis or a dot; whatever else is not ASCII may be a letter. */
const isLetterOrClosing = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127 || code === 41 || code === 46;

/** "Fjord V ApS" and "Anna V. G. Nielsen": a numeral, or one of several initials. */
function isOwner(sign: RegExpExecArray | null): sign is RegExpExecArray {
  if (!sign) return false;
  const [before, behind] = [sign.input.slice(0, sign.index), sign.input.slice(sign.index + sign[0].length)];
  return (
    sign[0].includes('/') || !(formOf(behind) || /^\p{L}[.\s]/u.test(behind) || /\s\p{L}\.$/u.test(before))
  );
}

/** "CateringB" and "AksVII": a letter or a number of its own, as its case shows. */
const designationsIn = (raw: unknown): readonly string[] =>
  (typeof raw === 'string' && raw.length <= 200 && raw.match(DESIGNATION)?.map(designation)) || NO_MARKS;

function designation(text: string): string {
  const letters = text.slice(2).toLowerCase();
  return numeral(letters) || letters;
}

/** "alfa.dk", not "Kr.Juul". */
function webAddressIn(given: string) {
  const [, scheme, www, user = '', host, ending, path = ''] =
    (given.includes('.') && !formOf(given) && WEB.exec(given)) || [];
  if (!host || !ending || !(scheme || www || isWebEnding(ending))) return undefined;
  return { user, host, ending, path: squeeze(path) };
}

/**
 * Takes a name apart. Never throws; an empty or unreadable name has no words.
 * @param spellings the words of names before, so that each is looked up once
 */
export function parseName(raw: unknown, spellings: Spellings = new Map()): ParsedName {
  const given = tidy(raw);
  const words: Word[] = [];
  const remarks: string[] = [];
  const parsed: ParsedName = {
    given,
    words,
    form: '',
    turned: false,
    marks: NO_MARKS,
    remarks,
    labelled: '',
    unread: '',
    address: NO_ADDRESS,
    parentForm: '',
  };
  if (!given) return parsed;
  parsed.unread = beyond(raw, given);

  const added: string[] = [];
  let owner = '';
  let s = withoutSigns(given);
  const signs = signsIn(s);
  const read = (text: string, part: Part) => {
    parsed.unread += addWords(words, text, part, spellings);
  };
  const cut = (pattern: RegExp): string => {
    const m = pattern.exec(s);
    if (!m) return '';
    const rest = s.slice(m.index + m[0].length);
    if (m.index === 0 && pattern !== OWNER) return '';
    s = m.index === 0 ? rest : s.slice(0, m.index);
    return m.index === 0 ? '' : rest;
  };
  let careOf = '';
  if (signs & Sign.attention) {
    const before = s;
    cut(ATTENTION);
    const attention = before.slice(s.length);
    parsed.labelled = labelledNumber(attention);
    // Whom to write to tells nothing, where it is written to does.
    if (attention.includes('c/o')) careOf = attention.slice(attention.indexOf('c/o') + 3);
    added.push(careOf);
  }
  const numbered = s + careOf;
  const letters = [...designationsIn(raw)];
  s = withoutSigns(withoutAdditions(s, signs, remarks));
  const isBranch = (signs & Sign.branch) > 0 && BRANCH_IN_FRONT.test(s);
  if (isBranch) s = s.replace(BRANCH_IN_FRONT, '');
  if (signs & Sign.department) added.push(cut(DEPARTMENT));
  if (signs & Sign.branch) {
    const parent = cut(BRANCH);
    parsed.parentForm = splitForm(parent).form;
    added.push(parent);
  }
  const ownerSign = signs & Sign.owner ? OWNER.exec(s) : null;
  if (isOwner(ownerSign)) {
    owner = cut(OWNER);
    // Between two names it may be an initial.
    if (owner && !ownerSign[0].includes('/')) letters.push('v');
  }
  s = withoutParentheses(s, added, remarks);
  if (s.includes(' -'))
    s = s.replace(/\s+-\s+(.*)$/, (dash, tail: string) => (keepRemark(tail, remarks) ? '' : dash));
  s = s.trim();

  const web = webAddressIn(withoutSigns(s.replace(/\.$/, '')));
  if (web) {
    parsed.address = web;
    read(web.host, Part.own);
    read(web.ending, Part.added);
    for (const word of words) if (word.part === Part.added) word.role = Role.small;
  } else {
    const { head, form, tail } = splitForm(s, signs);
    parsed.form = form;
    if (isBranch) parsed.parentForm = form;
    if (!keepRemark(tail, remarks)) added.push(tail);
    read(splitAtComma(head, parsed, added), Part.own);
    while (words.length > 1 && !form && isRemark(words.at(-1)!.text)) remarks.push(words.pop()!.text);
  }
  if (isBranch) read(rules.BRANCH_WORD, Part.own);
  if (owner) {
    const ownerParts = splitForm(withoutParentheses(owner, added, remarks));
    parsed.form ||= ownerParts.form;
    const [ownerName, ...behind] = ownerParts.head.split(/\s+-\s+|,\s/);
    read(ownerName!, Part.owner);
    added.unshift(...behind, ownerParts.tail);
  }
  for (const text of added) {
    if (!text || keepRemark(text, remarks)) continue;
    const { head, tail } = splitForm(text);
    read(head, Part.added);
    read(tail, Part.added);
  }
  for (const word of words) if (word.isTitle) remarks.push(word.text);
  if (!words.some((w) => w.part === Part.own)) for (const w of words) w.part = Part.own;
  parsed.marks = marksIn(given, numbered, words, letters);
  return parsed;
}

/** @returns whether it is one */
function keepRemark(text: string, remarks: string[]): boolean {
  const is = isRemark(text);
  if (is) remarks.push(squeeze(text));
  return is;
}

/** A remark goes, a legal form stays in place, anything else moves to what was added. */
function withoutParentheses(s: string, added: string[], remarks: string[]): string {
  if (!s.includes('(')) return s;
  return s.replace(/\(([^()]*)\)?/g, (whole, inside: string) => {
    if (formOf(inside) || whole.length >= s.trim().length) return ` ${inside} `;
    if (!keepRemark(inside, remarks)) added.push(inside);
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
  if (!keepRemark(behind, parsed.remarks)) added.push(behind);
  return before;
}
