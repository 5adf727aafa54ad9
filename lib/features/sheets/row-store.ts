/** Stored rows of accounts without an API, and the row store behind the stand-in for Effihub's API. */
import type { Customer, CustomerId } from '../../domain/customer.ts';
import { rowsOf } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import type { SheetRowRecord } from '../../storage/records.ts';
import type { SheetRows } from '../../systems/spreadsheets/api.ts';

/** All rows of an account, including those replaced under a new id. */
export const sheetRecords = (db: Database, connectionId: string): Promise<SheetRowRecord[]> =>
  rowsOf(db.sheetRows, connectionId, ({ id }) => id);

/** An import that nobody has pasted, as far as is known. */
export const isWaiting = ({ awaited, seenAt, gone }: SheetRowRecord): boolean =>
  awaited !== undefined && awaited.pastedAt === undefined && seenAt === undefined && !gone;

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
