/** Linked customers that differ between the systems, and the choices about them. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pair, worldOf } from '../helpers/linked.ts';
import { contactsOf } from '../helpers/worlds.ts';
import { changeContact, changeCustomer, type Sandbox } from '../sandbox/index.ts';
import type { Kundebro } from './kundebro.ts';
import { button } from './steps.ts';

const NAMES = ['Bagergården ApS', 'Fjordens Fisk I/S', 'Måne Design ApS', 'Stjerne Byg A/S'];

/** All linked, and equal in both systems. */
export const fourLinked = () => worldOf(NAMES.map((name, at) => pair(at + 1, name)));

export const dinero = (sandbox: Sandbox, n: number) => contactsOf(sandbox.world)[n - 1]!;
export const effihub = (sandbox: Sandbox, n: number) => sandbox.world.account.customers.get(n)!;

/** The choice for one field of one customer. */
export const field = (page: Page, name: string, customer: string): Locator =>
  page.getByRole('radiogroup', { name: `${name} for ${customer}`, exact: true });
export const answer = (page: Page, name: string, customer: string, radio: string): Locator =>
  field(page, name, customer).getByRole('radio', { name: radio, exact: true });
export const take = (page: Page, name: string, customer: string, radio: string): Promise<void> =>
  answer(page, name, customer, radio).check();

/** Opens the differences in a host. */
export async function openDifferences(app: Kundebro, host: 'popup' | 'sync' = 'popup'): Promise<Page> {
  const page = await app.open(host);
  await button(page, 'Gennemgå forskelle').click();
  await expect(app.heading(page, 'Forskelle')).toBeFocused();
  return page;
}

/** Four linked customers that have become different. */
export async function drifted(app: Kundebro, sandbox: Sandbox): Promise<Page> {
  await app.read();
  const { world } = sandbox;
  changeContact(world, dinero(sandbox, 1), { Email: 'ny@bagergaarden.dk', AttPerson: 'Lis Holm' });
  changeCustomer(world, effihub(sandbox, 1), { street: 'Søndergade 4' });
  changeCustomer(world, effihub(sandbox, 2), { website: 'https://fjordensfisk.dk', phone: null });
  changeCustomer(world, effihub(sandbox, 3), { phone: '86 12 34 13' });
  await app.read();
  return openDifferences(app);
}
