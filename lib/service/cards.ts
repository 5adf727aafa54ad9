import type { ContactGuid, CustomerId } from '../customer.ts';
import type { Caller } from '../messaging/index.ts';
import type { Candidate, ContactCard, CustomerCard } from '../page/card.ts';
import { holdsName } from '../page/contact-on-page.ts';
import type { PageReport } from '../page/report.ts';
import { ProblemError } from '../problem.ts';
import { contactOfNumber, numberOfContact, rememberNumber } from '../store/contact-numbers.ts';
import type { Similar } from '../sync/similar.ts';
import { contactCandidates, similarContacts, similarCustomers } from './candidates.ts';
import { contactOn } from './contact-on.ts';
import type { Deps } from './deps.ts';
import type { PageService } from './pages.ts';
import type { Reading } from './reading.ts';

interface OfConnection {
  connectionId: string;
}

/** The one customer or contact that a panel's page is about. */
export function createCardService(
  { database, tabs, pushToPanel }: Deps,
  joinReading: Reading,
  pages: PageService,
) {
  /** Who may be the same as the one on a page whose panel is still loading. */
  const ahead = new Map<string, Promise<Candidate[]>>();
  let isForeseeing = false;
  const keyOf = (connectionId: string, id: string) => `${connectionId} ${id}`;

  /** Looked for already, or now. */
  function similarTo<Id extends string>(
    connectionId: string,
    id: string,
    find: () => Promise<Candidate<Id>[]>,
  ): Promise<Candidate<Id>[]> {
    const key = keyOf(connectionId, id);
    const found = ahead.get(key) as Promise<Candidate<Id>[]> | undefined;
    ahead.delete(key);
    return found?.catch(find) ?? find();
  }

  async function findAhead(tabId: number, report: PageReport): Promise<void> {
    const place = await pages.placeFor({ panelIn: tabId }, report);
    if (place.kind !== 'company' || place.company.paused) return;
    const db = await database;
    const { company, spot } = place;
    const keep = (id: string, found: Promise<Candidate[]>) => {
      ahead.set(keyOf(company.id, id), found);
      // Whoever asks for it is told.
      return found.catch(() => undefined);
    };
    if (spot.kind === 'customer') {
      const customer = await db.customers.get([company.id, spot.customerId]);
      const link = await db.links.get([company.id, spot.customerId]);
      if (!customer || link?.state === 'ok') return;
      await keep(customer.id, similarContacts(db, company.id, customer));
    } else if (spot.kind === 'contact') {
      const guid = await contactOfNumber(db, company.id, spot.number);
      const contact = guid && (await db.contacts.get([company.id, guid]));
      if (!contact || (await db.links.where({ connectionId: company.id, contactGuid: guid }).first())) return;
      await keep(guid, similarCustomers(db, company.id, contact));
    }
  }

  return {
    /** What was made ready from the lists is out of date. */
    forget(connectionId: string): void {
      for (const key of ahead.keys()) if (key.startsWith(keyOf(connectionId, ''))) ahead.delete(key);
    },

    /** Begins to look for whom the page's card will name as similar. Shows nothing to anybody, and writes nothing. */
    async foresee(tabId: number): Promise<void> {
      // A page may go on as often as it likes.
      if (isForeseeing) return;
      isForeseeing = true;
      try {
        ahead.clear();
        const report = await tabs.look(tabId);
        if (report) await findAhead(tabId, report);
      } finally {
        isForeseeing = false;
      }
    },

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
      const find = () => similarContacts(db, connectionId, customer);
      const similar = link?.state === 'ok' ? [] : await similarTo(connectionId, customerId, find);
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
      if ('guid' in on && on.isNew) await rememberNumber(db, connectionId, number, on.guid);
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
      const find = () => similarCustomers(db, connectionId, contact);
      return {
        state: 'known',
        contact,
        ...(link && { link: { customerId: link.customerId, name: customer?.name ?? '' } }),
        ignored,
        similar: link ? [] : await similarTo(connectionId, on.guid, find),
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
