/** Two names side by side: what agrees, and what the differences cost. */
import { type Alignment, alignWords, type Comparison } from './alignment.ts';
import { ADDED, COST, MISSING } from './costs.ts';
import { Doubt } from './doubt.ts';
import { splitForm } from './legal-form.ts';
import { Role } from './lexicon.ts';
import { Part } from './normalize.ts';
import type { Entry } from './vocabulary.ts';
import { NEVER } from './word-compare.ts';

export interface NameScore {
  /** What agrees tells this much, in nats. */
  information: number;
  /** What the differences cost, in nats. */
  cost: number;
  /** The part of it that the words cost; the rest is for the legal form and the spelling. */
  wordCost: number;
  /** Every word of both names has its partner. */
  complete: boolean;
  /** What makes the match doubtful, as flags of {@link Doubt}; 0 for nothing. */
  doubts: number;
  /** One of the names has no words: nothing can be said. */
  silent: boolean;
  /** The same words in the same order. */
  equal: boolean;
  /** Equal, and with the same legal form or none. */
  identical: boolean;
  byInitials: boolean;
  formDiffers: boolean;
}

/** Names this long and longer may have been cut off. */
const CUT_OFF_FROM = 18;
/** A middle name may be left out: it stands between words that agree, in a name that is nothing but names. */
function isMiddleName(e: Entry, other: Entry, i: number, agrees: (i: number) => boolean): boolean {
  const last = e.words.length - 1;
  return (
    i > 0 &&
    i < last &&
    !e.form &&
    !other.form &&
    e.roles.every((r) => r === Role.core) &&
    agrees(0) &&
    agrees(last)
  );
}

const isCertainWithout = (role: Role) => role === Role.small || role === Role.country;

/** Adds what the words without a partner cost; says whether there are such words. */
function countLeftOver(a: Alignment, s: Entry, t: Entry, formDiffers: boolean): boolean {
  const bothOwners = s.hasOwner && t.hasOwner;
  const agreesS = (i: number) => !a.free(i);
  const agreesT = (j: number) => !a.freeT(j);
  const inS = leftOver(s, t, agreesS, bothOwners, ADDED, COST.middleNameAdded);
  const inT = leftOver(t, s, agreesT, bothOwners, MISSING, COST.middleNameMissing);
  a.cost += inS.cost + inT.cost;
  if (inS.owner && inT.owner) a.cost += COST.ownerMissing;
  if (inT.owner && !inS.owner) a.cost += COST.ownerMissing - COST.aside;
  a.doubts |= inS.doubts & Doubt.missingWord ? Doubt.sister : inS.doubts;
  a.doubts |= inT.doubts;
  if (!a.distinctive && (inT.owner || (inS.owner && (formDiffers || (s.form !== t.form && isGeneric(s))))))
    a.doubts |= Doubt.owner;
  if (!a.distinctive && inS.country) a.doubts |= Doubt.country;
  return inS.complete && inT.complete;
}

/** Two names or more that persons have, and nothing else. */
const isPerson = (e: Entry, { known }: Comparison['vocabulary']) =>
  e.words.length > 1 && e.words.every((n, i) => e.roles[i] === Role.core && known[n]);

const isGeneric = (e: Entry) => e.roles.every((role, i) => role !== Role.core || e.parts[i] !== Part.own);

/** One side's words without a partner. */
function leftOver(
  e: Entry,
  other: Entry,
  agrees: (i: number) => boolean,
  bothOwners: boolean,
  costs: Record<Role, number>,
  middleName: number,
) {
  const result = { cost: 0, complete: true, doubts: 0, owner: false, country: false };
  const ownerAgrees = bothOwners || e.parts.some((part, i) => part === Part.owner && agrees(i));
  let added = false;
  for (let i = 0; i < e.words.length; i++) {
    if (agrees(i)) continue;
    const role = e.roles[i]!;
    const part = e.parts[i]!;
    if (part === Part.added || (part === Part.owner && !ownerAgrees)) {
      if (part === Part.owner) result.owner = true;
      added = true;
      continue;
    }
    if (role !== Role.small && role !== Role.number) result.complete = false;
    if (role === Role.country) result.country = true;
    const middle = isMiddleName(e, other, i, agrees);
    if (role === Role.number) result.doubts |= Doubt.number;
    else if (role === Role.sibling) result.doubts |= Doubt.sister;
    else if (middle) result.doubts |= Doubt.middleName;
    else if (!isCertainWithout(role)) result.doubts |= Doubt.missingWord;
    result.cost += middle ? middleName : costs[role];
    if (i === 0 && !isCertainWithout(role)) result.cost += COST.firstWord;
  }
  if (added) result.cost += COST.aside;
  return result;
}

function inOrder(a: Alignment, s: Entry, t: Entry): boolean {
  let last = -1;
  for (let i = 0; i < s.words.length; i++) {
    const j = a.partner[i]!;
    if (j < 0 || s.parts[i] !== Part.own || t.parts[j] !== Part.own) continue;
    if (j < last) return false;
    last = j;
  }
  return true;
}

/** From this length on a name that stops inside the last word is hardly another customer's. */
const SURELY_CUT_OFF_FROM = 20;

/**
 * The shorter name stops inside a word of the longer one, and is long enough to have been cut off.
 * @returns how many words the longer one goes on with (its legal form left out), -1 when it is not cut off
 */
function wordsCutOff(s: string, t: string): number {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  if (short.length < CUT_OFF_FROM || !long.startsWith(short)) return -1;
  const rest = long.slice(short.length);
  if (!/[\p{L}\p{N}]$/u.test(short) || !/^[\p{L}\p{N}]/u.test(rest)) return -1;
  const { head } = splitForm(rest);
  return head.trim().split(/\s+/).length - 1;
}

/** The names without any spaces: words joined or split in more than one place, a web address. */
function costAsOneWord(s: Entry, t: Entry, { vocabulary, compare }: Comparison): number {
  if (s.whole < 0 || t.whole < 0 || (s.hasOwner && t.hasOwner)) return NEVER;
  if (s.whole !== t.whole && s.words.length === t.words.length) return NEVER;
  const x = vocabulary.texts[s.whole]!;
  const y = vocabulary.texts[t.whole]!;
  if (Math.min(x.length, y.length) < 6 || Math.abs(x.length - y.length) > 2) return NEVER;
  const c = compare(s.whole, t.whole, false);
  return c > COST.typo ? NEVER : c + COST.joined * 2;
}

const NOT_COMPARED: NameScore = {
  information: 0,
  cost: NEVER,
  wordCost: NEVER,
  complete: false,
  doubts: 0,
  silent: true,
  equal: false,
  identical: false,
  byInitials: false,
  formDiffers: false,
};

/** Compares a source name with a target name. */
export function compareNames(s: Entry, t: Entry, comparison: Comparison): NameScore {
  const { weights } = comparison;
  if (s.words.length === 0 || t.words.length === 0) return NOT_COMPARED;

  const a = alignWords(s, t, comparison);
  const formDiffers = s.form !== t.form && s.form !== '' && t.form !== '';
  let complete = countLeftOver(a, s, t, formDiffers);
  if (!inOrder(a, s, t)) a.cost += COST.order;
  let byInitials = false;

  const asOneWord = a.cost > 1 ? costAsOneWord(s, t, comparison) : NEVER;
  if (asOneWord < a.cost) {
    a.cost = asOneWord;
    a.doubts = 0;
    a.information = Math.max(a.information, weights[t.whole]!);
    complete = true;
  }
  const cutOff = complete && a.cost <= COST.cutOff ? -1 : wordsCutOff(s.given, t.given);
  if (cutOff >= 0) {
    a.cost = Math.min(a.cost, COST.cutOff);
    complete = true;
    const short = Math.min(s.given.length, t.given.length);
    if (cutOff === 0 && short >= SURELY_CUT_OFF_FROM) a.doubts = 0;
  }
  if (
    a.cost > COST.initials &&
    ((s.initials >= 0 && t.whole === s.initials) || (t.initials >= 0 && s.whole === t.initials))
  ) {
    a.cost = COST.initials;
    a.information = Math.max(a.information, 6);
    byInitials = true;
  }
  const equal = complete && a.cost === 0;
  const wordCost = a.cost;
  if (s.form !== t.form)
    a.cost += formDiffers ? COST.formDiffers : s.form ? COST.formAdded : COST.formMissing;
  const personOrCompany = !s.form !== !t.form && isPerson(s.form ? t : s, comparison.vocabulary);
  if (personOrCompany && t.form) a.cost += COST.formOfPerson;
  if (s.turned !== t.turned) a.cost += COST.turned;
  if (s.given !== t.given) a.cost += COST.spelling;
  const identical = equal && s.form === t.form;
  if (byInitials) a.doubts |= Doubt.initial;
  if (personOrCompany) a.doubts |= Doubt.person;
  else if (
    !s.form &&
    !t.form &&
    t.words.length === 2 &&
    isPerson(s, comparison.vocabulary) &&
    isPerson(t, comparison.vocabulary)
  )
    a.doubts |= Doubt.namesake;
  if (formDiffers && !a.distinctive) a.doubts |= Doubt.form;
  return {
    silent: false,
    information: a.information,
    cost: a.cost,
    wordCost,
    complete,
    doubts: a.doubts,
    equal,
    identical,
    byInitials,
    formDiffers,
  };
}
