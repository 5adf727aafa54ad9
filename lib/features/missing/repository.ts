/** Customers that are gone on one side, from the stored lists. */

import { allContacts, allCustomers, allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import { waitsForTable } from '../sheets/repository.ts';
import { findMissing, type Lists, type MissingCounterpart, missingKey, returnedKeys } from './index.ts';

/** Those that the user has dismissed are not among them. @param lists where they have been read already */
export async function missingCounterparts(
  db: Database,
  connectionId: string,
  lists?: Lists,
): Promise<MissingCounterpart[]> {
  const ignored = await db.ignored.where({ connectionId }).toArray();
  const gone = findMissing({
    ...(lists ?? {
      customers: await allCustomers(db, connectionId),
      contacts: await allContacts(db, connectionId),
      links: await allLinks(db, connectionId),
    }),
    ignored: new Set(ignored.map(({ contactGuid }) => contactGuid)),
    deleted: await db.gone.where({ connectionId }).toArray(),
  });
  const dismissed = await dismissedKeys(db, connectionId);
  const isUnknown = await waitsForTable(db, connectionId);
  return gone.filter(
    (one) => !dismissed.has(missingKey(one)) && !(isUnknown && one.kind === 'customerArchived'),
  );
}

/** Forgets what was dismissed and has come back: should it go once more, the user is asked again. */
export async function settleDismissals(db: Database, connectionId: string, lists: Lists): Promise<void> {
  const over = returnedKeys(await dismissedKeys(db, connectionId), lists);
  await db.dismissals.bulkDelete(over.map((key): [string, string, string] => [connectionId, 'gone', key]));
}

/** See `goneKey`. */
async function dismissedKeys(db: Database, connectionId: string): Promise<Set<string>> {
  const dismissals = await db.dismissals.where({ connectionId }).toArray();
  return new Set(dismissals.flatMap(({ of, key }) => (of === 'gone' ? key : [])));
}

/** The user has looked at it and does not want to be asked again, or takes that back. */
export async function dismissMissing(
  db: Database,
  connectionId: string,
  gone: Pick<MissingCounterpart, 'kind' | 'customerId' | 'contactGuid'>,
  dismissedAt: number | undefined,
): Promise<void> {
  const key = missingKey(gone);
  await db.transaction('rw', db.dismissals, db.marks, async () => {
    if (dismissedAt === undefined) await db.dismissals.delete([connectionId, 'gone', key]);
    else await db.dismissals.put({ connectionId, of: 'gone', key, dismissedAt });
    await markUncounted(db, connectionId);
  });
}
