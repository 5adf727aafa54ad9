/** Saves what was read of both systems. Nothing is stored for a company that was removed meanwhile. */
import type { Table } from 'dexie';
import type { Contact, ContactGuid, CustomerId } from '../domain/customer.ts';
import { haveSameFields } from '../domain/same-fields.ts';
import type { ContactsRead } from '../systems/dinero/read.ts';
import type { CustomersRead } from '../systems/effihub/read.ts';
import { putAll } from './batched-rows.ts';
import { linkRecords } from './cached-lists.ts';
import { getConnection } from './connections.ts';
import type { Database } from './database.ts';
import { owned } from './records.ts';
import { saveCursor } from './sync-cursors.ts';

/** Keeps deleted contacts, marked with `deletedAt`: they reveal broken links and earlier creations. */
export async function saveContacts(db: Database, connectionId: string, read: ContactsRead): Promise<void> {
  await db.transaction('rw', db.connections, db.contacts, db.marks, async () => {
    await getConnection(db, connectionId);
    const rows = owned(connectionId, [...read.deleted, ...read.contacts]);
    const changed =
      read.complete ||
      (await anyDiffers(db.contacts, rows, ({ guid }): [string, ContactGuid] => [connectionId, guid]));
    if (read.complete) await db.contacts.where({ connectionId }).delete();
    if (changed) await putAll(db.contacts, rows);
    await saveCursor(db, connectionId, { contacts: read.cursor }, changed);
  });
}

/**
 * Also notes every linked customer that Effihub has deleted: its link is gone with it, but the contact is still
 * there.
 */
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
    if (changed) {
      await putAll(db.customers, rows);
      await db.customers.bulkDelete(gone);
    }
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
    // The customer only has a new id, and is linked under that one.
    if (link?.state !== 'ok' || linked.has(link.contactGuid)) continue;
    const { customerId, contactGuid } = link;
    const customer = await db.customers.get([connectionId, customerId]);
    await db.gone.put({ connectionId, customerId, contactGuid, name: customer?.name ?? '', noticedAt: now });
  }
}

/** Incremental reads overlap in time; rows that are read again unchanged do not count as a change. */
async function anyDiffers<Row extends object, Key>(
  table: Table<Row, Key>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Promise<boolean> {
  const stored = await table.bulkGet(rows.map(keyOf));
  return rows.some((row, place) => !haveSameFields(row, stored[place] ?? {}));
}

/** Stores contacts that were looked up one by one. */
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
