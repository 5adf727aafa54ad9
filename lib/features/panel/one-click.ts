import type { CreateChoice } from '../../domain/choices.ts';
import type { OfConnection } from '../../domain/company.ts';
import { createFields } from '../../domain/create-fields.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import type { Caller } from '../../messaging/index.ts';
import type { ClientPool } from '../access/service.ts';
import { madeBefore, similarContacts, similarCustomers } from '../candidates/service.ts';
import type { Deps } from '../deps.ts';
import type { LinkService } from '../links/service.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunAndWait } from '../runs/service.ts';
import type { SyncService } from '../sync/service.ts';
import type { OneClickResult } from './card.ts';
import type { OnCard } from './messages.ts';
import type { PageService } from './pages.ts';

type OnCompanyCard = OnCard & OfConnection;

/**
 * Creates, imports or ignores the customer or contact on the page with one click. Reads both lists first, so that no new
 * link and no similar customer is missed.
 */
export function createOneClick(
  { database }: Deps,
  clients: ClientPool,
  parts: {
    pages: PageService;
    refreshStrict: Refresh;
    runAndWait: RunAndWait;
    sync: SyncService;
    links: Pick<LinkService, 'match'>;
  },
) {
  const { pages, refreshStrict, runAndWait, sync, links } = parts;

  return {
    async createOne(
      input: OnCompanyCard & { customerId: CustomerId; create: CreateChoice; anyway: boolean },
      caller: Caller,
    ): Promise<OneClickResult> {
      const { connectionId, customerId, create, anyway } = input;
      await refreshStrict(connectionId);
      await pages.checkSubject(caller, input);
      const db = await database;
      const customer = await db.customers.get([connectionId, customerId]);
      if (!customer || customer.archivedAt) throw new ProblemError({ system: 'effihub', code: 'gone' });
      if ((await db.links.get([connectionId, customerId]))?.state === 'ok') return { done: true };
      const { live, deleted } = (await madeBefore(db, connectionId))(customerId);
      if (!live && deleted && !create.deleted) return { done: false, deleted: deleted.name };
      const { name, countryCode, countryAssumed } = createFields(customer, create);
      const missing: ('name' | 'country')[] = [];
      if (!name) missing.push('name');
      // The user has to confirm an assumed country first.
      if (!countryCode || (countryAssumed && create.countryCode === undefined)) missing.push('country');
      // Exists already, from an earlier click whose answer was lost, or is restored: only linked, so no fields are needed.
      const isThere = live !== undefined || create.deleted === 'restore';
      if (missing.length > 0 && !isThere) return { done: false, missing };
      if (!anyway && !isThere) {
        const similar = await similarContacts(db, connectionId, { ...customer, name });
        if (similar.length > 0) return { done: false, similar };
      }
      try {
        await runAndWait(connectionId, 'create', { kind: 'create', customerId, name: customer.name, create });
      } catch (error) {
        const problem = problemOf(error);
        if (problem?.code !== 'contact-deleted') throw error;
        return { done: false, deleted: problem.linkedTo ?? customer.name };
      }
      await sync.chooseCustomers({ connectionId, choices: [[customerId, null]] });
      return { done: true };
    },

    async matchOne(
      input: OnCompanyCard & { customerId: CustomerId; contactGuid: ContactGuid },
      caller: Caller,
    ): Promise<Run> {
      // A link that somebody else has made meanwhile stands.
      await refreshStrict(input.connectionId);
      await pages.checkSubject(caller, input);
      return links.match(input);
    },

    async importOne(
      input: OnCompanyCard & { contactGuid: ContactGuid; anyway: boolean },
      caller: Caller,
    ): Promise<OneClickResult> {
      const { connectionId, contactGuid, anyway } = input;
      await refreshStrict(connectionId);
      await pages.checkSubject(caller, input);
      const db = await database;
      const contact = await db.contacts.get([connectionId, contactGuid]);
      if (!contact || contact.deletedAt) throw new ProblemError({ system: 'dinero', code: 'gone' });
      if (await db.links.where({ connectionId, contactGuid }).first()) return { done: true };
      if (!contact.name) return { done: false, missing: ['name'] };
      if (!anyway) {
        const similar = await similarCustomers(db, connectionId, contact);
        if (similar.length > 0) return { done: false, similar };
      }
      // The user does not review the defaults here, so read the account's current ones.
      const { effihub } = await clients.of(connectionId);
      const defaults = await effihub.customerDefaults();
      await runAndWait(connectionId, 'import', { kind: 'import', contactGuid, name: contact.name, defaults });
      await sync.chooseContacts({ connectionId, choices: [[contactGuid, null]] });
      return { done: true };
    },

    async ignoreOne(input: OnCompanyCard & { contactGuid: ContactGuid }, caller: Caller): Promise<Run> {
      const { connectionId, contactGuid } = input;
      await pages.checkSubject(caller, input);
      const contact = await (await database).contacts.get([connectionId, contactGuid]);
      if (!contact || contact.deletedAt) throw new ProblemError({ system: 'dinero', code: 'gone' });
      const run = await runAndWait(connectionId, 'ignore', {
        kind: 'ignore',
        contactGuid,
        name: contact.name,
      });
      await sync.chooseContacts({ connectionId, choices: [[contactGuid, null]] });
      return run;
    },
  };
}
