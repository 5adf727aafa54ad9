/** Duplicates inside one system, as they are shown and remembered. Plain data and pure. */

/** Whose duplicates: contacts in Dinero, customers in Effihub. */
export const SIDES = ['contacts', 'customers'] as const;
export type Side = (typeof SIDES)[number];

/** Somebody who may stand in the same system once more. */
export interface DuplicateMember {
  /** A contact's GUID, or a customer's id. */
  id: string;
  name: string;
  city?: string;
  vatNumber?: string;
  email?: string;
  customerNumber?: string;
  /** Who it is linked to on the other side, by a link that works. */
  linkedTo?: { id: string; name: string };
  /** The contact is on the ignore list. */
  ignored?: boolean;
  /** The contact is a supplier only. */
  supplier?: boolean;
  /** The number in the address of the contact's page, once the panel has seen it. */
  number?: string;
}

export interface DuplicateSet {
  /** In Danish order; at least two. */
  members: DuplicateMember[];
  /** Why they may be one, as the matcher says it; of the surest pair first. */
  reasons: string[];
}

/** In Danish order by the first member. */
export type Duplicates = Record<Side, DuplicateSet[]>;

/** Beyond so many not every two of a set are remembered, or it would be a million. */
const EVERY_TWO = 40;

/**
 * What is remembered of a set that the user says are no duplicates: every two of them, so that a further one that turns up
 * later is shown with them.
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
