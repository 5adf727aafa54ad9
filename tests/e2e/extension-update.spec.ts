import type { BrowserContext, Page } from '@playwright/test';
import { type ContentWorld, contentWorld } from '../helpers/content-world.ts';
import { expect, test } from './fixtures.ts';
import { button, customerPage, follow, heading, launcher, openPanel, visit } from './pages/panel.ts';
import { panel } from './pages/panel-frame.ts';
import { inWorld } from './worlds.ts';

test.use({
  ownBrowser: true,
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }, { name: 'Stjerne Byg A/S' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

/** The part of the browser's page of extensions that is used here. */
interface ExtensionsPage {
  chrome: {
    developerPrivate: { updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void> };
  };
}

/** Loads the extension anew, as an update does: content scripts that run stay without it. */
async function update(context: BrowserContext): Promise<void> {
  // Only then does the browser load an unpacked extension a second time.
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(() =>
    (globalThis as unknown as ExtensionsPage).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
  await settings.close();
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const comes = context.waitForEvent('serviceworker');
  await worker.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { reload(): void } } };
    // Once this has been answered.
    setTimeout(() => chrome.runtime.reload());
  });
  await comes;
}

/** What goes wrong on a page from now on, in any of its worlds. */
function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  return errors;
}

/** What the content script listens to on the page. */
async function listeners({ session, contextId }: ContentWorld): Promise<string[]> {
  const found: string[] = [];
  for (const target of ['window', 'document', 'document.documentElement', 'navigation']) {
    const { result } = await session.send('Runtime.evaluate', { expression: target, contextId });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', {
      objectId: String(result.objectId),
    });
    found.push(...listeners.map(({ type }) => `${target} ${type}`));
  }
  return found;
}

test('after an update the old launcher goes away at the click, quietly', async ({ extension }) => {
  const page = await visit(extension, customerPage(1));
  await expect(launcher(page)).toBeVisible();
  const errors = watchErrors(page);
  const world = await contentWorld(extension, page);
  await update(extension);

  await follow(page, customerPage(2));
  await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S' })).toBeVisible();
  await launcher(page).click();
  await expect(page.locator('kundebro-panel')).toHaveCount(0);
  await follow(page, customerPage(1));
  await expect(page.getByRole('heading', { name: 'Bagergården ApS' })).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  expect(errors).toEqual([]);

  // What the content script throws would have been noticed.
  await world.run(`void setTimeout(() => { throw new Error('Prøve') })`);
  await expect.poll(() => errors.join()).toContain('Prøve');
});

test('after an update the old open panel goes away by itself, and nothing of it stays', async ({
  extension,
}) => {
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  const world = await contentWorld(extension, page);
  expect(await listeners(world)).toEqual(expect.arrayContaining(['window resize', 'window popstate']));
  const errors = watchErrors(page);
  await page.bringToFront();
  await update(extension);

  await expect(page.locator('kundebro-panel')).toHaveCount(0);
  expect(await listeners(world)).toEqual([]);
  await follow(page, customerPage(2));
  await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S' })).toBeVisible();
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
  await expect(page.locator('kundebro-panel')).toHaveCount(0);

  await page.reload();
  await expect(heading(page, 'Stjerne Byg A/S')).toBeVisible();
  await expect(button(page, 'Opret i Dinero')).toBeVisible();
  await expect(panel(page)).toHaveCount(1);
});
