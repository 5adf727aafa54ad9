/** Parses a name: its words, its legal form, and additions. */

import * as rules from '../rules.ts';
import { designatorsIn, labelledNumber, NO_DESIGNATORS } from './designators.ts';
import { beyond, fold, tidy } from './fold.ts';
import { escaped, formOf, splitForm } from './legal-form.ts';
import { isRemark, isWebEnding, Role, roleOf, squeeze } from './lexicon.ts';
import { numeral } from './numerals.ts';
import { withoutAdditions } from './remarks.ts';
import { TriggerWord, triggerWordsIn } from './trigger-words.ts';
import { addWords, Part, type Spellings, type Word } from './words.ts';

export interface ParsedName {
  /** The name in lower case with single spaces. */
  given: string;
  words: Word[];
  /** The canonical legal form, '' when there is none. */
  form: string;
  /** Whether "Hansen, Peter" was turned into "Peter Hansen". */
  turned: boolean;
  /** Numbers, including those that are not words of the name, and single letters; see `designatorsDiffer`. */
  designators: readonly string[];
  /** Remarks such as "privat" or "ny", folded; not words of the name. */
  remarks: string[];
  /** A number with its label, '' when there is none: "cvr 25313763". */
  labelled: string;
  /** The rest of a name or word that is too long to be compared word by word; usually ''. */
  unread: string;
  /** The parts of a web or e-mail address (`user`, `host`, `ending`, `path`); empty for other names. */
  address: Readonly<Record<string, string>>;
  /** The legal form of the parent company of a branch; usually ''. */
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
/** In an addition. */
const OWNER_SIGN = /(?<=\s)v\s?\/\s?/g;
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

/** Removes quotes, and signs at the end. */
function withoutSigns(name: string): string {
  const s = HAS_QUOTES.test(name) ? name.replace(QUOTES, '') : name;
  return isLetterOrClosing(s.charCodeAt(s.length - 1)) ? s : s.replace(SIGNS_BEHIND, '');
}

/** In ASCII a to z, a digit, a closing parenthesis or a dot; any other character may be a letter. */
const isLetterOrClosing = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127 || code === 41 || code === 46;

/** In "Fjord V ApS" it is a numeral, in "Anna V. G. Nielsen" one of several initials. */
function isOwner(sign: RegExpExecArray | null): sign is RegExpExecArray {
  if (!sign) return false;
  const [before, behind] = [sign.input.slice(0, sign.index), sign.input.slice(sign.index + sign[0].length)];
  return (
    sign[0].includes('/') || !(formOf(behind) || /^\p{L}[.\s]/u.test(behind) || /\s\p{L}\.$/u.test(before))
  );
}

/** "CateringB" and "AksVII" end in a letter or number of its own, as the case shows. */
const designationsIn = (raw: unknown): readonly string[] =>
  (typeof raw === 'string' && raw.length <= 200 && raw.match(DESIGNATION)?.map(designation)) ||
  NO_DESIGNATORS;

function designation(text: string): string {
  const letters = text.slice(2).toLowerCase();
  return numeral(letters) || letters;
}

/** "alfa.dk", but not "Kr.Juul". */
function webAddressIn(given: string) {
  const [, scheme, www, user = '', host, ending, path = ''] = (!formOf(given) && WEB.exec(given)) || [];
  if (!host || !ending || !(scheme || www || isWebEnding(ending))) return undefined;
  return { user, host, ending, path: squeeze(path) };
}

/** A name during parsing. */
interface Draft extends ParsedName {
  remarks: string[];
  /** The text not parsed yet. */
  rest: string;
  /** Flags of {@link TriggerWord}: what the name may contain. */
  signs: number;
  /** Departments, parents and towns, in the order in which they are read after the name itself. */
  added: string[];
  owner: string;
  /** Single letters that are not words. */
  letters: string[];
  /** The text that may contain numbers of the name. */
  numbered: string;
  isBranch: boolean;
  spellings: Spellings;
}

function newDraft(given: string, spellings: Spellings): Draft {
  const rest = withoutSigns(given);
  return {
    given,
    words: [],
    form: '',
    turned: false,
    designators: NO_DESIGNATORS,
    remarks: [],
    labelled: '',
    unread: '',
    address: NO_ADDRESS,
    parentForm: '',
    rest,
    signs: triggerWordsIn(rest),
    added: [],
    owner: '',
    letters: [],
    numbered: rest,
    isBranch: false,
    spellings,
  };
}

/**
 * Parses a name. Never throws; an empty or unreadable name has no words.
 * @param spellings cache of words of earlier names
 */
export function parseName(raw: unknown, spellings: Spellings = new Map()): ParsedName {
  const draft = newDraft(tidy(raw), spellings);
  const { given, words, added, letters } = draft;
  if (!given) return draft;
  draft.unread = beyond(raw, given);
  for (const letter of designationsIn(raw)) letters.push(letter);
  if (draft.signs & TriggerWord.attention) takeOffAttention(draft);
  draft.rest = withoutSigns(withoutAdditions(draft.rest, draft.signs, draft.remarks));
  if (draft.signs & TriggerWord.department) added.push(cut(draft, DEPARTMENT));
  if (draft.signs & TriggerWord.branch) takeOffParent(draft);
  if (draft.signs & TriggerWord.owner) takeOffOwner(draft);
  takeOffRemarks(draft);
  const web = draft.rest.includes('.')
    ? webAddressIn(withoutSigns(draft.rest.replace(/\.$/, '')))
    : undefined;
  if (web) readAddress(draft, web);
  else readName(draft);
  if (draft.isBranch) read(draft, rules.BRANCH_WORD, Part.own);
  if (draft.owner) readOwner(draft);
  for (const text of added) readAdded(draft, text);
  for (const word of words) if (word.isTitle) draft.remarks.push(word.text);
  if (!words.some((w) => w.part === Part.own)) for (const w of words) w.part = Part.own;
  draft.designators = designatorsIn(given, draft.numbered, words, letters);
  return draft;
}

function read(draft: Draft, text: string, part: Part): void {
  draft.unread += addWords(draft.words, text, part, draft.spellings);
}

/** Cuts a name off at the first match of the pattern. @returns what follows the match; `''` when there is none */
function cut(draft: Draft, pattern: RegExp): string {
  const m = pattern.exec(draft.rest);
  if (!m || m.index === 0) return '';
  const behind = draft.rest.slice(m.index + m[0].length);
  draft.rest = draft.rest.slice(0, m.index);
  return behind;
}

/** A contact person tells nothing, a care-of address does. */
function takeOffAttention(draft: Draft): void {
  const before = draft.rest;
  cut(draft, ATTENTION);
  const attention = before.slice(draft.rest.length);
  draft.labelled = labelledNumber(attention);
  const careOf = attention.includes('c/o') ? attention.slice(attention.indexOf('c/o') + 3) : '';
  draft.added.push(careOf);
  draft.numbered = draft.rest + careOf;
}

/** "X Danmark, filial af X Ltd", and "Dansk filial af X Ltd", which is X's name with an extra word. */
function takeOffParent(draft: Draft): void {
  draft.isBranch = BRANCH_IN_FRONT.test(draft.rest);
  if (draft.isBranch) draft.rest = draft.rest.replace(BRANCH_IN_FRONT, '');
  const before = draft.rest;
  const parent = cut(draft, BRANCH).trim();
  // "X AB, filial" means the same.
  if (parent === '' && draft.rest !== before) draft.isBranch = true;
  draft.parentForm = splitForm(parent).form;
  draft.added.push(parent);
}

function takeOffOwner(draft: Draft): void {
  const sign = OWNER.exec(draft.rest);
  if (!isOwner(sign)) return;
  if (sign.index === 0) {
    draft.rest = draft.rest.slice(sign[0].length);
    return;
  }
  draft.owner = cut(draft, OWNER);
  // Between two names it may be an initial.
  if (draft.owner && !sign[0].includes('/')) draft.letters.push('v');
}

function takeOffRemarks(draft: Draft): void {
  let rest = withoutParentheses(draft.rest, draft.added, draft.remarks);
  if (rest.includes(' -'))
    rest = rest.replace(/\s+-\s+(.*)$/, (dash, tail: string) =>
      keepRemark(tail, draft.remarks) ? '' : dash,
    );
  draft.rest = rest.trim();
}

function readAddress(draft: Draft, address: NonNullable<ReturnType<typeof webAddressIn>>): void {
  draft.address = address;
  read(draft, address.host, Part.own);
  read(draft, address.ending, Part.added);
  for (const word of draft.words) if (word.part === Part.added) word.role = Role.small;
}

function readName(draft: Draft): void {
  const { words, added, remarks } = draft;
  const { head, form, tail } = splitForm(draft.rest, draft.signs);
  draft.form = form;
  if (draft.isBranch) draft.parentForm = form;
  if (!keepRemark(tail, remarks)) added.push(tail);
  read(draft, splitAtComma(head, draft), Part.own);
  while (words.length > 1 && !form && isRemark(words.at(-1)!.text)) remarks.push(words.pop()!.text);
}

function readOwner(draft: Draft): void {
  const { head, form, tail } = splitForm(withoutParentheses(draft.owner, draft.added, draft.remarks));
  draft.form ||= form;
  const [name, ...behind] = head.split(/\s+-\s+|,\s/);
  read(draft, name!, Part.owner);
  draft.added.unshift(...behind, tail);
}

function readAdded(draft: Draft, text: string): void {
  if (!text || keepRemark(text, draft.remarks)) return;
  const { head, tail } = splitForm(text.replace(OWNER_SIGN, ' '));
  read(draft, head, Part.added);
  read(draft, tail, Part.added);
}

/** @returns whether the text is a remark */
function keepRemark(text: string, remarks: string[]): boolean {
  const is = isRemark(text);
  if (is) remarks.push(squeeze(text));
  return is;
}

/** Takes parentheses apart: remarks are removed, legal forms stay in place, anything else becomes an addition. */
function withoutParentheses(s: string, added: string[], remarks: string[]): string {
  if (!s.includes('(')) return s;
  return s.replace(/\(([^()]*)\)?/g, (whole, inside: string) => {
    if (formOf(inside) || whole.length >= s.trim().length) return ` ${inside} `;
    if (!keepRemark(inside, remarks)) added.push(inside);
    return ' ';
  });
}

/** "Hansen, Peter" is a person; "Bakke Transport, Odense" a company with its town. */
function splitAtComma(s: string, draft: Draft): string {
  if (!s.includes(',')) return s;
  const comma = s.search(/,\s*\S/);
  if (comma <= 0) return s;
  const before = s.slice(0, comma).trim();
  const behind = s.slice(comma + 1).trim();
  if (
    !draft.form &&
    !/[\s]/.test(before) &&
    /^[\p{L}. -]+$/u.test(behind) &&
    roleOf(fold(behind)) !== Role.place
  ) {
    draft.turned = true;
    return `${behind} ${before}`;
  }
  if (/[\s,]/.test(behind)) return s;
  if (!keepRemark(behind, draft.remarks)) draft.added.push(behind);
  return before;
}
