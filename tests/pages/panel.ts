/** The panel on a page of Dinero or Effihub, as users see it. */
import type { BrowserContext, FrameLocator, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { StoredContact, World } from '../sandbox/index.ts';

export const NAME = 'Dinero-synkronisering';

export const launcher = (page: Page): Locator => page.getByRole('button', { name: NAME, exact: true });
/** The panel's content; or the page itself where the panel stands alone. */
export const inPanel = (page: Page): FrameLocator | Page =>
  page.url().includes('/panel.html') ? page : page.frameLocator(`iframe[title="${NAME}"]`);

/** Without an extension: shows the panel as a page of its own, and tells it what page it is on. */
export interface PanelAlone {
  open(address: string): Promise<Page>;
  /** Navigates within the site, without loading a page. */
  follow(page: Page, address: string): Promise<void>;
  /** Loads another page, and the panel with it. */
  goTo(page: Page, address: string): Promise<void>;
}

const alone = new WeakMap<BrowserContext, PanelAlone>();
/** From now on visits to Dinero and Effihub in this context show the panel alone. */
export const showPanelAlone = (context: BrowserContext, panel: PanelAlone): void =>
  void alone.set(context, panel);

export const button = (page: Page, name: string): Locator =>
  inPanel(page).getByRole('button', { name, exact: true });
export const heading = (page: Page, name: string | RegExp): Locator =>
  inPanel(page).getByRole('heading', { name, exact: true, level: 1 });
export const text = (page: Page, words: string | RegExp): Locator =>
  inPanel(page).getByText(words, { exact: true });

export const customerPage = (id: number, host = 'nordisktekst') => `https://${host}.effihub.com/kunder/${id}`;
export const contactPage = ({ number }: Pick<StoredContact, 'number'>, organizationId = 637871) =>
  `https://app.dinero.dk/${organizationId}/contacts/${number}`;

/** The n-th contact of the default company, from 1. */
export const contactAt = (world: World, n: number): StoredContact => {
  const found = [...world.organization.contacts.values()][n - 1];
  if (!found) throw new Error(`No contact ${n}`);
  return found;
};

/** Opens a page in a window with room for the panel. */
export async function visit(context: BrowserContext, address: string): Promise<Page> {
  const panel = alone.get(context);
  if (panel) return panel.open(address);
  const page = await context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  return page;
}

/**
 * Opens the panel and waits until clicks count: it was fully visible for a while with the pointer over it, as for a user who
 * reads before pressing.
 */
export async function openPanel(page: Page): Promise<void> {
  if (!alone.has(page.context())) await launcher(page).click();
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  // Alone it is not inside another page.
  if (alone.has(page.context())) return expect(inPanel(page).getByRole('heading').first()).toBeVisible();
  await inPanel(page).getByRole('heading').first().hover();
  await counts(page);
}

/** The content is loaded, and was visible for long enough with the pointer over it. */
export const READY = 'html[data-ready="yes"]:not(:has(.skeleton))';

/** Waits until clicks count. */
export async function counts(page: Page): Promise<void> {
  if (alone.has(page.context())) return;
  await expect(inPanel(page).locator(READY)).toBeAttached();
}

/** Navigates within the site as its own links do, without loading a page. */
export async function follow(page: Page, address: string): Promise<void> {
  const panel = alone.get(page.context());
  if (panel) return panel.follow(page, address);
  await page.evaluate((to) => {
    const link = document.createElement('a');
    link.href = to;
    link.dataset.inside = '';
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}

/** Loads another page in the tab; the panel opens again. */
export async function goTo(page: Page, address: string): Promise<void> {
  const panel = alone.get(page.context());
  if (panel) await panel.goTo(page, address);
  else await page.goto(address);
}
