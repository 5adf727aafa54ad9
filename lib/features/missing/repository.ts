/** Missing counterparts in the stored lists, and their dismissals. */

import { allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { keptLists } from '../../storage/kept-lists.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import { waitsForTable } from '../sheets/repository.ts';
import { findMissing, type Lists, type MissingCounterpart, missingKey, returnedKeys } from './index.ts';

/** Without dismissed ones. @param lists avoids reading them again */
export async function missingCounterparts(
  db: Database,
  connectionId: string,
  lists?: Lists,
): Promise<MissingCounterpart[]> {
  const ignored = await db.ignored.where({ connectionId }).toArray();
  const missing = findMissing({
    ...(lists ?? {
      ...(await keptLists(db, connectionId)),
      links: await allLinks(db, connectionId),
    }),
    ignored: new Set(ignored.map(({ contactGuid }) => contactGuid)),
    deleted: await db.gone.where({ connectionId }).toArray(),
  });
  const dismissed = await dismissedKeys(db, connectionId);
  const isUnknown = await waitsForTable(db, connectionId);
  return missing.filter(
    (one) => !dismissed.has(missingKey(one)) && !(isUnknown && one.kind === 'customerArchived'),
  );
}

/** Deletes the dismissals of customers that have returned, so that the user is asked when they are missing again. */
export async function settleDismissals(db: Database, connectionId: string, lists: Lists): Promise<void> {
  const over = returnedKeys(await dismissedKeys(db, connectionId), lists);
  await db.dismissals.bulkDelete(over.map((key): [string, string, string] => [connectionId, 'gone', key]));
}

/** See `missingKey`. */
async function dismissedKeys(db: Database, connectionId: string): Promise<Set<string>> {
  const dismissals = await db.dismissals.where({ connectionId }).toArray();
  return new Set(dismissals.flatMap(({ of, key }) => (of === 'gone' ? key : [])));
}

/** Stores that the user does not want to be asked again. @param dismissedAt undefined: takes it back */
export async function dismissMissing(
  db: Database,
  connectionId: string,
  missing: Pick<MissingCounterpart, 'kind' | 'customerId' | 'contactGuid'>,
  dismissedAt: number | undefined,
): Promise<void> {
  const key = missingKey(missing);
  await db.transaction('rw', db.dismissals, db.marks, async () => {
    if (dismissedAt === undefined) await db.dismissals.delete([connectionId, 'gone', key]);
    else await db.dismissals.put({ connectionId, of: 'gone', key, dismissedAt });
    await markUncounted(db, connectionId);
  });
}
