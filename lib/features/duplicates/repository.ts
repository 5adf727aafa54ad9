/** Dismissed duplicates and the number of open sets. */

import { putAll } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import { dismissalKeys, type Side } from './index.ts';

export async function dismissedDuplicates(db: Database, connectionId: string): Promise<ReadonlySet<string>> {
  const dismissals = await db.dismissals.where({ connectionId }).toArray();
  return new Set(dismissals.flatMap(({ of, key }) => (of === 'duplicate' ? key : [])));
}

/** Stores that these are not duplicates. @param dismissedAt undefined: takes it back */
export async function dismissDuplicates(
  db: Database,
  connectionId: string,
  side: Side,
  ids: readonly string[],
  dismissedAt: number | undefined,
): Promise<void> {
  const keys = dismissalKeys(side, ids);
  await db.transaction('rw', db.dismissals, async () => {
    if (dismissedAt === undefined)
      await db.dismissals.bulkDelete(
        keys.map((key): [string, string, string] => [connectionId, 'duplicate', key]),
      );
    else
      await putAll(
        db.dismissals,
        keys.map((key) => ({ connectionId, of: 'duplicate' as const, key, dismissedAt })),
      );
  });
}

/** @returns whether the number has changed */
export async function putDuplicateCount(
  db: Database,
  connectionId: string,
  duplicates: number,
): Promise<boolean> {
  const changed = await db.connections
    .where({ id: connectionId })
    .filter(({ counts }) => counts !== undefined && counts.duplicates !== duplicates)
    .modify((connection) => {
      connection.counts = connection.counts && { ...connection.counts, duplicates };
    });
  return changed > 0;
}
