import type { Contact } from '../../domain/customer.ts';
import type { System } from '../../domain/problem.ts';
import type { Database } from '../../storage/database.ts';
import { rereadLists, type StoredLists } from '../../storage/kept-lists.ts';
import { rebuildLinks, unknownContacts } from '../../storage/rebuild-links.ts';
import { putContacts, saveContacts, saveCustomers } from '../../storage/save-lists.ts';
import type { DineroApi } from '../../systems/dinero/api.ts';
import { readContacts } from '../../systems/dinero/read.ts';
import type { EffihubApi } from '../../systems/effihub/api.ts';
import { readCustomers } from '../../systems/effihub/read.ts';

/** Linked contacts missing from every list are looked up this many at a time; the next refresh continues with the rest. */
const LOOKUP_LIMIT = 25;

/** A contact in neither of Dinero's lists is merely unknown: only Dinero's word that it does not exist breaks the link. */
async function lookUpUnknown(
  db: Database,
  lists: StoredLists,
  dinero: DineroApi,
  now: number,
): Promise<void> {
  const found: Contact[] = [];
  for (const guid of unknownContacts(lists).slice(0, LOOKUP_LIMIT))
    found.push((await dinero.contact(guid)) ?? { guid, name: '', deletedAt: new Date(now).toISOString() });
  await putContacts(db, lists.connectionId, found);
}

/**
 * Updates the cached lists: everything the first time, later only what was changed or deleted since. To be called with the
 * connection's lock held.
 * @param options.onProgress how many have been read of one system so far
 * @param options.now ms since 1970
 * @returns whether anything differs from when it was last counted
 */
export async function refresh(
  db: Database,
  connectionId: string,
  clients: { dinero: DineroApi; effihub: EffihubApi },
  options: {
    onProgress?: (system: System, read: number) => void;
    now: number;
  },
): Promise<boolean> {
  const { onProgress, now } = options;
  const marks = await db.marks.get(connectionId);
  const [contacts, customers] = await Promise.all([
    readContacts(clients.dinero, marks?.contacts, (read) => onProgress?.('dinero', read)),
    readCustomers(clients.effihub, marks?.customers, (read) => onProgress?.('effihub', read)),
  ]);
  await saveContacts(db, connectionId, contacts);
  await saveCustomers(db, connectionId, customers, now);
  const { unsettled, uncounted = false } = (await db.marks.get(connectionId)) ?? {};
  if (!unsettled) return uncounted;
  // Links follow from what is stored now, not from what was kept before the lock.
  await lookUpUnknown(db, await rereadLists(db, connectionId), clients.dinero, now);
  await rebuildLinks(db, connectionId, now);
  return true;
}
