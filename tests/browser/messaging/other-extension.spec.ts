import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from '@playwright/test';
import { messages } from '../../helpers/a-message-each.ts';
import { BUILD, openBrowser } from '../../helpers/browser.ts';
import { panelAddress } from '../../helpers/content-world.ts';
import { emptyBrowser, startAs } from '../../helpers/fresh-user.ts';
import { throwAway } from '../../helpers/shared-browser.ts';
import { storedBy } from '../../helpers/stored.ts';
import { inWorld } from '../../helpers/worlds.ts';
import { customerPage, openPanel, text, visit } from '../../pages/panel.ts';
import { button, GROUPS } from '../../pages/steps.ts';
import { contactGuid } from '../../sandbox/index.ts';
import { test as base, expect, type Page } from '../fixtures.ts';

/** Asks for all that an extension can have, and has a page of its own. */
const MANIFEST = {
  manifest_version: 3,
  name: 'Ond',
  version: '1',
  permissions: ['debugger', 'scripting', 'storage', 'tabs'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'other.js' },
};

/** A browser with the extension of a connected user, and another one. */
const test = base.extend<{ other: Worker }>({
  browserWithExtension: async ({ sandbox, browsers, worldOptions }, use) => {
    const user = await browsers.connected();
    sandbox.reset(worldOptions);
    const folder = await mkdtemp(join(tmpdir(), 'ond-'));
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
    await writeFile(join(folder, 'other.js'), '');
    await writeFile(join(folder, 'page.html'), '<!doctype html><title>Ond</title><body></body>');
    const browser = await openBrowser({ sandbox, extension: `${BUILD},${folder}` });
    await emptyBrowser(browser);
    await startAs(browser, user);
    await use(browser);
    await throwAway(browser);
    await rm(folder, { recursive: true, force: true });
  },
  other: async ({ extension }, use) => {
    const isOther = (worker: Worker) => worker.url().endsWith('/other.js');
    await use(
      extension.serviceWorkers().find(isOther) ?? (await extension.waitForEvent('serviceworker', isOther)),
    );
  },
});

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }, { name: 'Stjerne Byg A/S', dineroContactGuid: contactGuid(2) }],
    contacts: [{ Name: 'Grøn Have ApS' }, { Name: 'Kun Hos Dinero A/S' }],
  })),
});

interface Other {
  chrome: {
    runtime: {
      lastError?: { message: string };
      sendMessage(id: string, message: unknown): Promise<unknown>;
      connect(
        id: string,
        options: { name: string },
      ): Record<'onMessage' | 'onDisconnect', { addListener(listener: (told: unknown) => void): void }>;
    };
    tabs: { query(filter: { url?: string }): Promise<{ id: number; url: string }[]> };
    scripting: { executeScript(injection: unknown): Promise<{ result: unknown }[]> };
    debugger: { attach(target: unknown, version: string): Promise<void> };
  };
}

const originOf = (worker: Worker) => worker.url().split('/').slice(0, 3).join('/');
const NOBODY = 'Error: Could not establish connection. Receiving end does not exist.';

test('another extension is answered nothing, told nothing, and changes nothing', async ({
  app,
  other,
  sandbox,
}) => {
  const page = await app.begin();
  await expect(button(page, GROUPS.unmatched)).toBeVisible();
  const before = await storedBy(app);
  expect(before.tables.contacts).toHaveLength(2);
  const requests = sandbox.requests.length;

  const sent = [
    ...Object.entries(messages).map(([type, data]) => ({ type, data, id: 1, timestamp: 1 })),
    { kundebro: 'page-changed', moved: true },
    { kundebro: 'report' },
    { kundebro: 'toggle' },
    { kundebro: 'close' },
  ];
  const answers = await other.evaluate(
    async ({ id, sent }) => {
      const { runtime } = (globalThis as unknown as Other).chrome;
      const ask = (message: unknown) => runtime.sendMessage(id, message).then(JSON.stringify, String);
      return Promise.all(sent.map(ask));
    },
    { id: app.origin.split('//')[1] ?? '', sent },
  );
  expect(answers).toEqual(sent.map(() => NOBODY));

  const heard = await other.evaluate((id) => {
    const { runtime } = (globalThis as unknown as Other).chrome;
    return new Promise((resolve) => {
      const heard: unknown[] = [];
      const port = runtime.connect(id, { name: 'updates' });
      port.onMessage.addListener((told) => heard.push(told));
      port.onDisconnect.addListener(() => resolve({ heard, why: runtime.lastError?.message }));
    });
  }, app.origin.split('//')[1] ?? '');
  expect(heard).toEqual({ heard: [], why: NOBODY.replace('Error: ', '') });

  expect(await storedBy(app)).toEqual(before);
  expect(sandbox.requests).toHaveLength(requests);
});

/** What a page of the other extension gets of an address of ours. */
const taken = (page: Page, address: string) =>
  page.evaluate(async (src) => {
    const fetched = await fetch(src).then(({ status }) => `status ${status}`, String);
    const loaded = await new Promise((resolve) => {
      const script = document.createElement('script');
      script.addEventListener('load', () => resolve('loaded'));
      script.addEventListener('error', () => resolve('refused'));
      script.src = src;
      document.body.append(script);
    });
    const frame = document.createElement('iframe');
    const framed = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    frame.src = src;
    document.body.append(frame);
    await framed;
    return { fetched, loaded };
  }, address);

test('another extension can neither fetch nor frame a page of ours', { tag: '@slow' }, async ({
  app,
  extension,
  other,
}) => {
  // The address that a site gets, not only the one that everybody knows.
  const customer = await visit(extension, customerPage(2));
  await openPanel(customer);
  const given = await panelAddress(extension, customer);
  expect(given).toMatch(/^chrome-extension:.*\/panel\.html$/);

  const page = await extension.newPage();
  await page.goto(`${originOf(other)}/page.html`);
  const pages = ['panel.html', 'popup.html', 'sync.html', 'options.html', 'help.html'];
  const files = [...pages, 'manifest.json', 'background.js'];
  const addresses = [String(given), ...files.map((file) => `${app.origin}/${file}`)];
  for (const address of addresses)
    expect(await taken(page, address), address).toEqual({
      fetched: 'TypeError: Failed to fetch',
      loaded: 'refused',
    });
  const frames = page.frames().slice(1);
  expect(frames.map((frame) => frame.url())).toEqual(addresses.map(() => 'chrome-error://chromewebdata/'));
  // A file of its own comes through.
  expect(await taken(page, `${originOf(other)}/other.js`)).toEqual({
    fetched: 'status 200',
    loaded: 'loaded',
  });
});

test('another extension gets into no page and no panel of ours', { tag: '@slow' }, async ({
  app,
  extension,
  other,
}) => {
  await app.open('options');
  const customer = await visit(extension, customerPage(2));
  await openPanel(customer);
  await expect(text(customer, 'Synkroniseret med Kun Hos Dinero A/S')).toBeVisible();

  const { intoOptions, debugged, intoSite } = await other.evaluate(async (origin) => {
    const { tabs, scripting, debugger: tool } = (globalThis as unknown as Other).chrome;
    const read = () => `${location.origin} ${document.documentElement.outerHTML}`;
    const [options] = await tabs.query({ url: `${origin}/*` });
    const [site] = await tabs.query({ url: 'https://nordisktekst.effihub.com/*' });
    const target = { tabId: options?.id };
    return {
      intoOptions: await scripting.executeScript({ target, func: read }).then(JSON.stringify, String),
      debugged: await tool.attach(target, '1.3').then(() => 'attached', String),
      intoSite: await scripting
        .executeScript({ target: { tabId: site?.id, allFrames: true }, func: read })
        .then((results) => results.map(({ result }) => String(result))),
    };
  }, app.origin);
  expect(intoOptions).toMatch(/^Error: Cannot access/);
  expect(debugged).toMatch(/^Error: Cannot (access|attach)/);
  // The site's own page it may read, as every extension may that was given the right to.
  expect(intoSite).toHaveLength(1);
  expect(intoSite[0]).toContain('https://nordisktekst.effihub.com ');
  expect(intoSite[0]).not.toContain('Kun Hos Dinero');
});
