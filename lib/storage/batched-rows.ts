/** Long tables piece by piece: what is read or written in one go holds up everything else in the worker. */
import { Dexie, type Table } from 'dexie';

const PIECE = 500;

/** Puts rows, new or changed. To be called in a transaction: then it is all of them or none. */
export async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += PIECE) await table.bulkPut(rows.slice(from, from + PIECE));
}

/**
 * All rows of a connection, as they are at one moment, in the order of their keys.
 * @param keyOf what follows the connection in the table's key
 */
export function rowsOf<Row>(
  table: Table<Row, [string, string]>,
  connectionId: string,
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  return table.db.transaction('r', table, async () => {
    const rows: Row[] = [];
    for (let after: unknown = Dexie.minKey; ; ) {
      const piece = await table
        .where(':id')
        .between([connectionId, after], [connectionId, Dexie.maxKey], false)
        .limit(PIECE)
        .toArray();
      rows.push(...piece);
      const last = piece.at(-1);
      if (!last || piece.length < PIECE) return rows;
      after = keyOf(last);
    }
  });
}
