/** Customers that are gone on one side, from the stored lists. */
import type { Contact, Customer } from '../customer.ts';
import type { Link } from '../flow.ts';
import { findGone, type Gone, goneKey } from '../gone.ts';
import type { Database } from './database.ts';
import { allContacts, allCustomers, allLinks, markUncounted } from './lists.ts';

interface Lists {
  customers: readonly Customer[];
  /** Deleted ones too. */
  contacts: readonly Contact[];
  links: readonly Link[];
}

/** @param lists where they have been read already */
export async function goneIn(db: Database, connectionId: string, lists?: Lists): Promise<Gone[]> {
  const ignored = await db.ignored.where({ connectionId }).toArray();
  const dismissals = await db.dismissals.where({ connectionId }).toArray();
  return findGone({
    ...(lists ?? {
      customers: await allCustomers(db, connectionId),
      contacts: await allContacts(db, connectionId),
      links: await allLinks(db, connectionId),
    }),
    ignored: new Set(ignored.map(({ contactGuid }) => contactGuid)),
    deleted: await db.gone.where({ connectionId }).toArray(),
    dismissed: new Set(dismissals.flatMap(({ of, key }) => (of === 'gone' ? key : []))),
  });
}

/** The user has looked at it and does not want to be asked again, or takes that back. */
export async function dismissGone(
  db: Database,
  connectionId: string,
  gone: Pick<Gone, 'kind' | 'customerId' | 'contactGuid'>,
  dismissedAt: number | undefined,
): Promise<void> {
  const key = goneKey(gone);
  await db.transaction('rw', db.dismissals, db.marks, async () => {
    if (dismissedAt === undefined) await db.dismissals.delete([connectionId, 'gone', key]);
    else await db.dismissals.put({ connectionId, of: 'gone', key, dismissedAt });
    await markUncounted(db, connectionId);
  });
}
