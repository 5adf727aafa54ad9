/** The panel on a page of Dinero or Effihub, as a user meets it. */
import type { BrowserContext, FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { StoredContact, World } from '../sandbox/index.ts';

export const NAME = 'Dinero-synkronisering';

export const launcher = (page: Page): Locator => page.getByRole('button', { name: NAME, exact: true });
/** What is in the panel; a page that is the panel itself has no site around it. */
export const inPanel = (page: Page): FrameLocator | Page =>
  page.url().includes('/panel.html') ? page : page.frameLocator(`iframe[title="${NAME}"]`);

/** A page of Dinero or Effihub with the panel open on it, in either tier. */
export interface SiteWithPanel {
  /** Waits until the panel takes clicks. */
  openPanel(address: string): Promise<Page>;
  /** To another page of the site as its own links do, without loading it anew. */
  follow(page: Page, address: string): Promise<void>;
}
export const button = (page: Page, name: string): Locator =>
  inPanel(page).getByRole('button', { name, exact: true });
export const heading = (page: Page, name: string | RegExp): Locator =>
  inPanel(page).getByRole('heading', { name, exact: true, level: 1 });
export const text = (page: Page, words: string | RegExp): Locator =>
  inPanel(page).getByText(words, { exact: true });

export const customerPage = (id: number, host = 'nordisktekst') => `https://${host}.effihub.com/kunder/${id}`;
export const contactPage = ({ number }: Pick<StoredContact, 'number'>, organizationId = 637871) =>
  `https://app.dinero.dk/${organizationId}/contacts/${number}`;

/** The n-th contact of the usual company, from 1. */
export const contactAt = (world: World, n: number): StoredContact => {
  const found = [...world.organization.contacts.values()][n - 1];
  if (!found) throw new Error(`No contact ${n}`);
  return found;
};

/** Opens a page on a screen with room for the panel. */
export async function visit(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  return page;
}

/**
 * Opens the panel and waits until it takes clicks: it has been in full sight for a while with the pointer over it, as when
 * somebody reads it before pressing anything.
 */
export async function openPanel(page: Page): Promise<void> {
  await launcher(page).click();
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  const whole = inPanel(page).locator('html');
  await inPanel(page).getByRole('heading').first().hover();
  await expect(whole).toHaveAttribute('data-ready', 'yes');
}

/** Goes to another page of the site as its own links do, without loading it anew. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    link.dataset.inside = '';
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}
