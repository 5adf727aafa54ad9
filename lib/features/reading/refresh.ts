import type { Contact } from '../../domain/customer.ts';
import type { System } from '../../domain/problem.ts';
import type { Database } from '../../storage/database.ts';
import { rebuildLinks, unknownContacts } from '../../storage/rebuild-links.ts';
import { putContacts, saveContacts, saveCustomers } from '../../storage/save-lists.ts';
import type { DineroApi } from '../../systems/dinero/api.ts';
import { readContacts } from '../../systems/dinero/read.ts';
import type { EffihubApi } from '../../systems/effihub/api.ts';
import { readCustomers } from '../../systems/effihub/read.ts';

/** So many linked contacts that no list names are asked for at a time; the next reading goes on with the rest. */
const MOST_LOOKED_UP = 25;

/**
 * A contact that a customer is linked to and that is in neither of Dinero's lists is merely absent: only Dinero's word that
 * it does not exist makes the link a broken one.
 */
async function lookUpUnknown(
  db: Database,
  connectionId: string,
  dinero: DineroApi,
  now: number,
): Promise<void> {
  const unknown = (await unknownContacts(db, connectionId)).slice(0, MOST_LOOKED_UP);
  const found: Contact[] = [];
  for (const guid of unknown)
    found.push((await dinero.contact(guid)) ?? { guid, name: '', deletedAt: new Date(now).toISOString() });
  await putContacts(db, connectionId, found);
}

/**
 * Brings the cached lists up to date: everything the first time, later only what changed and what was deleted.
 * @param onProgress how many have been read of one system so far
 * @returns whether anything is other than when it was last counted
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
  await lookUpUnknown(db, connectionId, clients.dinero, now);
  await rebuildLinks(db, connectionId, now);
  return true;
}
