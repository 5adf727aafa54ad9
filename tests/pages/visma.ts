/** Visma Connect's window, and the fields that lead to it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { credentials, vismaClientId, vismaClientSecret } from '../sandbox/index.ts';
import { field, press, status } from './controls.ts';
import type { Kundebro } from './kundebro.ts';
import { button } from './steps.ts';

export const CLIENT = { clientId: vismaClientId, clientSecret: vismaClientSecret };
const TOKEN = credentials.nordisk.effihubToken;

/** The choice among the granted companies. */
export const organization = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Firma i Dinero', exact: true });

export async function fillClient(page: Page, { clientId, clientSecret } = CLIENT): Promise<void> {
  await page.getByRole('radio', { name: 'Visma Connect', exact: true }).check();
  await field(page, 'Klient-id').fill(clientId);
  await field(page, 'Klienthemmelighed').fill(clientSecret);
}

/** Presses the button, and waits for the window. */
export async function consentWindow(page: Page, name = 'Log ind med Visma Connect'): Promise<Page> {
  const opening = page.context().waitForEvent('page');
  await press(page, name);
  const consent = await opening;
  await expect(consent.getByRole('heading', { name: 'Giv adgang til Dinero', exact: true })).toBeVisible();
  return consent;
}

/** Consents, and waits until the window is closed. @param without organizations that get no access */
export async function answer(
  consent: Page,
  name: 'Giv adgang' | 'Afvis',
  without: number[] = [],
): Promise<void> {
  for (const id of without)
    await consent.getByRole('checkbox', { name: new RegExp(`\\(${id}\\)$`) }).uncheck();
  const closing = consent.waitForEvent('close');
  await button(consent, name).click({ noWaitAfter: true });
  await closing;
}

export async function signIn(page: Page, name?: string): Promise<void> {
  await answer(await consentWindow(page, name), 'Giv adgang');
  await expect(page.getByText('Logget ind med Visma Connect', { exact: true })).toBeVisible();
}

/** Connects Nordisk Tekst in the settings page, which stays open. */
export async function connectVisma(app: Kundebro): Promise<Page> {
  const page = await app.open('options');
  await fillClient(page);
  await signIn(page);
  await field(page, 'API-token').fill(TOKEN);
  await press(page, 'Gem indstillinger');
  await expect(status(page, 'Gemt')).toBeVisible();
  return page;
}
