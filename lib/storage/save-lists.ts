/** Saving what was read of both systems. What was read of a company that has been removed meanwhile is not stored. */
import type { Table } from 'dexie';
import type { Contact, ContactGuid, CustomerId } from '../domain/customer.ts';
import type { ContactsRead } from '../systems/dinero/read.ts';
import type { CustomersRead } from '../systems/effihub/read.ts';
import { putAll } from './batched-rows.ts';
import { linkRecords } from './cached-lists.ts';
import { getConnection } from './connections.ts';
import type { Database } from './database.ts';
import { owned } from './records.ts';
import { saveCursor } from './sync-cursors.ts';

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
