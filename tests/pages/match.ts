import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';

export const linkOf = (sandbox: Sandbox, id: number) =>
  sandbox.world.account.customers.get(id)?.dineroContactGuid;
/** The button of the chosen Dinero customer, whose name follows in the label. */
export const chosen = (page: Page, name: string) =>
  page.getByRole('button', { name: `Dinero-kunde for ${name}: ` });
export const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Vælg Dinero-kunde' });

/** Same number and same name: certain. */
export const CERTAIN = {
  customers: [{ id: 1, name: 'Bagergården ApS', vatNumber: '25313763', city: 'Odense' }],
  contacts: [{ Name: 'Bagergården ApS', VatNumber: '25313763' }],
};
/** Only similar: needs confirmation. */
export const LIKELY = {
  customers: [
    { id: 2, name: 'Jysk Landbrug ApS' },
    { id: 3, name: 'Mette Holm', city: 'Ribe' },
  ],
  contacts: [{ Name: 'Jysk Landbrug A/S' }, { Name: 'Mette Holm Jensen' }],
};
export const both = (...parts: { customers?: object[]; contacts?: object[] }[]) => ({
  customers: parts.flatMap((part) => part.customers ?? []),
  contacts: parts.flatMap((part) => part.contacts ?? []),
});
