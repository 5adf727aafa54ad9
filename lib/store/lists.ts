/** The cached lists of both systems, with the marks for incremental reads. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../customer.ts';
import type { Link } from '../flow.ts';
import type { Database, LinkRecord, OfConnection } from './database.ts';

export interface ContactsRead {
  contacts: Contact[];
  deleted: Contact[];
  mark: string;
  complete: boolean;
}

export interface CustomersRead {
  customers: Customer[];
  deletedIds: CustomerId[];
  mark: string;
  complete: boolean;
}

const owned = <T extends object>(connectionId: string, items: readonly T[]): OfConnection<T>[] =>
  items.map((item) => ({ ...item, connectionId }));

/** Deleted contacts are kept, with `deletedAt`: they tell broken links and how often a customer was created before. */
export async function saveContacts(db: Database, connectionId: string, read: ContactsRead): Promise<void> {
  await db.transaction('rw', db.contacts, db.marks, async () => {
    if (read.complete) await db.contacts.where({ connectionId }).delete();
    await db.contacts.bulkPut(owned(connectionId, [...read.deleted, ...read.contacts]));
    await saveMark(db, connectionId, { contacts: read.mark });
  });
}

export async function saveCustomers(db: Database, connectionId: string, read: CustomersRead): Promise<void> {
  await db.transaction('rw', db.customers, db.marks, async () => {
    if (read.complete) await db.customers.where({ connectionId }).delete();
    await db.customers.bulkPut(owned(connectionId, read.customers));
    await db.customers.bulkDelete(read.deletedIds.map((id) => [connectionId, id]));
    await saveMark(db, connectionId, { customers: read.mark });
  });
}

async function saveMark(db: Database, connectionId: string, mark: { contacts?: string; customers?: string }) {
  const marks = await db.marks.get(connectionId);
  await db.marks.put({ ...marks, connectionId, ...mark });
}

/**
 * Makes the links table say what Effihub says: it holds the links for everyone. A link whose contact is known to be
 * deleted becomes `broken`; a contact that is merely unknown breaks nothing.
 */
export async function rebuildLinks(db: Database, connectionId: string, now: number): Promise<void> {
  await db.transaction('rw', db.customers, db.contacts, db.links, async () => {
    const known = new Map((await db.links.where({ connectionId }).toArray()).map((l) => [l.customerId, l]));
    const customers = await db.customers.where({ connectionId }).toArray();
    const deleted = new Set<ContactGuid>();
    await db.contacts.where({ connectionId }).each((contact) => {
      if (contact.deletedAt) deleted.add(contact.guid);
    });
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
    await db.links.bulkPut(links);
  });
}

const withoutOwner = <T extends { connectionId: string }>({ connectionId: _, ...rest }: T) => rest;

/** Every known contact, deleted ones too. */
export async function allContacts(db: Database, connectionId: string): Promise<Contact[]> {
  return (await db.contacts.where({ connectionId }).toArray()).map(withoutOwner);
}

export async function allCustomers(db: Database, connectionId: string): Promise<Customer[]> {
  return (await db.customers.where({ connectionId }).toArray()).map(withoutOwner);
}

/** The links as views and plan know them. */
export async function allLinks(db: Database, connectionId: string): Promise<Link[]> {
  const records = await db.links.where({ connectionId }).toArray();
  return records.map(({ customerId, contactGuid, state }) => ({ customerId, contactGuid, state }));
}
