/** Duplicates within one system: how they are shown and dismissed. Pure. */

/** The lists with duplicates: contacts in Dinero, customers in Effihub. */
export const SIDES = ['contacts', 'customers'] as const;
export type Side = (typeof SIDES)[number];

/** A contact or customer that may exist twice in its system. */
export interface DuplicateMember {
  /** A contact's GUID, or a customer's id. */
  id: string;
  name: string;
  city?: string;
  vatNumber?: string;
  email?: string;
  customerNumber?: string;
  /** The other side of its working link. */
  linkedTo?: { id: string; name: string };
  /** The contact is on the ignore list. */
  ignored?: boolean;
  /** The contact is a supplier only. */
  supplier?: boolean;
  /** The number in the address of the contact's page, once the panel has learned it. */
  number?: string;
}

export interface DuplicateSet {
  /** In Danish order; at least two. */
  members: DuplicateMember[];
  /** The matcher's reasons, those of the most certain pair first. */
  reasons: string[];
}

/** In Danish order by the first member. */
export type Duplicates = Record<Side, DuplicateSet[]>;

/** In larger sets only neighbouring pairs are stored, because all pairs would be up to a million. */
const EVERY_TWO = 40;

/**
 * The keys that dismiss a set: one for every pair, so that a new member brings the set back.
 */
export function dismissalKeys(side: Side, ids: readonly string[]): string[] {
  const sorted = [...new Set(ids)].sort();
  const key = (one: string, other: string) => JSON.stringify([side, one, other]);
  const keys: string[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const others = sorted.length > EVERY_TWO ? sorted.slice(at + 1, at + 2) : sorted.slice(at + 1);
    for (const other of others) keys.push(key(sorted[at]!, other));
  }
  return keys;
}
