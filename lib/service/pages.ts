import type { ContactGuid, CustomerId } from '../customer.ts';
import type { Caller } from '../messaging/index.ts';
import { holdsName } from '../page/contact-on-page.ts';
import { type Place, placeOf, type Spot } from '../page/place.ts';
import type { PageReport } from '../page/report.ts';
import { ProblemError } from '../problem.ts';
import { markUsed } from '../store/connections.ts';
import { contactOfNumber } from '../store/contact-numbers.ts';
import type { Announce } from './announce.ts';
import type { Deps } from './deps.ts';
import { companyIn } from './overview.ts';

const NOWHERE: PageReport = { url: '', state: 'changed' };

export const anotherPage = () => new ProblemError({ system: 'kundebro', code: 'another-page' });

/** The page that a panel stands on: asked of its content script each time, since pages change without a word. */
export function createPageService({ database, now, tabs, pushToPanel }: Deps, announce: Announce) {
  async function reportFor({ panelIn }: Caller): Promise<PageReport> {
    return (panelIn === undefined ? undefined : await tabs.report(panelIn)) ?? NOWHERE;
  }

  async function placeFor(caller: Caller, report: PageReport): Promise<Place> {
    const companies = (await (await database).connections.toArray()).map(companyIn);
    const chosen = caller.panelIn === undefined ? undefined : await tabs.chosenCompany(caller.panelIn);
    return placeOf(companies, report.url, chosen);
  }

  /** @throws ProblemError `another-page` unless the page belongs to the company */
  async function spotOn(
    caller: Caller,
    connectionId: string,
  ): Promise<{ spot: Spot; named: boolean; report: PageReport }> {
    const report = await reportFor(caller);
    const place = await placeFor(caller, report);
    if (place.kind !== 'company' || place.company.id !== connectionId) throw anotherPage();
    return { spot: place.spot, named: place.named, report };
  }

  return {
    reportFor,

    async place(caller: Caller): Promise<Place> {
      const place = await placeFor(caller, await reportFor(caller));
      if (place.kind === 'company') {
        const db = await database;
        if (await markUsed(db, place.company.id, now())) await announce(db, place.company.id);
      }
      return place;
    },

    async chooseCompany(input: { connectionId?: string }, { panelIn }: Caller): Promise<void> {
      if (panelIn === undefined) return;
      await tabs.chooseCompany(panelIn, input.connectionId);
      pushToPanel(panelIn, { type: 'page', moved: true });
    },

    async close({ panelIn }: Caller): Promise<void> {
      if (panelIn !== undefined) await tabs.closePanel(panelIn);
    },

    /**
     * A panel writes for the page's own company alone. Other views say themselves whose customers they show.
     * @throws ProblemError `another-page`
     */
    async checkCompany(caller: Caller, connectionId: string): Promise<void> {
      if (caller.panelIn !== undefined) await spotOn(caller, connectionId);
    },

    /**
     * One click is about the customer or contact on the page, and no other.
     * @throws ProblemError `another-page` when the page shows somebody else by now
     */
    async checkSpot(
      caller: Caller,
      input: { connectionId: string; customerId?: CustomerId; contactGuid?: ContactGuid },
    ): Promise<void> {
      if (caller.panelIn === undefined) return;
      const { connectionId, customerId, contactGuid } = input;
      const { spot, named, report } = await spotOn(caller, connectionId);
      const db = await database;
      if (spot.kind === 'customer' && spot.customerId === customerId) {
        const customer = await db.customers.get([connectionId, customerId]);
        // An address without the account could be the same number in another one.
        if (named || holdsName(report.heading ?? '', customer?.name ?? '')) return;
      }
      if (spot.kind === 'contact' && contactGuid) {
        if ((await contactOfNumber(db, connectionId, spot.number)) === contactGuid) return;
      }
      throw anotherPage();
    },

    /** @throws ProblemError `another-page` when the page has another number by now */
    async checkNumber(caller: Caller, connectionId: string, number: string): Promise<void> {
      const { spot } = await spotOn(caller, connectionId);
      if (spot.kind !== 'contact' || spot.number !== number) throw anotherPage();
    },
  };
}

export type PageService = ReturnType<typeof createPageService>;
