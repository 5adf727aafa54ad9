/** What a restore would do to one company's links. Pure. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { type ChangeCounts, noChanges, type RestoreMode } from './compare-rows.ts';
import type { SavedLink } from './contents.ts';

export interface LinkChange {
  difference: ChangeCounts;
  /** Links of the file whose customer or contact is not there any more. */
  missing: number;
  /** Taken away before any is set: also where the customer gets another one. */
  remove: SavedLink[];
  set: SavedLink[];
}

/**
 * A customer has one contact and a contact one customer. Merging leaves whatever is linked here; replacing makes it what
 * the file says, as far as its customers and contacts are there.
 */
export function compareLinks(
  mine: readonly SavedLink[],
  theirs: readonly SavedLink[],
  mode: RestoreMode,
  isThere: (link: SavedLink) => boolean,
): LinkChange {
  const ofCustomer = new Map(mine.map((link) => [link.customerId, link]));
  const ofContact = new Map(mine.map((link) => [link.contactGuid, link]));
  const change: LinkChange = { difference: noChanges(), missing: 0, remove: [], set: [] };
  const { difference } = change;
  /** What is to be in the end. */
  const wanted = new Map<CustomerId, ContactGuid>();

  for (const link of theirs) {
    const before = ofCustomer.get(link.customerId);
    if (before?.contactGuid === link.contactGuid) {
      difference.unchanged += 1;
      wanted.set(link.customerId, link.contactGuid);
    } else if (!isThere(link)) change.missing += 1;
    else if (mode === 'merge' && (before || ofContact.has(link.contactGuid))) difference.kept += 1;
    else {
      difference[before ? 'changed' : 'added'] += 1;
      change.set.push(link);
      wanted.set(link.customerId, link.contactGuid);
    }
  }
  if (mode === 'merge') return change;

  const named = new Set(theirs.map(({ customerId }) => customerId));
  const taken = new Set(wanted.values());
  for (const link of mine) {
    const after = wanted.get(link.customerId);
    if (after === link.contactGuid) continue;
    // The file's link cannot be made; better the one that is here than none.
    if (after === undefined && named.has(link.customerId) && !taken.has(link.contactGuid)) {
      difference.kept += 1;
      continue;
    }
    change.remove.push(link);
    if (after === undefined) difference.removed += 1;
  }
  return change;
}
