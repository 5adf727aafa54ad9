/** Two names side by side: what agrees, and what the differences cost. */
import { type Alignment, alignWords, type Comparison } from './alignment.ts';
import { ADDED, COST, MISSING } from './costs.ts';
import { Role } from './lexicon.ts';
import { Part } from './normalize.ts';
import type { Entry } from './vocabulary.ts';
import { NEVER } from './word-compare.ts';

export interface NameScore {
  /** What agrees tells this much, in nats. */
  information: number;
  /** What the differences cost, in nats. */
  cost: number;
  /** Every word of both names has its partner. */
  complete: boolean;
  /** A difference that also tells sister companies or namesakes apart: never certain by the name alone. */
  doubtful: boolean;
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
function countLeftOver(a: Alignment, s: Entry, t: Entry): boolean {
  const bothOwners = s.hasOwner && t.hasOwner;
  const agreesS = (i: number) => !a.free(i);
  const agreesT = (j: number) => !a.freeT(j);
  const inS = leftOver(s, t, agreesS, bothOwners, ADDED);
  const inT = leftOver(t, s, agreesT, bothOwners, MISSING);
  a.cost += inS.cost + inT.cost;
  if (inS.owner && inT.owner) a.cost += COST.ownerMissing;
  if (inT.owner && !inS.owner) a.cost += COST.ownerMissing - COST.aside;
  if (inS.doubtful || inT.doubtful) a.doubtful = true;
  if (!a.distinctive && (inT.owner || inS.country || (inS.owner && isGeneric(s)))) a.doubtful = true;
  return inS.complete && inT.complete;
}

const isGeneric = (e: Entry) => e.roles.every((role, i) => role !== Role.core || e.parts[i] !== Part.own);

/** One side's words without a partner. */
function leftOver(
  e: Entry,
  other: Entry,
  agrees: (i: number) => boolean,
  bothOwners: boolean,
  costs: Record<Role, number>,
) {
  const result = { cost: 0, complete: true, doubtful: false, owner: false, country: false };
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
    if (role !== Role.small) result.complete = false;
    if (role === Role.country) result.country = true;
    if (!isCertainWithout(role)) result.doubtful = true;
    result.cost += isMiddleName(e, other, i, agrees) ? COST.middleName : costs[role];
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

/** The shorter name stops inside a word of the longer one, and is long enough to have been cut off. */
function isCutOff(s: string, t: string): boolean {
  const [short, long] = s.length < t.length ? [s, t] : [t, s];
  if (short.length < CUT_OFF_FROM || !long.startsWith(short)) return false;
  return /[\p{L}\p{N}]$/u.test(short) && /[\p{L}\p{N}]/u.test(long[short.length]!);
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
  complete: false,
  doubtful: false,
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
  let complete = countLeftOver(a, s, t);
  if (!inOrder(a, s, t)) a.cost += COST.order;
  let byInitials = false;

  const asOneWord = a.cost > 1 ? costAsOneWord(s, t, comparison) : NEVER;
  if (asOneWord < a.cost) {
    a.cost = asOneWord;
    a.doubtful = false;
    a.information = Math.max(a.information, weights[t.whole]!);
    complete = true;
  }
  if (a.cost > COST.cutOff && isCutOff(s.given, t.given)) {
    a.cost = COST.cutOff;
    complete = true;
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
  const formDiffers = s.form !== t.form && s.form !== '' && t.form !== '';
  if (s.form !== t.form) a.cost += formDiffers ? COST.formDiffers : COST.formMissing;
  if (s.turned !== t.turned) a.cost += COST.turned;
  if (s.given !== t.given) a.cost += COST.spelling;
  const identical = equal && s.form === t.form;
  return {
    silent: false,
    information: a.information,
    cost: a.cost,
    complete,
    doubtful: a.doubtful || byInitials || (formDiffers && !a.distinctive),
    equal,
    identical,
    byInitials,
    formDiffers,
  };
}
