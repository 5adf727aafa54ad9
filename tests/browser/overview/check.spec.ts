import type { browser } from 'wxt/browser';
import { quietPage, stopWorker } from '../../helpers/stop-worker.ts';
import { contactNamed, inWorld, someWaiting } from '../../helpers/worlds.ts';
import { status } from '../../pages/controls.ts';
import type { Kundebro } from '../../pages/kundebro.ts';
import { button } from '../../pages/steps.ts';
import { changeContact, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(someWaiting) });

const choice = (page: Page) => page.getByRole('combobox', { name: 'Automatisk tjek', exact: true });

/** The browser's extension API in one of its pages. */
interface ExtensionPage {
  chrome: typeof browser;
}

const alarm = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.alarms.get('check'));
const period = async (page: Page) => (await alarm(page))?.periodInMinutes;
const badge = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.action.getBadgeText({}));
/** As if its time had come. */
const ring = (page: Page) =>
  page.evaluate(() =>
    (globalThis as unknown as ExtensionPage).chrome.alarms.create('check', { when: Date.now() }),
  );

/** Both lists are read, and the sandbox's log begins now. */
async function read(app: Kundebro, sandbox: Sandbox): Promise<void> {
  await app.read();
  sandbox.requests.length = 0;
}

const apiCalls = (sandbox: Sandbox) =>
  sandbox.requests
    .filter(({ host }) => host.startsWith('api.'))
    .map(({ method, path }) => `${method} ${path}`);

test.describe('the automatic check', () => {
  test('is off until the user wants it, and then an alarm follows the choice', async ({ app }) => {
    const page = await app.open('options');
    await expect(choice(page).locator('option:checked')).toHaveText('Slået fra');
    await expect(choice(page)).toHaveAccessibleDescription(/skriver aldrig noget/);
    expect(await alarm(page)).toBeUndefined();
    await choice(page).selectOption('Hver time');
    await expect.poll(() => period(page)).toBe(60);
    await choice(page).selectOption('Hver dag');
    await expect.poll(() => period(page)).toBe(24 * 60);
    await page.reload();
    await expect(choice(page).locator('option:checked')).toHaveText('Hver dag');
    await choice(page).selectOption('Slået fra');
    await expect.poll(() => alarm(page)).toBeUndefined();
  });

  test('reads what has changed, shows how much waits on the button, and writes nothing', async ({
    app,
    sandbox,
  }) => {
    await read(app, sandbox);
    const page = await app.open('options');
    await choice(page).selectOption('Hver time');
    await expect.poll(() => period(page)).toBe(60);
    await expect.poll(() => badge(page)).toBe('4');
    await page.close();
    // Nothing is open that could ask for it.
    const quiet = await quietPage(app.context, app.origin);
    sandbox.requests.length = 0;
    changeContact(sandbox.world, contactNamed(sandbox.world, 'Bagergården ApS'), { City: 'Skive' });
    await ring(quiet);
    await expect.poll(() => badge(quiet)).toBe('5');
    expect(apiCalls(sandbox).toSorted()).toEqual([
      'GET /v1/637871/contacts',
      'GET /v1/637871/contacts',
      'GET /v1/customers',
    ]);
    // The next one is as far off as before.
    await expect.poll(() => period(quiet)).toBe(60);
  });

  test('is not done when it was switched off meanwhile', async ({ app, sandbox }) => {
    await read(app, sandbox);
    const quiet = await quietPage(app.context, app.origin);
    await ring(quiet);
    await expect.poll(() => alarm(quiet)).toBeUndefined();
    const popup = await app.open('popup');
    await expect(button(popup, 'Tjek nu')).toBeVisible();
    expect(apiCalls(sandbox).filter((call) => /contacts|customers$/.test(call))).toEqual([]);
  });

  test('outlives the worker: the alarm is left where it is, and made again when it is lost', async ({
    app,
  }) => {
    const page = await app.open('options');
    await choice(page).selectOption('Hver dag');
    await expect.poll(() => period(page)).toBe(24 * 60);
    const before = await alarm(page);
    await page.close();
    await stopWorker(app.context, app.origin);
    const popup = await app.open('popup');
    await expect(button(popup, 'Start synkronisering')).toBeVisible();
    expect(await alarm(popup)).toEqual(before);
    await popup.close();

    const quiet = await quietPage(app.context, app.origin);
    await quiet.evaluate(() => (globalThis as unknown as ExtensionPage).chrome.alarms.clear('check'));
    await stopWorker(app.context, app.origin);
    await app.open('popup');
    await expect.poll(() => period(quiet)).toBe(24 * 60);
  });

  test('that finds no access rests, and the overview says so until a check succeeds', async ({
    app,
    sandbox,
  }) => {
    await read(app, sandbox);
    const page = await app.open('options');
    await choice(page).selectOption('Hver time');
    await expect.poll(() => period(page)).toBe(60);
    const refused = sandbox.faults.add({
      system: 'dinero',
      path: /contacts$/,
      kind: 'status',
      status: 403,
      times: 99,
    });
    await ring(page);
    await refused.arrived;
    const popup = await app.open('popup');
    await expect(popup.getByText('Lykkedes ikke', { exact: true })).toBeVisible();
    await expect(
      popup.getByText('Intet er ændret. Det automatiske tjek holder pause, til et tjek lykkes.'),
    ).toBeVisible();
    refused.remove();
    await button(popup, 'Tjek nu').click();
    await expect(status(popup, 'Intet er ændret')).toBeVisible();
    await expect(popup.getByText('Lykkedes ikke', { exact: true })).toHaveCount(0);
    await expect(popup.getByText(/holder pause/)).toHaveCount(0);
  });
});
