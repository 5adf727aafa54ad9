import { expect, type Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import type { Kundebro } from './kundebro.ts';

export const STEP_2 = 'Trin 2 - Opret i Dinero';

export const contacts = (sandbox: Sandbox) => [...sandbox.world.organization.contacts.values()];
export const created = (sandbox: Sandbox) => contacts(sandbox).filter((contact) => contact.ExternalReference);
export const customer = (sandbox: Sandbox, id: number) => sandbox.world.account.customers.get(id);
export const next = (page: Page) => page.getByRole('button', { name: 'Fortsæt', exact: true });
export const nameOf = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `Navn for ${name}`, exact: true });
export const countryOf = (page: Page, name: string) =>
  page.getByRole('combobox', { name: `Land for ${name}`, exact: true });

/** Asks for these customers to be created, and goes to step 2. */
export async function toCreate(
  app: Kundebro,
  names: string[],
  group = 'Gennemgå kunder uden match',
): Promise<Page> {
  const page = await app.begin();
  await app.openGroup(page, group);
  for (const name of names) await app.action(page, name).selectOption('Opret i Dinero');
  await app.next(page);
  await expect(app.heading(page, STEP_2)).toBeVisible();
  return page;
}

export async function carryOut(app: Kundebro, page: Page, result?: string): Promise<void> {
  await app.toImport(page);
  await app.finish(page, result);
}
