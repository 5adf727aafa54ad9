import type { DineroApi } from '../dinero/api.ts';
import { readContacts } from '../dinero/read.ts';
import type { EffihubApi } from '../effihub/api.ts';
import { readCustomers } from '../effihub/read.ts';
import type { System } from '../problem.ts';
import type { Database } from '../store/database.ts';
import { rebuildLinks, saveContacts, saveCustomers } from '../store/lists.ts';

/**
 * Brings the cached lists up to date: everything the first time, later only what changed and what was deleted.
 * @param onProgress how many have been read of one system so far
 */
export async function refresh(
  db: Database,
  connectionId: string,
  clients: { dinero: DineroApi; effihub: EffihubApi },
  options: {
    onProgress?: (system: System, read: number) => void;
    now: number;
  },
): Promise<void> {
  const { onProgress, now } = options;
  const marks = await db.marks.get(connectionId);
  const [contacts, customers] = await Promise.all([
    readContacts(clients.dinero, marks?.contacts, (read) => onProgress?.('dinero', read)),
    readCustomers(clients.effihub, marks?.customers, (read) => onProgress?.('effihub', read)),
  ]);
  await saveContacts(db, connectionId, contacts);
  await saveCustomers(db, connectionId, customers);
  await rebuildLinks(db, connectionId, now);
}
