import { expect, type Locator, type Page } from '@playwright/test';
import { contactsOf, customersOf } from '../helpers/worlds.ts';
import type { Sandbox } from '../sandbox/index.ts';
import type { Kundebro, Plan } from './kundebro.ts';
import { button, GROUPS, STEPS } from './steps.ts';

export const contacts = ({ world }: Sandbox) => contactsOf(world);
export const customers = ({ world }: Sandbox) => customersOf(world);
export const customer = (sandbox: Sandbox, id: number) => {
  const found = sandbox.world.account.customers.get(id);
  if (!found) throw new Error(`No customer ${id}`);
  return found;
};
export const written = (sandbox: Sandbox) =>
  sandbox.requests
    .filter(({ method, host }) => method !== 'GET' && host.startsWith('api.'))
    .map(({ method, path }) => `${method} ${path}`);

/** Makes these choices in the view, up to `Gem og fuldfør`, for tests of what views send and receive. */
export async function prepare(
  app: Kundebro,
  plan: Pick<Plan, 'create' | 'import' | 'ignore'>,
): Promise<Page> {
  const page = await app.begin();
  if (plan.create) {
    await app.openGroup(page, GROUPS.unmatched);
    for (const name of plan.create) await app.action(page, name).selectOption('Opret i Dinero');
    await app.next(page);
    await expect(app.heading(page, STEPS[2])).toBeVisible();
  }
  await app.toImport(page);
  for (const name of plan.import ?? []) await app.choice(page, name, 'Importér').check();
  for (const name of plan.ignore ?? []) await app.choice(page, name, 'Ignorér').check();
  return page;
}

/** A group of the result, by its heading. */
export const rowsOf = (page: Page, heading: string): Locator =>
  page.getByRole('list', { name: heading, exact: true }).getByRole('listitem');

export async function openGroup(page: Page, heading: string): Promise<void> {
  const toggle = button(page, heading);
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
}
