/** Accounts without an API: their table rows with links, and imports waiting for a table. */
import { Dexie } from 'dexie';
import type { Customer, CustomerId } from '../../domain/customer.ts';
import { putAll, rowsOf } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import type { SheetRecord, SheetRowRecord } from '../../storage/records.ts';
import type { SheetRows } from '../../systems/spreadsheets/api.ts';
import type { SheetInfo } from './messages.ts';

/** All rows of an account, including those replaced under a new id. */
export const sheetRecords = (db: Database, connectionId: string): Promise<SheetRowRecord[]> =>
  rowsOf(db.sheetRows, connectionId, ({ id }) => id);

/** Whether no table was read yet for an account without an API; its links may come from a backup. */
export async function waitsForTable(db: Database, connectionId: string): Promise<boolean> {
  if ((await db.connections.get(connectionId))?.source !== 'sheet') return false;
  return (await db.sheets.get(connectionId))?.readAt === undefined;
}

/** An import that was undone before any table showed it counts as archived. */
function customerOf({
  id,
  customer,
  contactGuid,
  updatedAt,
  absentSince,
  awaited,
}: SheetRowRecord): Customer {
  const archivedAt = absentSince ?? (awaited && !contactGuid ? updatedAt : undefined);
  return { ...customer, id, contactGuid, updatedAt, ...(archivedAt && { archivedAt }) };
}

/**
 * The row store behind the stand-in for Effihub's API.
 * @param now milliseconds
 */
export function sheetRowsOf(db: Database, connectionId: string, now: () => number): SheetRows {
  const time = () => new Date(now()).toISOString();
  const find = async (id: CustomerId): Promise<SheetRowRecord | undefined> => {
    const row = await db.sheetRows.get([connectionId, id]);
    return row?.gone ? undefined : row;
  };
  return {
    async list() {
      const records = await sheetRecords(db, connectionId);
      return {
        customers: records.filter(({ gone }) => !gone).map(customerOf),
        goneIds: records.filter(({ gone }) => gone).map(({ id }) => id),
      };
    },
    async customer(id) {
      const row = await find(id);
      return row && customerOf(row);
    },
    linkedTo: async (guid) => (await db.sheetRows.where({ connectionId, contactGuid: guid }).first())?.id,
    async importedWith(key) {
      const row = await db.sheetRows.where({ connectionId, importKey: key }).first();
      return row && customerOf(row);
    },
    async add({ id, contactGuid, updatedAt = time(), archivedAt: _, ...customer }, importKey) {
      await db.sheetRows.put({
        connectionId,
        id,
        customer,
        contactGuid,
        updatedAt,
        importKey,
        awaited: { madeAt: now() },
      });
    },
    setLink: (id, guid) =>
      db.transaction('rw', db.sheetRows, async () => {
        const row = await find(id);
        if (!row) return undefined;
        const { contactGuid: before, ...rest } = row;
        if (before === guid) return customerOf(row);
        const linked: SheetRowRecord = { ...rest, ...(guid && { contactGuid: guid }), updatedAt: time() };
        await db.sheetRows.put(linked);
        return customerOf(linked);
      }),
    removeImport: (id) =>
      db.transaction('rw', db.sheetRows, async () => {
        const row = await find(id);
        if (!row) return undefined;
        if (!isWaiting(row)) return 'pasted';
        const { customer } = row;
        await db.sheetRows.put({ connectionId, id, customer, updatedAt: time(), gone: true });
        return 'removed';
      }),
    removeLinks: () =>
      db.sheetRows
        .where({ connectionId })
        .filter(({ contactGuid }) => contactGuid !== undefined)
        .modify((row) => {
          delete row.contactGuid;
          row.updatedAt = time();
        }),
  };
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

const isWaiting = ({ awaited, seenAt, gone }: SheetRowRecord): boolean =>
  awaited !== undefined && awaited.pastedAt === undefined && seenAt === undefined && !gone;

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
