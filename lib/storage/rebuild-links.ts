/** Rebuilds the links table from Effihub's list, which holds the links for everyone. */
import type { ContactGuid } from '../domain/customer.ts';
import { putAll } from './batched-rows.ts';
import { contactRecords, customerRecords, linkRecords } from './cached-lists.ts';
import { getConnection } from './connections.ts';
import type { Database } from './database.ts';
import type { LinkRecord } from './records.ts';

/**
 * Rebuilds the links. A link whose contact is known to be deleted becomes `broken`. A contact that is merely unknown
 * breaks nothing; it is looked up later.
 */
export async function rebuildLinks(db: Database, connectionId: string, now: number): Promise<void> {
  await db.transaction('rw', [db.connections, db.customers, db.contacts, db.links, db.marks], async () => {
    await getConnection(db, connectionId);
    const known = new Map((await linkRecords(db, connectionId)).map((link) => [link.customerId, link]));
    const customers = await customerRecords(db, connectionId);
    const contacts = new Set<ContactGuid>();
    const deleted = new Set<ContactGuid>();
    for (const { guid, deletedAt } of await contactRecords(db, connectionId)) {
      contacts.add(guid);
      if (deletedAt) deleted.add(guid);
    }
    const claimed = new Set<ContactGuid>();
    const links: LinkRecord[] = [];
    for (const { id: customerId, contactGuid } of customers) {
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
export async function unknownContacts(db: Database, connectionId: string): Promise<ContactGuid[]> {
  const known = new Set((await contactRecords(db, connectionId)).map(({ guid }) => guid));
  const linked = (await customerRecords(db, connectionId)).flatMap(({ contactGuid }) => contactGuid ?? []);
  return [...new Set(linked)].filter((guid) => !known.has(guid));
}
