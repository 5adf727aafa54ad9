/** Shared by the one-click tests. */
import { contactGuid } from '../sandbox/index.ts';
import { company, connectionId, dinero } from './company.ts';
import { type Office, openOffice } from './office.ts';
import { panel, show, TAB } from './panel.ts';

export const name = 'Nordlys Tømrer A/S';
export const createOne = (customerId = '1', anyway = false, office: Office = company.office) =>
  panel(office).createOne({ connectionId, customerId, create: {}, anyway });
export const importOne = (guid = contactGuid(1), anyway = false, office: Office = company.office) =>
  panel(office).importOne({ connectionId, contactGuid: guid, anyway });

/** The contacts of that name. */
export const contactsNamed = (wanted = name) => dinero().filter(({ Name }) => Name === wanted);
export const runs = (office: Office = company.office) =>
  office.database.runs.orderBy('[connectionId+startedAt]').toArray();
export const operations = (office: Office = company.office) => office.database.operations.toArray();

/** A second installation, with the panel on the same customer's page. */
export async function anotherInstallation(): Promise<Office> {
  const office = openOffice(company.sandbox);
  await office.connect();
  const page = company.office.pages.get(TAB);
  if (page) show(page, office);
  return office;
}
