/**
 * Sync cursors: where the next incremental read of each list starts, and whether links and counts are up to date with
 * the lists. The table is named `marks`, since renaming it would cost users an upgrade.
 */
import type { Database } from './database.ts';

/** Call it in the transaction that saves the list: whatever comes after may fail, and the next read has to know. */
export async function saveCursor(
  db: Database,
  connectionId: string,
  mark: { contacts?: string; customers?: string },
  changed: boolean,
) {
  const marks = await db.marks.get(connectionId);
  await db.marks.put({
    ...marks,
    connectionId,
    ...mark,
    ...(changed && { unsettled: true, uncounted: true }),
  });
}

/**
 * Call it in the transaction that changes what is counted: if the recount fails, the next read does it. The first
 * read counts everything anyway.
 */
export async function markUncounted(db: Database, connectionId: string): Promise<void> {
  const marks = await db.marks.get(connectionId);
  if (marks && !marks.uncounted) await db.marks.put({ ...marks, uncounted: true });
}
