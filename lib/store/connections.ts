import type { Database } from './database.ts';
import type { ConnectionRecord } from './records.ts';

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

/** Makes a connection the one last used. @returns whether it was another one before */
export async function markUsed(db: Database, connectionId: string, now: number): Promise<boolean> {
  if ((await activeConnection(db))?.id === connectionId) return false;
  return (await db.connections.update(connectionId, { lastUsedAt: now })) > 0;
}
