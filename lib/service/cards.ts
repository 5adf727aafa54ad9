import { type Contact, type ContactGuid, type Customer, type CustomerId, isDebtor } from '../customer.ts';
import { byName } from '../flow.ts';
import type { Caller } from '../messaging/index.ts';
import type { Candidate, ContactCard, CustomerCard } from '../page/card.ts';
import { contactsOnPage, holdsName } from '../page/contact-on-page.ts';
import type { PageReport } from '../page/report.ts';
import { ProblemError } from '../problem.ts';
import { contactOfNumber, numberOfContact, rememberNumber } from '../store/contact-numbers.ts';
import type { Database } from '../store/database.ts';
import { allContacts, allCustomers } from '../store/lists.ts';
import { contactInput, customerInput } from '../sync/inputs.ts';
import { searchable } from '../sync/party-search.ts';
import { findSimilar, type Similar } from '../sync/similar.ts';
import type { Deps } from './deps.ts';
import type { PageService } from './pages.ts';
import type { Reading } from './reading.ts';

interface OfConnection {
  connectionId: string;
}

/** So many possible contacts are shown when a page does not tell which one it is about. */
const MOST_POSSIBLE = 20;

/** The one customer or contact that a panel's page is about. */
export function createCardService({ database, pushToPanel }: Deps, readNow: Reading, pages: PageService) {
  /** The lists that `findFree` searches, until something changes. */
  const searches = new Map<string, Promise<(query: string) => { found: Candidate[]; more: number }>>();

  async function contactsOf(db: Database, connectionId: string): Promise<Contact[]> {
    return (await allContacts(db, connectionId)).filter(({ deletedAt }) => !deletedAt);
  }

  /** Contacts as candidates, each with what keeps it from being a simple choice. */
  async function contactCandidates(
    db: Database,
    connectionId: string,
    similar: readonly Similar[],
  ): Promise<Candidate<ContactGuid>[]> {
    const found: Candidate<ContactGuid>[] = [];
    for (const { id, reasons } of similar) {
      const contact = await db.contacts.get([connectionId, id]);
      if (!contact) continue;
      const link = await db.links.where({ connectionId, contactGuid: id }).first();
      const linked =
        link?.state === 'ok' ? await db.customers.get([connectionId, link.customerId]) : undefined;
      const ignored = (await db.ignored.get([connectionId, id])) !== undefined;
      found.push({
        ...candidate(contact.guid, contact, reasons),
        ...(ignored && { ignored }),
        ...(!isDebtor(contact) && { supplier: true }),
        ...(linked && { linkedTo: linked.name }),
      });
    }
    return found;
  }

  async function customerCandidates(
    db: Database,
    connectionId: string,
    similar: readonly Similar[],
  ): Promise<Candidate<CustomerId>[]> {
    const found: Candidate<CustomerId>[] = [];
    for (const { id, reasons } of similar) {
      const customer = await db.customers.get([connectionId, id]);
      if (!customer) continue;
      const link = await db.links.get([connectionId, id]);
      const linked =
        link?.state === 'ok' ? await db.contacts.get([connectionId, link.contactGuid]) : undefined;
      found.push({ ...candidate(customer.id, customer, reasons), ...(linked && { linkedTo: linked.name }) });
    }
    return found;
  }

  async function similarContacts(db: Database, connectionId: string, customer: Customer) {
    const others = (await contactsOf(db, connectionId)).map(contactInput);
    const [similar = []] = await findSimilar([customerInput(customer)], others);
    return contactCandidates(db, connectionId, similar);
  }

  async function similarCustomers(db: Database, connectionId: string, contact: Contact) {
    const others = (await allCustomers(db, connectionId))
      .filter(({ archivedAt }) => !archivedAt)
      .map(customerInput);
    const [similar = []] = await findSimilar([contactInput(contact)], others);
    return customerCandidates(db, connectionId, similar);
  }

  /** Which contact a page is about, as far as it can be told for certain. */
  async function contactOn(
    db: Database,
    connectionId: string,
    number: string,
    report: PageReport,
  ): Promise<
    { guid: ContactGuid } | { state: 'changing' | 'unknown' } | { state: 'ask'; guids: ContactGuid[] }
  > {
    const contacts = await contactsOf(db, connectionId);
    const known = await contactOfNumber(db, connectionId, number);
    const remembered = contacts.find(({ guid }) => guid === known);
    const { guids, unique } = contactsOnPage(contacts, report);
    // Among all: a page that names "Hansen & Søn" does not speak of the "Hansen" that was remembered.
    if (remembered && guids.includes(remembered.guid)) return { guid: remembered.guid };
    const [only] = guids;
    if (unique && only && report.state === 'changed') {
      await rememberNumber(db, connectionId, number, only);
      return { guid: only };
    }
    if (report.state === 'changing') return { state: 'changing' };
    const possible = [...new Set([...guids, ...(remembered ? [remembered.guid] : [])])];
    if (possible.length === 0) return { state: 'unknown' };
    return { state: 'ask', guids: possible.slice(0, MOST_POSSIBLE) };
  }

  return {
    similarContacts,
    similarCustomers,

    /** Links or lists have changed: what was prepared for searching is out of date. */
    forget(connectionId: string): void {
      searches.delete(`customers:${connectionId}`);
      searches.delete(`contacts:${connectionId}`);
    },

    async customerCard(
      { connectionId, customerId, fresh }: OfConnection & { customerId: CustomerId; fresh: boolean },
      caller: Caller,
    ): Promise<CustomerCard> {
      const db = await database;
      if (fresh) await readNow(connectionId);
      const stored = await db.customers.get([connectionId, customerId]);
      if (!stored) return { similar: [], headed: false };
      const { connectionId: _, ...customer } = stored;
      const { heading = '' } = await pages.reportFor(caller);
      const headed = holdsName(heading, customer.name);
      const link = await db.links.get([connectionId, customerId]);
      const similar = link?.state === 'ok' ? [] : await similarContacts(db, connectionId, customer);
      if (!link) return { customer, similar, headed };
      const { contactGuid, state } = link;
      const name = (await db.contacts.get([connectionId, contactGuid]))?.name ?? '';
      const number = await numberOfContact(db, connectionId, contactGuid);
      return { customer, link: { contactGuid, name, state, number }, similar, headed };
    },

    async contactCard(
      { connectionId, number, fresh }: OfConnection & { number: string; fresh: boolean },
      caller: Caller,
    ): Promise<ContactCard> {
      const db = await database;
      if (fresh) await readNow(connectionId);
      const on = await contactOn(db, connectionId, number, await pages.reportFor(caller));
      if ('state' in on) {
        if (on.state !== 'ask') return { state: on.state };
        const similar = on.guids.map((id): Similar => ({ id, reasons: [] }));
        return { state: 'ask', candidates: await contactCandidates(db, connectionId, similar) };
      }
      const stored = await db.contacts.get([connectionId, on.guid]);
      if (!stored) return { state: 'unknown' };
      const { connectionId: _, ...contact } = stored;
      const link = await db.links.where({ connectionId, contactGuid: on.guid }).first();
      const customer = link && (await db.customers.get([connectionId, link.customerId]));
      const ignored = (await db.ignored.get([connectionId, on.guid])) !== undefined;
      return {
        state: 'known',
        contact,
        ...(link && { link: { customerId: link.customerId, name: customer?.name ?? '' } }),
        ignored,
        similar: link ? [] : await similarCustomers(db, connectionId, contact),
      };
    },

    async nameContact(
      { connectionId, number, contactGuid }: OfConnection & { number: string; contactGuid: ContactGuid },
      caller: Caller,
    ): Promise<void> {
      await pages.checkNumber(caller, connectionId, number);
      const db = await database;
      const contact = await db.contacts.get([connectionId, contactGuid]);
      if (!contact || contact.deletedAt) throw new ProblemError({ system: 'dinero', code: 'gone' });
      await rememberNumber(db, connectionId, number, contactGuid);
      if (caller.panelIn !== undefined) pushToPanel(caller.panelIn, { type: 'page', moved: false });
    },

    async findFree(input: OfConnection & { side: 'customers' | 'contacts'; query: string }) {
      const { connectionId, side, query } = input;
      const key = `${side}:${connectionId}`;
      const search = searches.get(key) ?? prepare(await database, connectionId, side);
      searches.set(key, search);
      return (await search)(query);
    },
  };

  async function prepare(db: Database, connectionId: string, side: 'customers' | 'contacts') {
    const links = (await db.links.where({ connectionId }).toArray()).filter(({ state }) => state === 'ok');
    const ignored = new Set(
      (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
    );
    if (side === 'customers') {
      const linked = new Set(links.map(({ customerId }) => customerId));
      const customers = (await allCustomers(db, connectionId))
        .filter(({ id, archivedAt }) => !archivedAt && !linked.has(id))
        .sort(byName(({ id }) => id));
      const search = searchable(customers);
      return (query: string) => {
        const { found, more } = search(query);
        return { found: found.map((customer) => candidate(customer.id, customer, [])), more };
      };
    }
    const linked = new Set(links.map(({ contactGuid }) => contactGuid));
    const contacts = (await contactsOf(db, connectionId))
      .filter(({ guid }) => !linked.has(guid))
      .sort(byName(({ guid }) => guid));
    const search = searchable(contacts);
    return (query: string) => {
      const { found, more } = search(query);
      const asCandidate = (contact: Contact): Candidate => ({
        ...candidate(contact.guid, contact, []),
        ...(ignored.has(contact.guid) && { ignored: true }),
        ...(!isDebtor(contact) && { supplier: true }),
      });
      return { found: found.map(asCandidate), more };
    };
  }
}

export type CardService = ReturnType<typeof createCardService>;

function candidate<Id extends string>(
  id: Id,
  { name, city, vatNumber, email }: Customer | Contact,
  reasons: string[],
): Candidate<Id> {
  return { id, name, city, vatNumber, email, reasons };
}
