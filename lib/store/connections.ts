import type { CustomerId } from '../customer.ts';
import type { Counts } from '../flow.ts';
import type { ConnectionRecord, Database } from './database.ts';

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
  const links = await db.links.where({ connectionId }).toArray();
  const linked = new Set<CustomerId>(links.map(({ customerId }) => customerId));
  const counts: Counts = {
    customers: await db.customers
      .where({ connectionId })
      .filter(({ archivedAt, id }) => !archivedAt || linked.has(id))
      .count(),
    contacts: await db.contacts
      .where({ connectionId })
      .filter(({ deletedAt }) => !deletedAt)
      .count(),
    linked: links.filter(({ state }) => state === 'ok').length,
    broken: links.filter(({ state }) => state === 'broken').length,
    ignored: await db.ignored.where({ connectionId }).count(),
  };
  await db.connections.update(connectionId, { counts });
}
