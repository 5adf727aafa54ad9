import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Caller } from '../../messaging/index.ts';
import type { Similar } from '../candidates/service.ts';
import { contactCandidates, similarContacts, similarCustomers } from '../candidates/service.ts';
import type { Deps } from '../deps.ts';
import type { Refresh } from '../reading/service.ts';
import type { ContactCard, CustomerCard } from './card.ts';
import { holdsName } from './contact-on-page.ts';
import { contactOnPage } from './find-contact.ts';
import type { PageService } from './pages.ts';
import { numberOfContact, rememberNumber } from './repository.ts';

/** The card of the customer or contact on the panel's page. */
export function createCardService(
  { database, pushToPanel }: Deps,
  refreshShared: Refresh,
  pages: PageService,
) {
  return {
    async customerCard(
      { connectionId, customerId, fresh }: OfConnection & { customerId: CustomerId; fresh: boolean },
      caller: Caller,
    ): Promise<CustomerCard> {
      const db = await database;
      if (fresh) await refreshShared(connectionId);
      const stored = await db.customers.get([connectionId, customerId]);
      if (!stored) return { similar: [], isInHeading: false };
      const { connectionId: _, ...customer } = stored;
      const { heading = '' } = await pages.reportFor(caller);
      const headed = holdsName(heading, customer.name);
      const link = await db.links.get([connectionId, customerId]);
      const similar = link?.state === 'ok' ? [] : await similarContacts(db, connectionId, customer);
      if (!link) return { customer, similar, isInHeading: headed };
      const { contactGuid, state } = link;
      const name = (await db.contacts.get([connectionId, contactGuid]))?.name ?? '';
      const number = await numberOfContact(db, connectionId, contactGuid);
      return { customer, link: { contactGuid, name, state, number }, similar, isInHeading: headed };
    },

    async contactCard(
      { connectionId, number, fresh }: OfConnection & { number: string; fresh: boolean },
      caller: Caller,
    ): Promise<ContactCard> {
      const db = await database;
      if (fresh) await refreshShared(connectionId);
      const on = await contactOnPage(db, connectionId, number, await pages.reportFor(caller));
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
