import { Dexie } from 'dexie';
import { type Problem, ProblemError } from '../domain/problem.ts';
import type { Database } from './database.ts';
import { runsOf } from './journal.ts';
import type { ConnectionRecord } from './records.ts';

/** @throws ProblemError `removed` when there is no such connection, because a view asked for one that was removed */
export async function getConnection(db: Database, connectionId: string): Promise<ConnectionRecord> {
  const connection = await db.connections.get(connectionId);
  if (!connection) throw new ProblemError({ system: 'kundebro', code: 'removed' });
  return connection;
}

/** The connection used last; undefined before the first one is made. */
export async function activeConnection(db: Database): Promise<ConnectionRecord | undefined> {
  return db.connections.orderBy('lastUsedAt').last();
}

/** Makes a connection the one used last. @returns whether it was another one before */
export async function markUsed(db: Database, connectionId: string, now: number): Promise<boolean> {
  if ((await activeConnection(db))?.id === connectionId) return false;
  return (await db.connections.update(connectionId, { lastUsedAt: now })) > 0;
}

/**
 * Records that both lists were checked.
 * @param checkProblem what went wrong; undefined clears an earlier problem
 */
export async function noteLook(
  db: Database,
  connectionId: string,
  checkedAt: number,
  checkProblem?: Problem,
): Promise<void> {
  await db.connections.update(connectionId, { checkedAt, checkProblem });
}

/**
 * Removes a connection and everything that belongs to it in one transaction. `limiters` stays: requests already sent
 * still count against the systems' limits.
 * @param also runs in the same transaction
 */
export async function removeConnection(
  db: Database,
  connectionId: string,
  also: () => Promise<void>,
): Promise<void> {
  const owned = [
    db.links,
    db.ignored,
    db.contacts,
    db.customers,
    db.flows,
    db.choices,
    db.marks,
    db.sheets,
    db.sheetRows,
    db.contactNumbers,
    db.differences,
    db.agreed,
    db.decisions,
    db.gone,
    db.dismissals,
    db.secrets,
  ];
  const tables = [...owned, db.connections, db.runs, db.operations, db.clients, db.signIns];
  await db.transaction('rw', tables, async () => {
    for (const { id } of await runsOf(db, connectionId)) await db.operations.where({ runId: id }).delete();
    await db.runs
      .where('[connectionId+startedAt]')
      .between([connectionId, Dexie.minKey], [connectionId, Dexie.maxKey])
      .delete();
    for (const table of owned) await table.where('connectionId').equals(connectionId).delete();
    await db.connections.delete(connectionId);
    await also();
  });
}
