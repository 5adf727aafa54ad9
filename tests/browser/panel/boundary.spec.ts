import type { BrowserContext } from '@playwright/test';
import * as v from 'valibot';
import { messages as defined, type MessageName } from '../../../lib/features/messages.ts';
import { connectionId, messages } from '../../helpers/a-message-each.ts';
import { contentWorld, panelAddress } from '../../helpers/content-world.ts';
import { contactsOf, inWorld } from '../../helpers/worlds.ts';
import { button, heading, inPanel, text, visit } from '../../pages/panel.ts';
import { openCustomer } from '../../pages/panel-card.ts';
import { partsOf } from '../../pages/panel-frame.ts';
import { contactGuid, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

test.use({
  worldOptions: inWorld(() => ({
    customers: [{ name: 'Bagergården ApS' }, { name: 'Stjerne Byg A/S', dineroContactGuid: contactGuid(2) }],
    contacts: [
      { Name: 'Grøn Have ApS' },
      { Name: 'Kun Hos Dinero A/S', Email: 'fortrolig@kunhosdinero.dk', VatNumber: '12345674' },
    ],
  })),
});

async function openReady(context: BrowserContext): Promise<Page> {
  const page = await openCustomer(context);
  await expect(button(page, 'Opret i Dinero')).toBeVisible();
  return page;
}

/** Nothing was written, and the panel is unchanged. */
async function expectNothingDone(page: Page, { world, requests }: Sandbox): Promise<void> {
  await expect(heading(page, 'Bagergården ApS')).toBeVisible();
  await expect(button(page, 'Opret i Dinero')).toBeVisible();
  const sent = requests.filter(({ host }) => host.startsWith('api.')).map(({ method }) => method);
  expect(new Set(sent)).toEqual(new Set(['GET']));
  expect(contactsOf(world)).toHaveLength(2);
}

test('the page cannot read the panel', async ({ extension }) => {
  const page = await openCustomer(extension, 2);
  await expect(text(page, 'Synkroniseret med Kun Hos Dinero A/S')).toBeVisible();

  const outcomes = await page.evaluate(
    ({ iframe }) => {
      const inner = iframe.contentWindow as unknown as Record<string, unknown> & Window;
      const attempts: Record<string, () => unknown> = {
        contentDocument: () => iframe.contentDocument,
        getSVGDocument: () => iframe.getSVGDocument(),
        document: () => inner.document,
        location: () => String(inner.location.href),
        storage: () => inner.localStorage,
        name: () => inner.name,
        chrome: () => inner.chrome,
        eval: () => (inner.eval as (code: string) => unknown)('document.body.innerText'),
        handler: () => {
          inner.onclick = () => undefined;
        },
        frameElement: () => inner.frameElement,
      };
      return Object.entries(attempts).map(([what, attempt]) => {
        try {
          return [what, attempt() === null ? 'null' : 'read'];
        } catch (error) {
          return [what, (error as Error).name];
        }
      });
    },
    await partsOf(page),
  );
  for (const [what, outcome] of outcomes) expect(['null', 'SecurityError'], what).toContain(outcome);

  const everything = await page.evaluate(async () => {
    const found: string[] = [document.title, document.cookie, window.name, JSON.stringify(history.state)];
    const collect = (root: Document | ShadowRoot | Element) => {
      found.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) collect(element.shadowRoot);
    };
    collect(document);
    for (const storage of [localStorage, sessionStorage]) found.push(JSON.stringify({ ...storage }));
    for (const entry of performance.getEntries()) found.push(JSON.stringify(entry));
    for (const key of await caches.keys()) found.push(key);
    for (const { name } of await indexedDB.databases()) found.push(String(name));
    return found.join('\n');
  });
  expect(everything).toContain('data-kundebro');
  expect(everything).toContain('Stjerne Byg A/S');
  for (const secret of ['Kun Hos Dinero', 'fortrolig@', '12345674', 'Synkroniseret med', 'Grøn Have'])
    expect(everything).not.toContain(secret);
});

test('messages posted by the page are ignored', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const posted = [
    {
      type: 'createOne',
      data: { connectionId, customerId: '1', create: {}, anyway: true },
      id: 1,
      timestamp: 1,
    },
    { type: 'startRun', data: { connectionId }, id: 2, timestamp: 1 },
    { type: 'resetLinks', data: { connectionId }, id: 3, timestamp: 1 },
    { kundebro: 'close' },
    { kundebro: 'toggle' },
    { kundebro: 'report' },
    { kundebro: 'page-changed', moved: true },
    { type: 'page', moved: true },
    { type: 'closePanel', id: 4, timestamp: 1 },
    JSON.stringify({ type: 'createOne', data: { connectionId, customerId: '1', create: {}, anyway: true } }),
    'close',
    null,
    { __proto__: null, type: 'wxt:content-script-started', contentScriptName: 'effihub', messageId: 'x' },
  ];
  const arrived = await inPanel(page)
    .locator('html')
    .evaluateHandle(() => {
      const count = { messages: 0 };
      window.addEventListener('message', () => {
        count.messages += 1;
      });
      return count;
    });
  await page.evaluate(
    ({ parts: { iframe }, posted }) => {
      for (const message of posted) {
        window.postMessage(message, '*');
        iframe.contentWindow?.postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('kundebro', { detail: message }));
      }
    },
    { parts: await partsOf(page), posted },
  );
  await expect.poll(async () => (await arrived.jsonValue()).messages).toBe(posted.length);
  await expectNothingDone(page, sandbox);
});

test('the page cannot send messages to the extension', async ({ extension, app }) => {
  const page = await openReady(extension);
  const outcome = await page.evaluate(
    async ({ id }) => {
      interface Runtime {
        sendMessage(id: string, message: unknown): Promise<unknown>;
        connect(id: string, options: { name: string }): unknown;
      }
      const { runtime } = (window as { chrome?: { runtime?: Runtime } }).chrome ?? {};
      if (!runtime) return 'unavailable';
      const attempts = [
        async () => runtime.sendMessage(id, { type: 'overview', id: 1, timestamp: Date.now() }),
        async () => runtime.connect(id, { name: 'updates' }),
      ];
      const outcomes = await Promise.allSettled(attempts.map((attempt) => attempt()));
      return outcomes.every(({ status }) => status === 'rejected') ? 'refused' : 'obeyed';
    },
    { id: app.origin.split('//')[1] ?? '' },
  );
  expect(['unavailable', 'refused']).toContain(outcome);
});

/** Inserts an iframe into the page. @returns what the page can see of it once it has loaded */
const ownFrame = (page: Page, src: string) =>
  page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const iframe = document.createElement('iframe');
        iframe.className = 'own';
        iframe.addEventListener('load', () => {
          try {
            const { contentDocument } = iframe;
            resolve(contentDocument ? `read: ${contentDocument.body.innerText}` : 'unreadable');
          } catch (error) {
            resolve((error as Error).name);
          }
        });
        iframe.src = address;
        document.body.append(iframe);
      }),
    src,
  );

test('the page cannot read its own frame with the panel’s address', async ({ extension, app, sandbox }) => {
  const page = await openReady(extension);
  const address = await panelAddress(extension, page);
  // The address is dynamic: the extension's id does not lead there.
  expect(address).toMatch(/^chrome-extension:\/\/[^/]+\/panel\.html$/);
  expect(address).not.toContain(app.origin);
  expect(await ownFrame(page, address)).toBe('unreadable');
  for (const name of ['panel', 'popup', 'sync', 'options', 'manifest.json', 'background.js']) {
    const path = name.includes('.') ? name : `${name}.html`;
    expect(await ownFrame(page, `${app.origin}/${path}`)).toBe('unreadable');
    await expect(page.frameLocator('.own >> nth=-1').locator('#app'), path).toHaveCount(0);
  }
  await expectNothingDone(page, sandbox);
});

test('other sites cannot frame any page of the extension', async ({ extension, app }) => {
  const customer = await openReady(extension);
  const address = await panelAddress(extension, customer);
  await extension.route('https://ond.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Ond</title><body></body>' }),
  );
  for (const site of ['https://ond.example/', 'https://api.dinero.dk/']) {
    const page = await visit(extension, site);
    await page.evaluate(
      () => document.body ?? document.documentElement.append(document.createElement('body')),
    );
    for (const src of [
      address,
      ...['panel', 'popup', 'sync', 'options'].map((name) => `${app.origin}/${name}.html`),
    ]) {
      expect(await ownFrame(page, src)).toBe('unreadable');
      await expect(page.frameLocator('.own >> nth=-1').locator('#app'), `${src} on ${site}`).toHaveCount(0);
    }
    expect(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
    ).toEqual(Array.from({ length: 5 }, () => 'chrome-error://chromewebdata/'));
  }
});

test('a compromised content script can start nothing and read nothing', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const world = await contentWorld(extension, page);
  for (const [name, data] of Object.entries(messages)) {
    // Refused because of the sender, not because of its shape.
    expect(v.safeParse(defined[name as MessageName].schema, data).success, name).toBe(true);
    const answer = await world.run(
      `chrome.runtime.sendMessage(${JSON.stringify({ type: name, data, id: 1, timestamp: Date.now() })})`,
    );
    expect(answer, name).toEqual({
      err: expect.objectContaining({ message: 'Refused: not a page of this extension' }),
    });
  }
  await expectNothingDone(page, sandbox);
});

test('a compromised content script receives no updates', async ({ extension, sandbox }) => {
  const page = await openReady(extension);
  const world = await contentWorld(extension, page);
  const heard = await world.run(`new Promise((resolve) => {
    const heard = [];
    const port = chrome.runtime.connect({ name: 'updates' });
    port.onMessage.addListener((update) => heard.push(update));
    port.onDisconnect.addListener(() => resolve(heard));
  })`);
  expect(heard).toEqual([]);
  await expectNothingDone(page, sandbox);
});
