import { expect, type Locator, type Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import type { Kundebro } from './kundebro.ts';

export const contacts = (sandbox: Sandbox) => [...sandbox.world.organization.contacts.values()];
export const customers = (sandbox: Sandbox) => [...sandbox.world.account.customers.values()];
export const customer = (sandbox: Sandbox, id: number) => {
  const found = sandbox.world.account.customers.get(id);
  if (!found) throw new Error(`No customer ${id}`);
  return found;
};
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const written = (sandbox: Sandbox) =>
  sandbox.requests
    .filter(({ method, host }) => method !== 'GET' && host.startsWith('api.'))
    .map(({ method, path }) => `${method} ${path}`);

export interface Plan {
  create?: string[];
  import?: string[];
  ignore?: string[];
}

/** Makes these choices and stops before `Gem og fuldfør`. */
export async function prepare(app: Kundebro, plan: Plan): Promise<Page> {
  const page = await app.begin();
  if (plan.create) {
    await app.openGroup(page, 'Gennemgå kunder uden match');
    for (const name of plan.create) await app.action(page, name).selectOption('Opret i Dinero');
    await app.next(page);
    await expect(app.heading(page, 'Trin 2 - Opret i Dinero')).toBeVisible();
  }
  await app.toImport(page);
  for (const name of plan.import ?? []) await app.choice(page, name, 'Importér').check();
  for (const name of plan.ignore ?? []) await app.choice(page, name, 'Ignorér').check();
  return page;
}

export async function run(app: Kundebro, plan: Plan, result?: string): Promise<Page> {
  const page = await prepare(app, plan);
  await app.finish(page, result);
  return page;
}

/** A group of the result by its heading, with its rows. */
export const rowsOf = (page: Page, heading: string): Locator =>
  page.getByRole('list', { name: heading, exact: true }).getByRole('listitem');

export async function openGroup(page: Page, heading: string): Promise<void> {
  const button = page.getByRole('button', { name: heading, exact: true });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}
