import type { ContactGuid, CustomerId } from '../customer.ts';
import type { Caller } from '../messaging/index.ts';
import type { ContactCard, CustomerCard } from '../page/card.ts';
import { contactsOnPage, holdsName } from '../page/contact-on-page.ts';
import type { PageReport } from '../page/report.ts';
import { ProblemError } from '../problem.ts';
import { contactOfNumber, numberOfContact, rememberNumber } from '../store/contact-numbers.ts';
import type { Database } from '../store/database.ts';
import type { Similar } from '../sync/similar.ts';
import { contactCandidates, liveContacts, similarContacts, similarCustomers } from './candidates.ts';
import type { Deps } from './deps.ts';
import type { PageService } from './pages.ts';
import type { Reading } from './reading.ts';

interface OfConnection {
  connectionId: string;
}

/** So many possible contacts are shown when a page does not tell which one it is about. */
const MOST_POSSIBLE = 20;

/** The one customer or contact that a panel's page is about. */
export function createCardService({ database, pushToPanel }: Deps, joinReading: Reading, pages: PageService) {
  /** Which contact a page is about, as far as it can be told for certain. */
  async function contactOn(
    db: Database,
    connectionId: string,
    number: string,
    report: PageReport,
  ): Promise<
    { guid: ContactGuid } | { state: 'changing' | 'unknown' } | { state: 'ask'; guids: ContactGuid[] }
  > {
    const contacts = await liveContacts(db, connectionId);
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
    async customerCard(
      { connectionId, customerId, fresh }: OfConnection & { customerId: CustomerId; fresh: boolean },
      caller: Caller,
    ): Promise<CustomerCard> {
      const db = await database;
      if (fresh) await joinReading(connectionId);
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
      if (fresh) await joinReading(connectionId);
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
  };
}

export type CardService = ReturnType<typeof createCardService>;
