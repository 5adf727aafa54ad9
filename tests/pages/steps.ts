/** The rows of the wizard, and the navigation between its steps. Danish names: see the page object. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export const STEPS = {
  1: 'Trin 1 - Match kunder',
  2: 'Trin 2 - Opret i Dinero',
  3: 'Trin 3 - Importer kunder fra Dinero',
  4: 'Trin 4 - Resultat',
} as const;

export const GROUPS = {
  matched: 'Gennemgå kunder med et match',
  unmatched: 'Gennemgå kunder uden match',
  linked: 'Gennemgå kunder som er synkroniseret',
  broken: 'Gennemgå brudte links',
} as const;

/** A page, or the panel on one. */
type View = Page | FrameLocator;

export const button = (page: View, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Step 1: a customer's action. */
export const action = (page: View, name: string): Locator =>
  page.getByRole('combobox', { name: `Handling for ${name}`, exact: true });

export const confirmation = (page: View, name: string): Locator =>
  page.getByRole('checkbox', { name: `Bekræft match for ${name}`, exact: true });

/** Step 2. */
export const nameField = (page: View, name: string): Locator =>
  page.getByRole('textbox', { name: `Navn for ${name}`, exact: true });
export const country = (page: View, name: string): Locator =>
  page.getByRole('combobox', { name: `Land for ${name}`, exact: true });

/** Step 3: one radio of a contact. */
export const choice = (page: View, name: string, what: 'Importér' | 'Spring over' | 'Ignorér'): Locator =>
  page
    .getByRole('radiogroup', { name: `Valg for ${name}`, exact: true })
    .getByRole('radio', { name: what, exact: true });

export const at = async (page: Page, step: keyof typeof STEPS): Promise<void> =>
  expect(page.getByRole('heading', { name: STEPS[step], exact: true })).toBeVisible();

/** The text of the option that a select shows. */
export const shows = async (select: Locator, option: string): Promise<void> =>
  expect(select.locator('option:checked')).toHaveText(option);

export async function next(page: Page, step: keyof typeof STEPS): Promise<void> {
  await button(page, 'Fortsæt').click();
  await at(page, step);
}

export async function back(page: Page, step: keyof typeof STEPS): Promise<void> {
  await button(page, 'Tilbage').click();
  await at(page, step);
}

/** From the overview to the flow's step. */
export async function resume(page: Page, step: keyof typeof STEPS): Promise<void> {
  await button(page, 'Fortsæt synkronisering').click();
  await at(page, step);
}

/** Presses `Gem og fuldfør`, and waits for the run to end without failures. */
export async function save(page: Page): Promise<void> {
  await button(page, 'Gem og fuldfør').click();
  await done(page);
}

export const done = async (page: Page): Promise<void> =>
  expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible({ timeout: 30_000 });
