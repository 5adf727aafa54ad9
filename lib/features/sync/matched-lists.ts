import { byName } from '../../domain/order.ts';
import { contactInput, customerInput, matchCooperatively, sortCooperatively } from '../../match/index.ts';
import { allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { keptLists } from '../../storage/kept-lists.ts';
import type { Deps } from '../deps.ts';
import type { MatchingProgress, SyncLists } from './lists.ts';

export interface MatchedLists {
  /** New with each matching: a view that fetches the lists in parts must not mix two of them. */
  id: string;
  data: SyncLists;
}

/**
 * The matched lists of each connection as last made; the database is the truth. Matching yields to other work, so links may
 * change meanwhile: whoever stores such a change calls `forget` afterwards, and a matching that began before starts over.
 * Choices are not part of the lists.
 */
export function createMatchedLists({ database, newId }: Pick<Deps, 'database' | 'newId'>) {
  const kept = new Map<string, MatchedLists>();
  const changes = new Map<string, AbortController>();

  /** Aborted by the next `forget`. */
  function nextChange(connectionId: string): AbortSignal {
    const known = changes.get(connectionId) ?? new AbortController();
    changes.set(connectionId, known);
    return known.signal;
  }

  async function match(
    connectionId: string,
    onProgress?: (progress: MatchingProgress) => void,
  ): Promise<MatchedLists> {
    const db = await database;
    for (;;) {
      const changed = nextChange(connectionId);
      try {
        const data = await matchStoredLists(db, connectionId, changed, onProgress);
        const matched = { id: newId(), data };
        kept.set(connectionId, matched);
        return matched;
      } catch (error) {
        if (!changed.aborted) throw error;
      }
    }
  }

  return {
    /** Matches the stored lists anew. */
    match,
    /** As the views last got them; matched anew after a restart of the worker. */
    latestOrMatch: async (connectionId: string) => kept.get(connectionId) ?? match(connectionId),
    /** Undefined when there are none or they are out of date. */
    latest: (connectionId: string) => kept.get(connectionId),
    forget(connectionId: string): void {
      kept.delete(connectionId);
      changes.get(connectionId)?.abort();
      changes.delete(connectionId);
    },
  };
}

export type MatchedListsCache = ReturnType<typeof createMatchedLists>;

/**
 * The stored lists, sorted and matched: what the wizard shows and what the plan is made from. Read in one transaction, so
 * that they fit together.
 * @param signal to be aborted when they are out of date
 * @throws the signal's reason
 */
async function matchStoredLists(
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

async function readStored(db: Database, connectionId: string) {
  // Lists read inside a transaction are not kept.
  await keptLists(db, connectionId);
  return db.transaction('r', [db.links, db.ignored, db.customers, db.contacts], async () => ({
    links: await allLinks(db, connectionId),
    ignored: (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
    ...(await keptLists(db, connectionId)),
  }));
}
