/** Controls that many views have. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { button } from './steps.ts';

export const press = (page: Page, name: string): Promise<void> => button(page, name).click();

export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** The message after an action. */
export const status = (page: Page, words: string): Locator =>
  page.getByRole('status').getByText(words, { exact: true });

/** The choice of company, in settings and on the overview. */
export const company = (page: Page): Locator => page.getByRole('combobox', { name: 'Firma', exact: true });

/** Presses a button that downloads a file, and reads it. */
export async function download(page: Page, from: Locator): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await from.click();
  const file = await downloading;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
