/** The words of two names without a partner: their costs, and the doubts they raise. */

import { ADDED, COST, MISSING } from '../costs.ts';
import { Role } from '../name/lexicon.ts';
import { Part } from '../name/words.ts';
import type { Entry } from '../vocabulary.ts';
import type { Alignment } from './alignment.ts';
import { Doubt } from './doubt.ts';

/** A middle name may be left out: it stands between words that agree, in a name that consists of names only. */
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

/** Doubts that mean another word when both sides have them. */
const ANOTHER = Doubt.missingWord | Doubt.sister | Doubt.middleName;

/**
 * Adds the costs of words without a partner.
 * @returns whether none of them matters
 */
export function addUnmatchedWords(a: Alignment, s: Entry, t: Entry, formDiffers: boolean): boolean {
  const bothOwners = s.hasOwner && t.hasOwner;
  const agreesS = (i: number) => !a.free(i);
  const agreesT = (j: number) => !a.freeT(j);
  const inS = leftOver(s, t, agreesS, bothOwners, ADDED, COST.middleNameAdded);
  const inT = leftOver(t, s, agreesT, bothOwners, MISSING, COST.middleNameMissing);
  a.cost += inS.cost + inT.cost;
  if (inS.doubts & ANOTHER && inT.doubts & ANOTHER) a.cost += COST.replaced;
  if (inS.owner && inT.owner) a.cost += COST.ownerMissing;
  if (inT.owner && !inS.owner) a.cost += COST.ownerMissing - COST.aside;
  a.doubts |= inS.doubts & Doubt.missingWord ? Doubt.sister : inS.doubts;
  a.doubts |= inT.doubts;
  if (!a.distinctive && (inT.owner || (inS.owner && (formDiffers || (s.form !== t.form && isGeneric(s))))))
    a.doubts |= Doubt.owner;
  if (!a.distinctive && inS.country) a.doubts |= Doubt.country;
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
      // "(Holding)", "- Ejendomme": a sister company wherever the word stands.
      else if (role === Role.sibling) result.doubts |= Doubt.sister;
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
