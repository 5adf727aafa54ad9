import type { Contact, Customer } from '../../domain/customer.ts';
import { byName } from '../../domain/order.ts';
import type { Database } from '../../storage/database.ts';
import type { Deps } from '../deps.ts';
import { candidate, contactMarks } from './describe.ts';
import type { Candidate } from './index.ts';
import { searchable } from './index.ts';
import { liveContacts, liveCustomers } from './known-lists.ts';

interface SearchResult {
  found: Candidate[];
  /** Hits that are left out. */
  more: number;
}

type Side = 'customers' | 'contacts';
type Search = (query: string) => SearchResult;

/** Searches for unlinked customers and contacts to be matched by hand, so that the panel need not hold the lists. */
export function createFreeSearch({ database }: Deps) {
  /** By side and connection, until something changes. */
  const searches = new Map<string, Promise<Search>>();
  const keyOf = (connectionId: string, side: Side) => `${side}:${connectionId}`;

  return {
    async findFree(input: { connectionId: string; side: Side; query: string }): Promise<SearchResult> {
      const { connectionId, side, query } = input;
      const key = keyOf(connectionId, side);
      const search = searches.get(key) ?? prepared(await database, connectionId, side);
      searches.set(key, search);
      return (await search)(query);
    },
    /** Call it when links or lists have changed. */
    forget(connectionId: string): void {
      searches.delete(keyOf(connectionId, 'customers'));
      searches.delete(keyOf(connectionId, 'contacts'));
    },
  };
}

async function prepared(db: Database, connectionId: string, side: Side): Promise<Search> {
  const links = (await db.links.where({ connectionId }).toArray()).filter(({ state }) => state === 'ok');
  if (side === 'customers') {
    const linked = new Set(links.map(({ customerId }) => customerId));
    const free = (await liveCustomers(db, connectionId)).filter(({ id }) => !linked.has(id));
    const search = searchable(free.sort(byName(({ id }) => id)));
    return (query) => shown(search(query), (customer: Customer) => candidate(customer.id, customer));
  }
  const linked = new Set(links.map(({ contactGuid }) => contactGuid));
  const ignored = new Set(
    (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
  );
  const free = (await liveContacts(db, connectionId)).filter(({ guid }) => !linked.has(guid));
  const search = searchable(free.sort(byName(({ guid }) => guid)));
  return (query) =>
    shown(search(query), (contact: Contact) => ({
      ...candidate(contact.guid, contact),
      ...contactMarks(contact, ignored.has(contact.guid)),
    }));
}

const shown = <Party>(
  { found, more }: { found: Party[]; more: number },
  asCandidate: (party: Party) => Candidate,
): SearchResult => ({ found: found.map(asCandidate), more });
