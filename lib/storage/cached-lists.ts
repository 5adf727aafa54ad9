/**
 * The cached lists of both systems, with the marks for incremental reads. What was read of a company that has been removed
 * meanwhile is not stored.
 */

import type { Table } from 'dexie';
import type { Contact, ContactGuid, Customer, CustomerId } from '../domain/customer.ts';
import type { Link } from '../domain/link.ts';
import { putAll, rowsOf } from './batched-rows.ts';
import { getConnection } from './connections.ts';
import type { Database } from './database.ts';
import type { LinkRecord, Owned } from './records.ts';

export interface ContactsRead {
  contacts: Contact[];
  deleted: Contact[];
  cursor: string;
  complete: boolean;
}

export interface CustomersRead {
  customers: Customer[];
  deletedIds: CustomerId[];
  cursor: string;
  complete: boolean;
}

const owned = <T extends object>(connectionId: string, items: readonly T[]): Owned<T>[] =>
  items.map((item) => ({ ...item, connectionId }));

/** Deleted contacts are kept, with `deletedAt`: they tell broken links and how often a customer was created before. */
export async function saveContacts(db: Database, connectionId: string, read: ContactsRead): Promise<void> {
  await db.transaction('rw', db.connections, db.contacts, db.marks, async () => {
    await getConnection(db, connectionId);
    const rows = owned(connectionId, [...read.deleted, ...read.contacts]);
    const changed =
      read.complete ||
      (await anyDiffers(db.contacts, rows, ({ guid }): [string, ContactGuid] => [connectionId, guid]));
    if (read.complete) await db.contacts.where({ connectionId }).delete();
    await putAll(db.contacts, rows);
    await saveCursor(db, connectionId, { contacts: read.cursor }, changed);
  });
}

/** A linked customer that Effihub has deleted is noted: its link goes with it, and the contact stays behind. */
export async function saveCustomers(
  db: Database,
  connectionId: string,
  read: CustomersRead,
  now: number,
): Promise<void> {
  await db.transaction('rw', [db.connections, db.customers, db.links, db.gone, db.marks], async () => {
    await getConnection(db, connectionId);
    await noteDeleted(db, connectionId, read, now);
    const rows = owned(connectionId, read.customers);
    const gone = read.deletedIds.map((id): [string, CustomerId] => [connectionId, id]);
    const changed =
      read.complete ||
      (await anyDiffers(db.customers, rows, ({ id }): [string, CustomerId] => [connectionId, id])) ||
      (await db.customers.bulkGet(gone)).some((customer) => customer !== undefined);
    if (read.complete) await db.customers.where({ connectionId }).delete();
    await putAll(db.customers, rows);
    await db.customers.bulkDelete(gone);
    await saveCursor(db, connectionId, { customers: read.cursor }, changed);
  });
}

async function noteDeleted(
  db: Database,
  connectionId: string,
  { customers, deletedIds, complete }: CustomersRead,
  now: number,
): Promise<void> {
  const there = complete ? new Set(customers.map(({ id }) => id)) : undefined;
  const links = there
    ? (await linkRecords(db, connectionId)).filter(({ customerId }) => !there.has(customerId))
    : await db.links.bulkGet(deletedIds.map((id): [string, CustomerId] => [connectionId, id]));
  const linked = new Set(customers.map(({ contactGuid }) => contactGuid));
  for (const link of links) {
    // The customer may only have got another id, and is linked under that one.
    if (link?.state !== 'ok' || linked.has(link.contactGuid)) continue;
    const { customerId, contactGuid } = link;
    const customer = await db.customers.get([connectionId, customerId]);
    await db.gone.put({ connectionId, customerId, contactGuid, name: customer?.name ?? '', noticedAt: now });
  }
}

/** What is read again though nothing has happened to it (readings overlap in time) is no change. */
async function anyDiffers<Row, Key>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Promise<boolean> {
  const stored = await table.bulkGet(rows.map(keyOf));
  return rows.some((row, place) => !sameFields(row, stored[place]));
}

function sameFields(one: unknown, other: unknown): boolean {
  const plain = (row: unknown) =>
    JSON.stringify(Object.entries(row ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  return plain(one) === plain(other);
}

/** Contacts as they were found one by one. */
export async function putContacts(
  db: Database,
  connectionId: string,
  contacts: readonly Contact[],
): Promise<void> {
  await db.transaction('rw', db.connections, db.contacts, async () => {
    await getConnection(db, connectionId);
    await putAll(db.contacts, owned(connectionId, contacts));
  });
}

/** Whom customers are linked to without any list having named the contact, not even as deleted. */
export async function unknownContacts(db: Database, connectionId: string): Promise<ContactGuid[]> {
  const known = new Set((await contactRecords(db, connectionId)).map(({ guid }) => guid));
  const linked = (await customerRecords(db, connectionId)).flatMap(({ contactGuid }) => contactGuid ?? []);
  return [...new Set(linked)].filter((guid) => !known.has(guid));
}

/** With the lists in one transaction: whatever comes after may fail, and the next reading has to know. */
async function saveCursor(
  db: Database,
  connectionId: string,
  mark: { contacts?: string; customers?: string },
  changed: boolean,
) {
  const marks = await db.marks.get(connectionId);
  await db.marks.put({
    ...marks,
    connectionId,
    ...mark,
    ...(changed && { unsettled: true, uncounted: true }),
  });
}

/**
 * Whoever changes what is counted says so in the same transaction: the counting that comes after may fail, and then the next
 * reading does it. The first reading counts everything anyway.
 */
export async function markUncounted(db: Database, connectionId: string): Promise<void> {
  const marks = await db.marks.get(connectionId);
  if (marks && !marks.uncounted) await db.marks.put({ ...marks, uncounted: true });
}

/**
 * Makes the links table say what Effihub says: it holds the links for everyone. A link whose contact is known to be
 * deleted becomes `broken`; a contact that is merely unknown breaks nothing, and is left to be looked up.
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

/** Every known contact as it is stored, deleted ones too. */
export const contactRecords = (db: Database, connectionId: string) =>
  rowsOf(db.contacts, connectionId, ({ guid }) => guid);
/** Every known customer as it is stored, archived ones too. */
export const customerRecords = (db: Database, connectionId: string) =>
  rowsOf(db.customers, connectionId, ({ id }) => id);
export const linkRecords = (db: Database, connectionId: string) =>
  rowsOf(db.links, connectionId, ({ customerId }) => customerId);

const withoutOwner = <T extends { connectionId: string }>({ connectionId: _, ...rest }: T) => rest;

/** Every known contact, deleted ones too. */
export async function allContacts(db: Database, connectionId: string): Promise<Contact[]> {
  return (await contactRecords(db, connectionId)).map(withoutOwner);
}

export async function allCustomers(db: Database, connectionId: string): Promise<Customer[]> {
  return (await customerRecords(db, connectionId)).map(withoutOwner);
}

/** The links as views and plan know them. */
export async function allLinks(db: Database, connectionId: string): Promise<Link[]> {
  const records = await linkRecords(db, connectionId);
  return records.map(({ customerId, contactGuid, state }) => ({ customerId, contactGuid, state }));
}
