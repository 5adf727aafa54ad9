/** Compares two names: what agrees, and what the differences cost. */

import { COST } from '../costs.ts';
import { numbersDiffer } from '../name/designators.ts';
import { Role } from '../name/lexicon.ts';
import { Part } from '../name/words.ts';
import type { Entry } from '../vocabulary.ts';
import { type Alignment, alignWords, type Comparison } from './alignment.ts';
import { Doubt } from './doubt.ts';
import { addUnmatchedWords } from './unmatched-words.ts';
import { costAsOneWord, isMostlyThere, SURELY_CUT_OFF_FROM, wordsCutOff } from './whole-name.ts';
import { NEVER } from './word-compare.ts';

export interface NameScore {
  /** The value of what agrees, in nats. */
  information: number;
  /** The cost of the differences, in nats. */
  cost: number;
  /** The words' part of the cost; the rest is for legal form and spelling. */
  wordCost: number;
  /** Every word of both names has a partner. */
  complete: boolean;
  /** Doubts as flags of {@link Doubt}; 0 for none. */
  doubts: number;
  /** One of the names has no words, so nothing can be said. */
  silent: boolean;
  /** Same words and numbers in the same order. */
  equal: boolean;
  /** Equal, and with the same legal form or none. */
  identical: boolean;
  byInitials: boolean;
  formDiffers: boolean;
  /** The names have different numbers. */
  numbersDiffer: boolean;
  /** Undefined when one name is missing, or the other one cut off. */
  alignment: Alignment | undefined;
  /** Without additions, the names agree as a whole: with other spaces, or as initials. */
  ownAgree: boolean;
}

/** Whether a name consists of at least two persons' names and nothing else. */
const isPerson = (e: Entry, { vocabulary: { known } }: Comparison): boolean =>
  e.words.length > 1 &&
  e.words.every((n, i) => (e.roles[i] === Role.core && known[n]) || (i === 0 && e.roles[i] === Role.small));

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
  numbersDiffer: false,
  alignment: undefined,
  ownAgree: false,
};

/** Compares a source name with a target name. */
export function compareNames(s: Entry, t: Entry, comparison: Comparison): NameScore {
  const { weights } = comparison;
  if (s.words.length === 0 || t.words.length === 0) return NOT_COMPARED;

  const a = alignWords(s, t, comparison);
  const formDiffers = s.form !== t.form && s.form !== '' && t.form !== '';
  let complete = addUnmatchedWords(a, s, t, formDiffers);
  if (!inOrder(a, s, t)) a.cost += COST.order;
  let byInitials = false;

  const asOneWord = a.cost > 1 ? costAsOneWord(s, t, comparison) : NEVER;
  const isOneWord = asOneWord < a.cost;
  if (isOneWord) {
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
    if (cutOff === 0 && short >= SURELY_CUT_OFF_FROM)
      a.doubts = isMostlyThere(s.given, t.given) ? 0 : Doubt.twoWords;
  }
  if (
    a.cost > COST.initials &&
    ((s.initials >= 0 && t.whole === s.initials) || (t.initials >= 0 && s.whole === t.initials))
  ) {
    a.cost = COST.initials;
    a.information = Math.max(a.information, 6);
    byInitials = true;
  }
  const otherNumber = numbersDiffer(s, t);
  const equal = complete && a.cost === 0 && !otherNumber;
  const wordCost = a.cost;
  if (s.form !== t.form)
    a.cost += formDiffers ? COST.formDiffers : s.form ? COST.formAdded : COST.formMissing;
  const personOrCompany = !s.form !== !t.form && isPerson(s.form ? t : s, comparison);
  if (personOrCompany && t.form) a.cost += COST.formOfPerson;
  if (s.turned !== t.turned) a.cost += COST.turned;
  if (s.given !== t.given) a.cost += COST.spelling;
  const identical = equal && s.form === t.form;
  if (byInitials) a.doubts |= Doubt.initial;
  if (personOrCompany) a.doubts |= Doubt.person;
  else if (!s.form && !t.form && t.words.length === 2 && isPerson(s, comparison) && isPerson(t, comparison))
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
    numbersDiffer: otherNumber,
    alignment: cutOff >= 0 ? undefined : a,
    ownAgree: isOneWord || byInitials,
  };
}
