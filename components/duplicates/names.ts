import { displayNames } from '../../lib/domain/display-names.ts';
import type { DuplicateMember, DuplicateSet } from '../../lib/features/duplicates/index.ts';

/** What the sets of a list and their members are called, no two the same; by the set's key and the member's id. */
export function namesOf(sets: readonly DuplicateSet[], unnamed: string) {
  const members = new Map(sets.flatMap((set) => set.members.map((member) => [member.id, member])));
  const named = [...members.values()].map(({ id, name, city, vatNumber, customerNumber }) => ({
    ...{ id, name, city, number: vatNumber ?? customerNumber },
  }));
  const ofMembers = displayNames(named, unnamed);
  const nameOf = (member: DuplicateMember) => ofMembers.get(member.id) ?? member.name;
  // A customer can stand first in two sets.
  const heads = sets.map((set) => ({ id: keyOf(set), name: nameOf(set.members[0]!) }));
  const ofSets = displayNames(heads, unnamed);
  return { member: nameOf, set: (set: DuplicateSet) => ofSets.get(keyOf(set)) ?? '' };
}

export type Names = ReturnType<typeof namesOf>;

/** The same for the same members. */
export const keyOf = ({ members }: DuplicateSet): string => JSON.stringify(members.map(({ id }) => id));
