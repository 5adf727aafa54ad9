/** Lays two names side by side, word by word, and says what agrees and what the differences cost. */
import { ADDED, COST, MISSING } from './costs.ts';
import { Role } from './lexicon.ts';
import { Part } from './normalize.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';
import { areTwoWords, costOfText, NEVER, type WordComparer } from './word-compare.ts';

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

/** Everything names are compared with. */
export interface Comparison {
  vocabulary: Vocabulary;
  weights: Float64Array;
  compare: WordComparer;
}

/** Names this long and longer may have been cut off. */
const CUT_OFF_FROM = 18;
/** A pair of words that costs more is no pair. */
const PAIR_AT_MOST = 6;

/** Which word of one name goes with which of the other. */
class Alignment {
  /** Per source word its target word, -1 for none. */
  readonly partner: Int8Array;
  usedT = 0;
  information = 0;
  cost = 0;
  doubtful = false;
  constructor(words: number) {
    this.partner = new Int8Array(words).fill(-1);
  }
  free(i: number): boolean {
    return this.partner[i]! < 0;
  }
  freeT(j: number): boolean {
    return !(this.usedT & (1 << j));
  }
  take(i: number, j: number, information: number, cost: number): void {
    this.partner[i] = j;
    this.usedT |= 1 << j;
    this.information += information;
    this.cost += cost;
  }
}

function pairEqualWords(a: Alignment, s: Entry, t: Entry, weights: Float64Array) {
  const n = s.words.length;
  const m = t.words.length;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const j = (i + k) % m;
      if (s.senses[i] !== t.senses[j] || !a.freeT(j)) continue;
      a.take(i, j, weights[t.senses[j]!]!, s.words[i] === t.words[j] ? 0 : COST.sense);
      break;
    }
}

/** "Alfa Laval" and "Alfalaval", on either side, also where the parts do not stand next to each other. */
function pairJoinedWords(a: Alignment, s: Entry, t: Entry, { vocabulary, weights, compare }: Comparison) {
  const limit = COST.typo + 0.01;
  for (let i = 0; i < s.words.length; i++) {
    if (!a.free(i)) continue;
    for (let j = 0; j + 1 < t.words.length && a.free(i); j++) {
      if (!a.freeT(j) || !a.freeT(j + 1)) continue;
      const c = compare(s.words[i]!, t.joints[j]!, false);
      if (c > limit) continue;
      a.take(i, j, weights[t.senses[j]!]! + weights[t.senses[j + 1]!]!, c + COST.joined);
      a.usedT |= 1 << (j + 1);
    }
    if (a.free(i)) pairWithTwo(a, s, t, i, vocabulary, weights);
    if (!a.free(i) || i + 1 >= s.words.length || !a.free(i + 1)) continue;
    for (let j = 0; j < t.words.length; j++) {
      if (!a.freeT(j)) continue;
      const c = compare(s.joints[i]!, t.words[j]!, false);
      if (c > limit) continue;
      a.take(i, j, weights[t.senses[j]!]!, c + COST.joined);
      a.partner[i + 1] = j;
      break;
    }
  }
}

/** One source word holds two target words, one of them maybe misspelt or shortened. */
function pairWithTwo(
  a: Alignment,
  s: Entry,
  t: Entry,
  i: number,
  vocabulary: Vocabulary,
  weights: Float64Array,
) {
  const text = vocabulary.texts[s.words[i]!]!;
  if (text.length < 6) return;
  let best = NEVER;
  let bj = -1;
  let bk = -1;
  for (let j = 0; j < t.words.length; j++) {
    const whole = vocabulary.texts[t.words[j]!]!;
    const front = text.startsWith(whole);
    if (!a.freeT(j) || whole.length < 2 || whole.length >= text.length || !(front || text.endsWith(whole)))
      continue;
    const rest = front ? text.slice(whole.length) : text.slice(0, -whole.length);
    for (let k = 0; k < t.words.length; k++) {
      if (k === j || !a.freeT(k)) continue;
      const c = costOfText(rest, vocabulary.texts[t.words[k]!]!) + (front === k > j ? 0 : COST.order);
      if (c < best) {
        best = c;
        bj = j;
        bk = k;
      }
    }
  }
  if (best > COST.typoTwice + COST.order) return;
  a.take(i, bj, weights[t.senses[bj]!]! + weights[t.senses[bk]!]!, COST.joined + best);
  a.usedT |= 1 << bk;
}

/** Short words are alike by chance: what it tells that two words agree in their letters. */
function lettersTell(x: string, y: string, cost: number): number {
  const letters = Math.min(x.length, y.length);
  if (x.startsWith(y) || y.startsWith(x)) return letters * 2;
  return Math.max(letters - (cost >= COST.typoTwice ? 3.2 : 1.6), 0) * 1.6;
}

function pairSimilarWords(a: Alignment, s: Entry, t: Entry, { vocabulary, weights, compare }: Comparison) {
  for (;;) {
    let best = NEVER;
    let bi = -1;
    let bj = -1;
    for (let i = 0; i < s.words.length; i++) {
      if (!a.free(i)) continue;
      for (let j = 0; j < t.words.length; j++) {
        if (!a.freeT(j)) continue;
        const dotted = s.dotted[i]! || t.dotted[j]!;
        let c = compare(s.words[i]!, t.words[j]!, dotted) + (i === j ? 0 : 0.01);
        if (t.senses[j] !== t.words[j])
          c = Math.min(c, compare(s.words[i]!, t.senses[j]!, dotted) + COST.sense);
        if (s.senses[i] !== s.words[i])
          c = Math.min(c, compare(s.senses[i]!, t.words[j]!, dotted) + COST.sense);
        if (c < best) {
          best = c;
          bi = i;
          bj = j;
        }
      }
    }
    if (best >= PAIR_AT_MOST) return;
    const x = vocabulary.texts[s.words[bi]!]!;
    const y = vocabulary.texts[t.words[bj]!]!;
    const shortened = s.dotted[bi]! || t.dotted[bj]!;
    if (
      Math.min(x.length, y.length) < 3 ||
      (!shortened && areTwoWords(vocabulary, s.words[bi]!, t.words[bj]!))
    )
      a.doubtful = true;
    a.take(bi, bj, Math.min(weights[t.senses[bj]!]!, lettersTell(x, y, best)), best);
  }
}

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
  return inS.complete && inT.complete;
}

/** One side's words without a partner. */
function leftOver(
  e: Entry,
  other: Entry,
  agrees: (i: number) => boolean,
  bothOwners: boolean,
  costs: Record<Role, number>,
) {
  const result = { cost: 0, complete: true, doubtful: false, owner: false };
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
  if (x.replace(/\D/g, '') !== y.replace(/\D/g, '')) return NEVER;
  const c = compare(s.whole, t.whole, false);
  return c > COST.typoTwice ? NEVER : c + COST.joined * 2;
}

/** Compares a source name with a target name. */
export function compareNames(s: Entry, t: Entry, comparison: Comparison): NameScore {
  const { weights } = comparison;
  const nothing = {
    information: 0,
    cost: NEVER,
    complete: false,
    doubtful: false,
    silent: false,
    equal: false,
    identical: false,
    byInitials: false,
    formDiffers: false,
  };
  if (s.words.length === 0 || t.words.length === 0) return { ...nothing, silent: true };

  const a = new Alignment(s.words.length);
  pairEqualWords(a, s, t, weights);
  pairJoinedWords(a, s, t, comparison);
  pairSimilarWords(a, s, t, comparison);
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
    ...nothing,
    information: a.information,
    cost: a.cost,
    complete,
    doubtful: a.doubtful || formDiffers || byInitials,
    equal,
    identical,
    byInitials,
    formDiffers,
  };
}
