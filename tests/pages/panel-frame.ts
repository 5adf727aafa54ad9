/** The panel's frame on the site's page: launcher, bar, edge. */
import type { BrowserContext, JSHandle, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { HOST, openToSite } from '../helpers/closed-root.ts';
import { inPanel, NAME } from './panel.ts';

export const panel = (page: Page): Locator => page.getByRole('region', { name: NAME, exact: true });
export const closing = (page: Page): Locator =>
  page.getByRole('button', { name: 'Luk panelet', exact: true });
export const grip = (page: Page): Locator => page.getByRole('button', { name: 'Flyt panelet', exact: true });
export const edge = (page: Page): Locator =>
  page.getByRole('separator', { name: 'Panelets bredde', exact: true });

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The position of an element in the window. */
export async function boxOf(locator: Locator): Promise<Rectangle> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen`);
  return box;
}

/** The panel is entirely inside the window. */
export async function expectInside(page: Page): Promise<void> {
  const window = page.viewportSize();
  if (!window) throw new Error('The page has no size of its own');
  await expect(async () => {
    const { x, y, width, height } = await boxOf(panel(page));
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(window.width);
    expect(y + height).toBeLessThanOrEqual(window.height);
  }).toPass({ timeout: 5_000 });
}

/** The panel has the focus. */
export async function expectFocusInPanel(page: Page): Promise<void> {
  await expect
    .poll(() =>
      inPanel(page)
        .locator('html')
        .evaluate(() => document.hasFocus()),
    )
    .toBe(true);
}

/** Drags with the left mouse button. */
export async function drag(page: Page, handle: Locator, x: number, y: number): Promise<void> {
  const box = await boxOf(handle);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + x, from.y + y, { steps: 4 });
  await page.mouse.up();
}

/** The elements that only the content script can reach. */
export interface Parts {
  host: HTMLElement;
  root: ShadowRoot;
  panel: HTMLElement;
  iframe: HTMLIFrameElement;
}

/** Exposes them to the site, as if it had found an unknown way in. */
export async function partsOf(page: Page): Promise<JSHandle<Parts>> {
  await openToSite(page);
  return page.evaluateHandle((selector) => {
    const host = document.querySelector<HTMLElement>(selector)!;
    const root = host.shadowRoot!;
    const iframe = root.querySelector('iframe')!;
    return { host, root, panel: iframe.parentElement!, iframe };
  }, HOST);
}

/** The part of the extension API that the tests use in the service worker. */
interface Worker {
  chrome: {
    commands: { onCommand: { dispatch(name: string, tab: unknown): void } };
    tabs: { query(filter: { active: true; lastFocusedWindow: true }): Promise<unknown[]> };
  };
}

/** Triggers the keyboard command, whose keys never reach a page. */
export async function pressCommand(context: BrowserContext, page: Page): Promise<void> {
  await page.bringToFront();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(async () => {
    const { commands, tabs } = (globalThis as unknown as Worker).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    commands.onCommand.dispatch('open-panel', tab);
  });
}
