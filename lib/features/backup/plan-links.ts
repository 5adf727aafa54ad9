/** Plans what a restore does to one company's links. Pure. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { type ChangeCounts, noChanges, type RestoreMode } from './compare-rows.ts';
import type { SavedCompany, SavedLink } from './contents.ts';
import type { CurrentCompany } from './current-state.ts';

/**
 * How links are restored: `run` writes them to Effihub; `stored` stores them here, because the account has no API;
 * `effihub` reads them from Effihub once the company is connected; `paused` not for now.
 */
export type LinkWay = 'run' | 'stored' | 'effihub' | 'paused';

export interface LinkChange {
  difference: ChangeCounts;
  /** Links in the file whose customer or contact no longer exists. */
  missing: number;
  /** Removed before any link is set, including links that are replaced. */
  remove: SavedLink[];
  set: SavedLink[];
}

export function linkWayOf(here: CurrentCompany | undefined, source: SavedCompany['source']): LinkWay {
  if (here?.paused) return 'paused';
  // Also for customers that are in no table yet.
  if (source === 'sheet') return 'stored';
  return here?.hasKeys ? 'run' : 'effihub';
}

export function planLinks(
  links: readonly SavedLink[],
  here: CurrentCompany | undefined,
  way: LinkWay,
  mode: RestoreMode,
): LinkChange {
  if (way === 'effihub' || way === 'paused')
    return { difference: noChanges(), missing: 0, remove: [], set: [] };
  const mine = here?.saved.links ?? [];
  const isThere = ({ customerId, contactGuid }: SavedLink) =>
    way === 'stored'
      ? here?.formerIds.has(customerId) !== true
      : here?.customers.has(customerId) === true && here.contacts.has(contactGuid);
  return compareLinks(mine, way === 'stored' ? underNewIds(links, mine, here) : links, mode, isThere);
}

/** Customers whose id has changed since the file was made have kept their link. */
function underNewIds(
  links: readonly SavedLink[],
  mine: readonly SavedLink[],
  here: CurrentCompany | undefined,
): SavedLink[] {
  const customerOf = new Map(mine.map(({ contactGuid, customerId }) => [contactGuid, customerId]));
  return links.map((link) => {
    const now = here?.formerIds.has(link.customerId) ? customerOf.get(link.contactGuid) : undefined;
    return now === undefined ? link : { ...link, customerId: now };
  });
}

/**
 * A customer has one contact and a contact one customer. Merging keeps existing links; replacing restores the file's links
 * where customer and contact exist.
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
  /** The links after the restore. */
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
    // The file's link cannot be restored: keep the existing one.
    if (after === undefined && named.has(link.customerId) && !taken.has(link.contactGuid)) {
      difference.kept += 1;
      continue;
    }
    change.remove.push(link);
    if (after === undefined) difference.removed += 1;
  }
  return change;
}
