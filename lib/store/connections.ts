import type { CustomerId } from '../customer.ts';
import type { Counts } from '../flow.ts';
import type { ConnectionRecord, Database } from './database.ts';
import { contactRecords, customerRecords, linkRecords } from './lists.ts';

/** @throws Error when there is no such connection: a view asked for one that is gone */
export async function getConnection(db: Database, connectionId: string): Promise<ConnectionRecord> {
  const connection = await db.connections.get(connectionId);
  if (!connection) throw new Error(`No connection ${connectionId}`);
  return connection;
}

/** The connection last used; undefined before the first is made. */
export async function activeConnection(db: Database): Promise<ConnectionRecord | undefined> {
  return db.connections.orderBy('lastUsedAt').last();
}

/** Counts what the overview shows, so that it need not read the lists. */
export async function updateCounts(db: Database, connectionId: string): Promise<void> {
  const links = await linkRecords(db, connectionId);
  const linked = new Set<CustomerId>(links.map(({ customerId }) => customerId));
  const customers = await customerRecords(db, connectionId);
  const contacts = await contactRecords(db, connectionId);
  const counts: Counts = {
    customers: customers.filter(({ archivedAt, id }) => !archivedAt || linked.has(id)).length,
    contacts: contacts.filter(({ deletedAt }) => !deletedAt).length,
    linked: links.filter(({ state }) => state === 'ok').length,
    broken: links.filter(({ state }) => state === 'broken').length,
    ignored: await db.ignored.where({ connectionId }).count(),
  };
  await db.connections.update(connectionId, { counts });
}
