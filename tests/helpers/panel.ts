/** A panel in a tab of the office's browser. */
import type { PageReport } from '../../lib/messaging/page-report.ts';
import { company, connectionId, dinero } from './company.ts';
import type { Ask, Office } from './office.ts';

export const TAB = 7;

/** Asks as the panel does. */
export const panel = (office: Office = company.office): Ask => office.panelIn(TAB);

/** Sets the tab's page. */
export function show(page: Partial<PageReport>, office: Office = company.office): void {
  office.pages.set(TAB, { url: '', state: 'changed', soundFor: 60_000, ...page });
}

export function showCustomer(id: number | string, heading = '', office: Office = company.office): void {
  show({ url: `https://nordisktekst.effihub.com/customers/${id}`, heading }, office);
}

/** @param page what its page says; the name as heading when left out */
export function showContact(
  guid: string,
  page: Partial<PageReport> = {},
  office: Office = company.office,
): void {
  const contact = dinero().find(({ ContactGuid }) => ContactGuid === guid);
  const url = `https://app.dinero.dk/637871/contacts/${contact?.number}`;
  show({ url, heading: contact?.Name ?? '', ...page }, office);
}

/** The number in the address of a contact's page. */
export const numberOf = (guid: string): string =>
  String(dinero().find(({ ContactGuid }) => ContactGuid === guid)?.number);

/** The card of the contact on the page. */
export const contactCard = (guid: string, fresh = false) =>
  panel().contactCard({ connectionId, number: numberOf(guid), fresh });

/** Requests that change something in Dinero or Effihub, so far. */
export const writes = (): string[] =>
  company.sandbox.requests
    .filter(({ method, host }) => method !== 'GET' && host.startsWith('api.'))
    .map(({ method, path }) => `${method} ${path}`);
