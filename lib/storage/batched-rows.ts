/** Reads and writes long tables in batches: one large request would block everything else in the worker. */
import { Dexie, type Table } from 'dexie';

const BATCH = 500;

/** Adds or replaces rows. Call it in a transaction, so that all rows are stored or none. */
export async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await table.bulkPut(rows.slice(from, from + BATCH));
}

/**
 * All rows of a connection in key order, as of one moment.
 * @param keyOf the part of the key that follows the connection
 */
export function rowsOf<Row>(
  table: Table<Row, [string, string]>,
  connectionId: string,
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  return table.db.transaction('r', table, async () => {
    const rows: Row[] = [];
    for (let after: unknown = Dexie.minKey; ; ) {
      const batch = await table
        .where(':id')
        .between([connectionId, after], [connectionId, Dexie.maxKey], false)
        .limit(BATCH)
        .toArray();
      rows.push(...batch);
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return rows;
      after = keyOf(last);
    }
  });
}
