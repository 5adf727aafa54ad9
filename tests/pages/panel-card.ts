/** The panel's card of the page's customer or contact. */
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/index.ts';
import {
  button,
  contactAt,
  contactPage,
  counts,
  customerPage,
  heading,
  inPanel,
  openPanel,
  text,
  visit,
} from './panel.ts';

/** Opens a page and its panel. */
export async function visitPanel(context: BrowserContext, address: string): Promise<Page> {
  const page = await visit(context, address);
  await openPanel(page);
  return page;
}

/** Opens a customer's page in Effihub. */
export const openCustomer = (context: BrowserContext, id = 1): Promise<Page> =>
  visitPanel(context, customerPage(id));

/** Opens the page of the n-th contact in Dinero, from 1. */
export const openContact = (context: BrowserContext, { world }: Sandbox, n = 1): Promise<Page> =>
  visitPanel(context, contactPage(contactAt(world, n)));

/** Like a user who looks before pressing. */
export async function press(page: Page, name: string): Promise<void> {
  const pressed = button(page, name);
  await pressed.hover();
  await counts(page);
  await pressed.click();
}

/** The panel shows this customer's card alone. */
export async function isAbout(page: Page, name: string): Promise<void> {
  await expect(heading(page, name)).toBeVisible();
  await expect(inPanel(page).getByRole('heading', { level: 1 })).toHaveCount(1);
}

export async function offersNothing(page: Page): Promise<void> {
  for (const name of ['Opret i Dinero', 'Importér til Effihub', 'Match med eksisterende', 'Ignorér'])
    await expect(button(page, name)).toHaveCount(0);
}

export const openDinero = (page: Page): Locator => inPanel(page).getByRole('link', { name: /^Åbn i Dinero/ });
export const openEffihub = (page: Page): Locator =>
  inPanel(page).getByRole('link', { name: /^Åbn i Effihub/ });

/** The customer's card says that it is linked with the contact. */
export async function customerIsLinked(page: Page, contact: string): Promise<void> {
  await expect(text(page, `Synkroniseret med ${contact}`)).toBeVisible();
  await expect(openDinero(page)).toBeVisible();
  await expect(button(page, 'Fjern link')).toBeVisible();
  await expect(button(page, 'Opret i Dinero')).toHaveCount(0);
}

/** The contact's card says that it is linked with the customer. */
export async function contactIsLinked(page: Page, customer: string): Promise<void> {
  await expect(text(page, `Synkroniseret med ${customer}`)).toBeVisible();
  await expect(openEffihub(page)).toBeVisible();
  await expect(button(page, 'Fjern link')).toBeVisible();
  await expect(button(page, 'Importér til Effihub')).toHaveCount(0);
}

/** Opens a group of step 1 in the panel. */
export async function openGroup(page: Page, name: string): Promise<void> {
  await press(page, name);
  await expect(button(page, name)).toHaveAttribute('aria-expanded', 'true');
}
