import { byName } from '../../domain/order.ts';
import { contactInput, customerInput, matchCooperatively, sortCooperatively } from '../../match/index.ts';
import { allContacts, allCustomers, allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import type { MatchingProgress, SyncLists } from './lists.ts';

/**
 * The lists as they are stored, sorted and matched: what the wizard shows and what the plan is made from. They are read
 * in one transaction, so they fit together; what is stored after that is not in them.
 * @param signal to be aborted when it is known that they are out of date
 * @throws the signal's reason
 */
export async function matchStoredLists(
  db: Database,
  connectionId: string,
  signal?: AbortSignal,
  onProgress?: (progress: MatchingProgress) => void,
): Promise<SyncLists> {
  const stored = await readStored(db, connectionId);
  const { links } = stored;
  const hasLink = new Set(links.map(({ customerId }) => customerId));
  const working = links.filter(({ state }) => state === 'ok');
  const linkedCustomers = new Set(working.map(({ customerId }) => customerId));
  const linkedContacts = new Set(working.map(({ contactGuid }) => contactGuid));

  const customers = await sortCooperatively(
    stored.customers.filter(({ archivedAt, id }) => !archivedAt || hasLink.has(id)),
    byName(({ id }) => id),
  );
  const contacts = await sortCooperatively(
    stored.contacts.filter(({ deletedAt }) => !deletedAt),
    byName(({ guid }) => guid),
  );
  const source = customers.filter(({ id }) => !linkedCustomers.has(id)).map(customerInput);
  const target = contacts.filter(({ guid }) => !linkedContacts.has(guid)).map(contactInput);
  const size = { customers: source.length, contacts: target.length };
  const matches = await matchCooperatively(source, target, {
    signal,
    onProgress: (done) => onProgress?.({ done, ...size }),
  });
  return { customers, contacts, links, ignored: stored.ignored, matches };
}

function readStored(db: Database, connectionId: string) {
  return db.transaction('r', [db.links, db.ignored, db.customers, db.contacts], async () => ({
    links: await allLinks(db, connectionId),
    ignored: (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
    customers: await allCustomers(db, connectionId),
    contacts: await allContacts(db, connectionId),
  }));
}
