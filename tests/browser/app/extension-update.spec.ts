import type { Page } from '@playwright/test';
import { type ContentWorld, contentWorld } from '../../helpers/content-world.ts';
import { chooseOneOfEach, expectOneOfEach, lateOnesAreDealtWith, writes } from '../../helpers/one-of-each.ts';
import { updateExtension } from '../../helpers/update-extension.ts';
import { customersOf, inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { button, customerPage, follow, heading, launcher, openPanel, visit } from '../../pages/panel.ts';
import { panel } from '../../pages/panel-frame.ts';
import { button as pageButton } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({
  ownBrowser: true,
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }, { name: 'Stjerne Byg A/S' }],
    contacts: [{ Name: 'Grøn Have ApS' }],
  })),
});

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
  await updateExtension(extension);

  await follow(page, customerPage(2));
  await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S' })).toBeVisible();
  await launcher(page).click();
  await expect(page.locator('[data-kundebro]')).toHaveCount(0);
  await follow(page, customerPage(1));
  await expect(page.getByRole('heading', { name: 'Bagergården ApS' })).toBeVisible();
  await page.setViewportSize({ width: 900, height: 700 });
  expect(errors).toEqual([]);

  // What the content script throws would have been noticed.
  await world.run(`void setTimeout(() => { throw new Error('Prøve') })`);
  await expect.poll(() => errors.join()).toContain('Prøve');
});

test('after an update the old open panel goes away by itself, and nothing of it stays', {
  tag: '@slow',
}, async ({ extension }) => {
  const page = await visit(extension, customerPage(1));
  await openPanel(page);
  const world = await contentWorld(extension, page);
  expect(await listeners(world)).toEqual(expect.arrayContaining(['window resize', 'window popstate']));
  const errors = watchErrors(page);
  await page.bringToFront();
  await updateExtension(extension);

  await expect(page.locator('[data-kundebro]')).toHaveCount(0);
  expect(await listeners(world)).toEqual([]);
  await follow(page, customerPage(2));
  await expect(page.getByRole('heading', { name: 'Stjerne Byg A/S' })).toBeVisible();
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
  await expect(page.locator('[data-kundebro]')).toHaveCount(0);

  await page.reload();
  await expect(heading(page, 'Stjerne Byg A/S')).toBeVisible();
  await expect(button(page, 'Opret i Dinero')).toBeVisible();
  await expect(panel(page)).toHaveCount(1);
});

test.describe('an update in the middle of a run', () => {
  test.use({ worldOptions: inWorld(oneOfEach) });

  test('is followed by the rest of it, and doubles nothing', { tag: '@slow' }, async ({ app, sandbox }) => {
    const page = await app.begin();
    await chooseOneOfEach(app, page);
    const held = sandbox.faults.add({ ...writes['a creation in Dinero'], kind: 'hold', when: 'done-first' });
    await pageButton(page, 'Gem og fuldfør').click();
    await held.arrived;
    await updateExtension(app.context);
    // The new worker goes on by itself.
    await expect.poll(() => customersOf(sandbox.world).length).toBe(5);
    held.release();
    await lateOnesAreDealtWith(sandbox);
    expectOneOfEach(sandbox.world);
    const later = await app.open('popup');
    await expect(later.getByText('Færdig', { exact: true })).toBeVisible();
  });
});
