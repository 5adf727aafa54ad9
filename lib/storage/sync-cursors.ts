/**
 * Where the next incremental read of each list begins, and whether links and counts follow from the lists yet. The table is
 * called `marks`, since renaming it would cost users an upgrade.
 */
import type { Database } from './database.ts';

/** With the lists in one transaction: whatever comes after may fail, and the next reading has to know. */
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
 * Whoever changes what is counted says so in the same transaction: the counting that comes after may fail, and then the next
 * reading does it. The first reading counts everything anyway.
 */
export async function markUncounted(db: Database, connectionId: string): Promise<void> {
  const marks = await db.marks.get(connectionId);
  if (marks && !marks.uncounted) await db.marks.put({ ...marks, uncounted: true });
}
