import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Caller } from '../../messaging/index.ts';
import { LONG_ENOUGH, type PageReport } from '../../messaging/page-report.ts';
import { markUsed } from '../../storage/connections.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { companyIn } from '../overview/service.ts';
import { holdsName } from './contact-on-page.ts';
import { contactOnPage } from './find-contact.ts';
import type { OnCard } from './messages.ts';
import { type PageSubject, type Place, placeOf } from './place.ts';
import { contactWithNumber } from './repository.ts';

/** The extension's own pages are not about any site's page. */
const NO_PAGE: PageReport = { url: '', state: 'changed' };

const renamed = () =>
  new ProblemError({ system: 'kundebro', code: 'changed', fields: [{ field: 'card', message: '' }] });

type CardInput = OnCard & OfConnection & { customerId?: CustomerId; contactGuid?: ContactGuid };

export const anotherPage = () => new ProblemError({ system: 'kundebro', code: 'another-page' });

/** The page that a panel is on. Its content script is asked each time, because pages change without notice. */
export function createPageService(
  { database, now, tabs, pushToPanel }: Deps,
  publishOverview: PublishOverview,
) {
  /** The report of this message's guard, if any: only for reading. @throws as `askForReport` does */
  const reportFor = async (caller: Caller): Promise<PageReport> => caller.report ?? askForReport(caller);

  /** @throws ProblemError `another-page` when the page's content script does not answer the panel's request */
  async function askForReport({ panelIn }: Caller): Promise<PageReport> {
    if (panelIn === undefined) return NO_PAGE;
    const report = await tabs.report(panelIn);
    if (!report) throw anotherPage();
    return report;
  }

  /** @throws ProblemError `another-page` on any other site */
  async function placeFor(caller: Caller, report: PageReport): Promise<Place> {
    const companies = (await (await database).connections.toArray()).map(companyIn);
    const chosen = caller.panelIn === undefined ? undefined : await tabs.chosenCompany(caller.panelIn);
    const place = placeOf(companies, report.url, chosen);
    if (!place) throw anotherPage();
    return place;
  }

  /** @throws ProblemError `another-page` unless the page belongs to the company */
  async function companyPage(
    caller: Caller,
    connectionId: string,
  ): Promise<{ subject: PageSubject; isNamed: boolean; report: PageReport }> {
    const report = await askForReport(caller);
    const place = await placeFor(caller, report);
    if (place.kind !== 'company' || place.company.id !== connectionId) throw anotherPage();
    return { subject: place.subject, isNamed: place.isNamed, report };
  }

  /**
   * One click is about the customer or contact on the page as its card showed it, and no other.
   * @throws ProblemError `another-page` when the page shows somebody else by now, `changed` when the name is another
   */
  async function checkSubject(caller: Caller, input: CardInput): Promise<void> {
    if (caller.panelIn === undefined) return;
    const { connectionId, customerId, contactGuid, shown } = input;
    const { subject, isNamed, report } = await companyPage(caller, connectionId);
    const db = await database;
    const checkName = (name = '') => {
      if (shown !== undefined && shown !== name) throw renamed();
    };
    if (subject.kind === 'customer' && subject.customerId === customerId) {
      const name = (await db.customers.get([connectionId, customerId]))?.name;
      // Without the account in the address, the number could belong to another account.
      if (isNamed || holdsName(report.heading ?? '', name ?? '')) return checkName(name);
    }
    if (subject.kind === 'contact' && contactGuid) {
      const contact = await db.contacts.get([connectionId, contactGuid]);
      // A page cannot name a contact without a name. Later checks report deleted and nameless contacts.
      const isNamed = contact?.name && !contact.deletedAt;
      const on = isNamed
        ? await contactOnPage(db, connectionId, subject.number, report)
        : { guid: await contactWithNumber(db, connectionId, subject.number), isNew: false };
      if ('guid' in on && !on.isNew && on.guid === contactGuid) return checkName(contact?.name);
    }
    throw anotherPage();
  }

  return {
    reportFor,

    async place(_: undefined, caller: Caller): Promise<Place> {
      const place = await placeFor(caller, await reportFor(caller));
      if (place.kind === 'company') {
        const db = await database;
        if (await markUsed(db, place.company.id, now())) await publishOverview(db, place.company.id);
      }
      return place;
    },

    async chooseCompany(input: { connectionId?: string }, { panelIn }: Caller): Promise<void> {
      if (panelIn === undefined) return;
      await tabs.chooseCompany(panelIn, input.connectionId);
      pushToPanel(panelIn, { type: 'page', moved: true });
    },

    async closePanel(_: undefined, { panelIn }: Caller): Promise<void> {
      if (panelIn !== undefined) await tabs.closePanel(panelIn);
    },

    /**
     * A panel writes only when its page has let it be seen for long enough.
     * @throws ProblemError `unseen`
     */
    async checkSeen(caller: Caller): Promise<void> {
      if (caller.panelIn === undefined) return;
      const { soundFor = 0 } = await reportFor(caller);
      if (soundFor < LONG_ENOUGH) throw new ProblemError({ system: 'kundebro', code: 'unseen' });
    },

    /**
     * A panel writes for the page's own company alone. Other views say themselves whose customers they show.
     * @throws ProblemError `another-page`
     */
    async checkCompany(caller: Caller, connectionId: string): Promise<void> {
      if (caller.panelIn !== undefined) caller.report = (await companyPage(caller, connectionId)).report;
    },

    checkSubject,

    /** A row of a panel's list is about anybody; its card names the customer on the page. @throws as `checkSubject` */
    async checkCard(caller: Caller, input: CardInput): Promise<void> {
      if (input.shown !== undefined) await checkSubject(caller, input);
    },

    /** @throws ProblemError `another-page` when the page has another number by now */
    async checkNumber(caller: Caller, connectionId: string, number: string): Promise<void> {
      const { subject } = await companyPage(caller, connectionId);
      if (subject.kind !== 'contact' || subject.number !== number) throw anotherPage();
    },
  };
}

export type PageService = ReturnType<typeof createPageService>;
