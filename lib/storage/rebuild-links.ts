/** Rebuilds the links table from Effihub's list, which holds the links for everyone. */
import type { ContactGuid } from '../domain/customer.ts';
import { putAll } from './batched-rows.ts';
import { linkRecords } from './cached-lists.ts';
import { getConnection } from './connections.ts';
import type { Database } from './database.ts';
import { keptLists, type StoredLists } from './kept-lists.ts';
import type { LinkRecord } from './records.ts';

/**
 * Rebuilds the links. A link whose contact is known to be deleted becomes `broken`. A contact that is merely unknown
 * breaks nothing; it is looked up later.
 */
export async function rebuildLinks(db: Database, connectionId: string, now: number): Promise<void> {
  await db.transaction('rw', [db.connections, db.customers, db.contacts, db.links, db.marks], async () => {
    await getConnection(db, connectionId);
    const known = new Map((await linkRecords(db, connectionId)).map((link) => [link.customerId, link]));
    const lists = await keptLists(db, connectionId);
    const contacts = new Set<ContactGuid>();
    const deleted = new Set<ContactGuid>();
    for (const { guid, deletedAt } of lists.contacts) {
      contacts.add(guid);
      if (deletedAt) deleted.add(guid);
    }
    const claimed = new Set<ContactGuid>();
    const links: LinkRecord[] = [];
    for (const { id: customerId, contactGuid } of lists.customers) {
      if (!contactGuid || claimed.has(contactGuid)) continue;
      claimed.add(contactGuid);
      const before = known.get(customerId);
      const same = before?.contactGuid === contactGuid;
      links.push({
        connectionId,
        customerId,
        contactGuid,
        state: deleted.has(contactGuid) ? 'broken' : 'ok',
        how: same ? before.how : 'effihub',
        linkedAt: same ? before.linkedAt : now,
      });
    }
    await db.links.where({ connectionId }).delete();
    await putAll(db.links, links);
    const unsettled = links.some(({ contactGuid }) => !contacts.has(contactGuid));
    await db.marks.update(connectionId, { unsettled, uncounted: true });
  });
}

/** Contacts that customers are linked to, but that no list has named, not even as deleted. */
export function unknownContacts({ customers, contacts }: StoredLists): ContactGuid[] {
  const known = new Set(contacts.map(({ guid }) => guid));
  const linked = customers.flatMap(({ contactGuid }) => contactGuid ?? []);
  return [...new Set(linked)].filter((guid) => !known.has(guid));
}
