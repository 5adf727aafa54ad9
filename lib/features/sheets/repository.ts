/** Accounts without an API: the latest table, and imports waiting to be pasted or for a table. */
import { Dexie } from 'dexie';
import type { CustomerId } from '../../domain/customer.ts';
import { putAll } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import type { SheetRecord, SheetRowRecord } from '../../storage/records.ts';
import type { SheetInfo } from './messages.ts';
import { isWaiting, sheetRecords } from './row-store.ts';

export { sheetRecords, sheetRowsOf } from './row-store.ts';

/** Whether no table was read yet for an account without an API; its links may come from a backup. */
export async function waitsForTable(db: Database, connectionId: string): Promise<boolean> {
  if ((await db.connections.get(connectionId))?.source !== 'sheet') return false;
  return (await db.sheets.get(connectionId))?.readAt === undefined;
}

/** Imports not yet seen in a table and not undone. */
export async function awaitedRows(db: Database, connectionId: string): Promise<SheetRowRecord[]> {
  // Only imports have a key.
  return db.sheetRows
    .where('[connectionId+importKey]')
    .between([connectionId, Dexie.minKey], [connectionId, Dexie.maxKey])
    .filter(({ awaited, contactGuid, gone }) => Boolean(awaited && contactGuid && !gone))
    .toArray();
}

/** Imports that can still be undone: not pasted, as far as is known. */
export async function waitingImports(db: Database, connectionId: string): Promise<Set<CustomerId>> {
  const waiting = (await sheetRecords(db, connectionId)).filter(isWaiting);
  return new Set(waiting.map(({ id }) => id));
}

/** @param pastedAt milliseconds; undefined: not pasted */
export async function markPasted(
  db: Database,
  connectionId: string,
  ids: readonly CustomerId[],
  pastedAt: number | undefined,
): Promise<void> {
  await db.sheetRows
    .where(':id')
    .anyOf(ids.map((id): [string, CustomerId] => [connectionId, id]))
    .modify((row) => {
      if (row.awaited) row.awaited = { madeAt: row.awaited.madeAt, ...(pastedAt && { pastedAt }) };
    });
}

/** Stores a table and its rows in one transaction. */
export async function putSheet(
  db: Database,
  sheet: SheetRecord,
  rows: readonly SheetRowRecord[],
): Promise<void> {
  await db.transaction('rw', db.sheets, db.sheetRows, async () => {
    await db.sheets.put(sheet);
    await putAll(db.sheetRows, rows);
  });
}

/** The state of an account's customer table. @returns undefined for accounts with an API */
export async function sheetInfo(db: Database, connectionId: string): Promise<SheetInfo | undefined> {
  if ((await db.connections.get(connectionId))?.source !== 'sheet') return undefined;
  const { readAt, customers, file, columns = [] } = (await db.sheets.get(connectionId)) ?? {};
  const toPaste = { companies: 0, persons: 0 };
  let pasted = 0;
  for (const { customer, awaited } of await awaitedRows(db, connectionId)) {
    if (awaited?.pastedAt) pasted += 1;
    else toPaste[customer.isPerson ? 'persons' : 'companies'] += 1;
  }
  return { readAt, customers, file, columns, toPaste, pasted };
}
