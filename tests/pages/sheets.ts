/** Effihub without an API: connecting, and reading a customer table. */
import type { BrowserContext } from '@playwright/test';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { credentials } from '../sandbox/index.ts';
import type { Kundebro } from './kundebro.ts';
import { button } from './steps.ts';

export const SUBDOMAIN = 'nordisktekst';

/** Saves the connection as the settings page does. */
export async function connectWithSheets(app: Kundebro): Promise<void> {
  const { clientId, clientSecret, apiKey } = credentials.nordisk;
  await app.ask.saveConnection({
    dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: '' },
    effihub: { kind: 'sheet', account: SUBDOMAIN },
  });
}

/** Opens the tab, ready for a table. */
export async function openReading(app: Kundebro): Promise<Page> {
  const page = await app.open('sync');
  await button(page, 'Læs kundetabel').click();
  await expect(app.heading(page, 'Læs kundetabel')).toBeVisible();
  return page;
}

export interface TableFile {
  name: string;
  bytes: Uint8Array;
}

export const upload = (page: Page, { name, bytes }: TableFile): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

export const pasteField = (page: Page | FrameLocator): Locator =>
  page.getByRole('textbox', { name: 'Indsæt tabellen her', exact: true });

/** The meaning of a column in the preview. */
export const column = (page: Page, name: string): Locator =>
  page.getByRole('combobox', { name, exact: true });

export const firstRows = (page: Page): Locator =>
  page.getByRole('table', { name: 'De første rækker', exact: true });

/** What reading the table would change. */
export const changes = (page: Page): Locator =>
  page.getByRole('region', { name: 'Kundetabel fra Effihub', exact: true });

export const countsCustomers = async (page: Page, text: string): Promise<void> =>
  expect(changes(page).getByText(text, { exact: true })).toBeVisible();

/** Presses `Brug tabellen`, and waits for the overview. */
export async function use(page: Page, read: string): Promise<void> {
  await button(page, 'Brug tabellen').click();
  await expect(page.getByText(read, { exact: true })).toBeVisible();
}

/** The clipboard's text, as another program's field gets it. */
export async function clipboard(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.setContent('<textarea></textarea>');
  await page.locator('textarea').focus();
  await page.keyboard.press('ControlOrMeta+V');
  const text = await page.locator('textarea').inputValue();
  await page.close();
  return text;
}

/** Splits it as a spreadsheet does. */
export const cells = (text: string): string[][] => text.split('\n').map((line) => line.split('\t'));

/** Puts a text on the clipboard, as another program does. */
export async function copy(context: BrowserContext, text: string): Promise<void> {
  const page = await context.newPage();
  await page.setContent('<textarea></textarea>');
  await page.locator('textarea').fill(text);
  await page.locator('textarea').selectText();
  await page.keyboard.press('ControlOrMeta+C');
  await page.close();
}
