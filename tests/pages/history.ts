import { expect, type Locator, type Page } from '@playwright/test';
import { button } from './steps.ts';

/** Opens the list of runs from the overview. */
export async function openHistory(page: Page): Promise<void> {
  await button(page, 'Historik').click();
  await expect(page.getByRole('heading', { name: 'Historik', exact: true })).toBeFocused();
}

export const search = (page: Page): Locator =>
  page.getByRole('searchbox', { name: 'Søg i historikken', exact: true });

/** The rows of the list, newest first. */
export const runs = (page: Page): Locator =>
  page.getByRole('list', { name: 'Kørsler', exact: true }).getByRole('listitem');

/** The newest run of a kind. */
export const runOf = (page: Page, kind: string): Locator =>
  runs(page)
    .filter({ has: page.getByText(kind, { exact: true }) })
    .first();

/** Opens a run from the list. */
export async function showRun(page: Page, kind: string): Promise<void> {
  await runOf(page, kind).getByRole('button', { name: 'Vis', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${kind} `) })).toBeFocused();
}

const UNDO = 'Fortryd kørsel';

export const undoDialog = (page: Page): Locator => page.getByRole('alertdialog', { name: UNDO, exact: true });

/** The dialog's list of what will be done. */
export const undoTasks = (page: Page): Locator => undoDialog(page).getByRole('list').first();

/** Presses `Fortryd kørsel`, and waits for the dialog's content. */
export async function askUndo(page: Page): Promise<void> {
  await button(page, UNDO).click();
  await expect(undoTasks(page)).toBeVisible();
}

export const confirmUndo = (page: Page): Promise<void> =>
  undoDialog(page).getByRole('button', { name: UNDO, exact: true }).click();

/** The view of a finished undo. */
export async function undone(page: Page, ending = 'Færdig'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Fortrydelse / })).toBeVisible();
  await expect(page.getByRole('status').getByText(ending, { exact: true })).toBeVisible();
}
