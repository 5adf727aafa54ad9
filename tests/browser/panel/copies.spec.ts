/** Only our content script's frame is the panel: any other copy shows one sentence and does nothing. */
import type { BrowserContext, Frame } from '@playwright/test';
import { connectionId, messages } from '../../helpers/a-message-each.ts';
import { HOST, openToSite } from '../../helpers/closed-root.ts';
import { panelAddress } from '../../helpers/content-world.ts';
import { storedBy } from '../../helpers/stored.ts';
import { inWorld, linksOf } from '../../helpers/worlds.ts';
import { customerPage, heading, launcher, openPanel, text, visit } from '../../pages/panel.ts';
import { openCustomer } from '../../pages/panel-card.ts';
import { partsOf } from '../../pages/panel-frame.ts';
import { contactGuid, type Sandbox } from '../../sandbox/index.ts';
import { expect, type Page, test } from '../fixtures.ts';

const LINKED = {
  'Bagergården ApS': 'Bagergården',
  'Stjerne Byg A/S': 'Stjerne Byg',
  'Måne Design ApS': null,
};

test.use({
  worldOptions: inWorld(() => ({
    customers: [
      { name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
      { name: 'Stjerne Byg A/S', dineroContactGuid: contactGuid(2) },
      { name: 'Måne Design ApS' },
    ],
    contacts: [{ Name: 'Bagergården' }, { Name: 'Stjerne Byg' }],
  })),
});

const SENTENCE = 'Kundebro vises ikke på dette sted: åbn det fra browserens værktøjslinje.';
/** An unconnected account. */
const EVIL = 'https://evil.effihub.com/';

/** The panel's address in this session. */
async function addressOf(context: BrowserContext): Promise<string> {
  const page = await visit(context, customerPage(3));
  const address = await panelAddress(context, page);
  await page.close();
  return address;
}

/** Spellings of the address under which browsers find the panel's file. */
const SPELLINGS: ((address: string) => string)[] = [
  (address) => address,
  (address) => address.replace('panel', '%70anel'),
  (address) => address.replace('html', 'htm%6c'),
  (address) => address.replace('.html', '%2ehtml'),
  (address) => `${address}?/popup.html`,
  (address) => `${address}#/sync.html`,
  (address) => address.replace('panel', './x/../%70%61nel'),
];

/** Inserts frames into the page. @returns those that have loaded a page of ours */
async function frame(page: Page, how: (address: string) => void, addresses: string[]): Promise<Frame[]> {
  const before = new Set(page.frames());
  for (const address of addresses) {
    const loaded = page.waitForEvent('framenavigated', (each) => each.url().startsWith('chrome-extension:'));
    await page.evaluate(how, address);
    await loaded;
  }
  return page.frames().filter((each) => !before.has(each) && each.url().startsWith('chrome-extension:'));
}

/** Serves our own pages for a host, whose real rules would forbid some of this. */
const takeOver = (extension: BrowserContext, pages: string) =>
  extension.route(pages, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Ond</title><h1>Ond</h1>' }),
  );

const asIs = (address: string) => {
  const iframe = document.createElement('iframe');
  iframe.src = address;
  iframe.style.cssText = 'width:600px;height:600px';
  document.body.append(iframe);
};

/** The answers to all messages from a frame or page. */
const answersTo = (from: Frame | Page): Promise<unknown[]> =>
  from.evaluate(
    (all) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: unknown): Promise<{ err?: object; res?: unknown }> } };
      };
      return Promise.all(
        all.map(([type, data]) => chrome.runtime.sendMessage({ type, data, id: 1, timestamp: Date.now() })),
      );
    },
    Object.entries(messages) as [string, unknown][],
  );

/** It shows the sentence and nothing else, and its messages are refused. */
async function isNobody(copy: Frame | Page): Promise<void> {
  await expect(copy.locator('body'), copy.url()).toHaveText(SENTENCE);
  const answers = await answersTo(copy);
  expect(answers).toHaveLength(Object.keys(messages).length);
  for (const [at, answer] of answers.entries()) {
    const name = Object.keys(messages)[at];
    // Only the handshake is answered: it is not the panel.
    if (name === 'provePanel') expect(JSON.stringify(answer)).toMatch(/"res":null|Refused|another-page/);
    else expect(answer, name).toEqual({ err: expect.anything() });
  }
  // It receives no updates either.
  const heard = await copy.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: {
          connect(options: object): Record<string, { addListener(listener: (told: unknown) => void): void }>;
        };
      };
    };
    return new Promise((resolve) => {
      const told: unknown[] = [];
      const port = chrome.runtime.connect({ name: 'updates' });
      port.onMessage?.addListener((update) => told.push(update));
      port.onDisconnect?.addListener(() => resolve(told));
    });
  });
  expect(heard).toEqual([]);
}

const nothingDone = async (before: unknown, app: Parameters<typeof storedBy>[0], { world }: Sandbox) => {
  expect(await storedBy(app)).toEqual(before);
  expect(linksOf(world)).toEqual(LINKED);
};

for (const [where, url] of [
  ['an account that is not connected', EVIL],
  ['the connected account', customerPage(3)],
  ['Dinero', 'https://app.dinero.dk/637871/contacts'],
] as const)
  test(`on a page of ${where} a frame with our address, however spelled, is rejected`, async ({
    extension,
    app,
    sandbox,
  }) => {
    const address = await addressOf(extension);
    const before = await storedBy(app);
    const page = await visit(extension, url);
    const copies = await frame(
      page,
      asIs,
      SPELLINGS.map((spell) => spell(address)),
    );
    expect(copies).toHaveLength(SPELLINGS.length);
    for (const copy of copies) await isNobody(copy);
    await nothingDone(before, app, sandbox);
  });

const NESTS: Record<string, (address: string) => void> = {
  'in a frame that it has written': (address) => {
    const outer = document.createElement('iframe');
    outer.srcdoc = `<iframe src="${address}"></iframe>`;
    document.body.append(outer);
  },
  'in an empty frame': (address) => {
    const outer = document.createElement('iframe');
    document.body.append(outer);
    const inner = outer.contentDocument!.createElement('iframe');
    inner.src = address;
    outer.contentDocument!.body.append(inner);
  },
  'in a blob': (address) => {
    const outer = document.createElement('iframe');
    const text = `<iframe src="${address}"></iframe>`;
    outer.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
    document.body.append(outer);
  },
  'in an object': (address) => {
    const object = document.createElement('object');
    object.data = address;
    document.body.append(object);
  },
  'in a frame that was sandboxed': (address) => {
    const outer = document.createElement('iframe');
    outer.sandbox.add('allow-scripts', 'allow-same-origin');
    outer.src = address;
    document.body.append(outer);
  },
};

test(`our address is rejected ${Object.keys(NESTS).join(', ')}`, async ({ extension, app, sandbox }) => {
  const address = await addressOf(extension);
  const before = await storedBy(app);
  await takeOver(extension, `${EVIL}*`);
  for (const [how, nest] of Object.entries(NESTS)) {
    const page = await visit(extension, EVIL);
    const [copy] = await frame(page, nest, [address]);
    await test.step(how, () => isNobody(copy!));
    await page.close();
  }
  await nothingDone(before, app, sandbox);
});

test('in a window opened by a page our address is rejected, whatever messages the page sends', async ({
  extension,
  app,
  sandbox,
}) => {
  const address = await addressOf(extension);
  const before = await storedBy(app);
  const page = await visit(extension, EVIL);
  for (const spell of SPELLINGS.slice(0, 3)) {
    const opens = extension.waitForEvent('page');
    await page.evaluate((at) => {
      const opened = window.open(at);
      const note = { kundebro: 'ticket', ticket: crypto.randomUUID() };
      setInterval(() => opened?.postMessage(note, '*'), 20);
    }, spell(address));
    const opened = await opens;
    await isNobody(opened);
    await opened.close();
  }
  await nothingDone(before, app, sandbox);
});

for (const host of ['help', 'www', 'api'])
  test(`on ${host}.effihub.com, without a content script, our address is rejected`, async ({
    extension,
    app,
    sandbox,
  }) => {
    const address = await addressOf(extension);
    const before = await storedBy(app);
    await takeOver(extension, `https://${host}.effihub.com/**`);
    const page = await visit(extension, `https://${host}.effihub.com/kunder/1`);
    for (const copy of await frame(
      page,
      asIs,
      SPELLINGS.slice(0, 2).map((spell) => spell(address)),
    ))
      await isNobody(copy);
    await nothingDone(before, app, sandbox);
  });

test('in a picture-in-picture window our address is rejected', async ({ extension, app, sandbox }) => {
  const address = await addressOf(extension);
  const before = await storedBy(app);
  await takeOver(extension, `${EVIL}*`);
  const page = await visit(extension, EVIL);
  const opens = extension.waitForEvent('page');
  await page.evaluate((at) => {
    document.addEventListener('click', async () => {
      const { documentPictureInPicture } = window as unknown as {
        documentPictureInPicture: { requestWindow(options: object): Promise<Window> };
      };
      const floating = await documentPictureInPicture.requestWindow({ width: 500, height: 500 });
      const iframe = floating.document.createElement('iframe');
      iframe.src = at;
      floating.document.body.append(iframe);
    });
  }, address);
  await page.mouse.click(100, 300);
  const floating = await opens;
  await expect.poll(() => floating.frames().length).toBe(2);
  await isNobody(floating.frames()[1]!);
  await nothingDone(before, app, sandbox);
});

test('the panel’s own frame is rejected once something else was loaded in it', async ({
  extension,
  app,
  sandbox,
}) => {
  const address = await addressOf(extension);
  const page = await openCustomer(extension, 1);
  await expect(text(page, 'Synkroniseret med Bagergården')).toBeVisible();
  const before = await storedBy(app);
  for (const spell of SPELLINGS.slice(1, 4)) {
    const swapped = page.waitForEvent('framenavigated');
    await page.evaluate(
      ({ parts, at }) => {
        parts.iframe.src = at;
      },
      { parts: await partsOf(page), at: spell(address) },
    );
    await isNobody(await swapped);
  }
  await nothingDone(before, app, sandbox);
});

test('a page of an unconnected account shows nothing, however long its address is', async ({
  extension,
  sandbox,
}) => {
  for (const url of [
    `${EVIL}${'a'.repeat(3_000)}`,
    `${EVIL}${'a/'.repeat(1_500)}kunder/1`,
    `https://app.dinero.dk/999999/${'a'.repeat(3_000)}`,
  ]) {
    await takeOver(extension, `${url.slice(0, 40)}**`);
    const page = await visit(extension, url);
    // Once opened it is open on the site's next page, too.
    if (await launcher(page).isVisible()) await openPanel(page);
    await expect(heading(page, /^(evil|999999) er ikke forbundet$/)).toBeVisible();
    await page.close();
  }
  expect(linksOf(sandbox.world)).toEqual(LINKED);
});

test('a long address is not cut within a number', async ({ extension }) => {
  const start = `https://nordisktekst.effihub.com/`;
  const way = '/kunder/1';
  // Cut within the number it would be another customer's.
  const page = await visit(extension, `${start}${'a'.repeat(2_000 - start.length - way.length)}${way}23`);
  await openPanel(page);
  await expect(heading(page, 'Synkroniser kunder')).toBeVisible();
});

test('irreversible messages are refused even to the panel', async ({ extension, app, sandbox }) => {
  const page = await openCustomer(extension, 1);
  const before = await storedBy(app);
  const panel = page.frames().find((each) => each.url().endsWith('/panel.html'));
  for (const [type, data] of [
    ['resetLinks', { connectionId }],
    ['removeCompany', { connectionId }],
    ['undoRun', { runId: 'a' }],
    ['settings', undefined],
    ['makeBackup', messages.makeBackup],
  ] as const) {
    const answer = await panel?.evaluate(
      (message) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): unknown } } }
        ).chrome.runtime.sendMessage(message),
      { type, data, id: 1, timestamp: 1 },
    );
    expect(JSON.stringify(answer), type).toContain('another-page');
  }
  await nothingDone(before, app, sandbox);
});

test('the page finds nothing of launcher and panel', async ({ extension }) => {
  const page = await extension.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  // Preparations before our content script runs.
  await page.addInitScript(() => {
    if (window.top !== window) return;
    const seen: string[] = [];
    Object.assign(window, { seen });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      seen.push('attachShadow');
      return attachShadow.call(this, { ...init, mode: 'open' });
    };
    for (const name of ['kundebro-panel', 'kundebro-launcher'])
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback() {
            seen.push(`root: ${this.attachInternals().shadowRoot}`);
          }
        },
      );
    addEventListener('message', ({ data }) => seen.push(`message: ${JSON.stringify(data)}`));
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => seen.push(blockedURI));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(JSON.stringify(entry));
    }).observe({
      entryTypes: PerformanceObserver.supportedEntryTypes.filter((type) => type !== 'navigation'),
    });
  });
  await page.goto(customerPage(1));
  await launcher(page).click();
  await expect(text(page, 'Synkroniseret med Bagergården')).toBeVisible();
  const found = await page.evaluate(() => {
    const host = document.querySelector('[data-kundebro]') as HTMLElement;
    const { x, y } = { x: innerWidth - 100, y: 200 };
    return {
      seen: (window as unknown as { seen: string[] }).seen.filter((each) =>
        /extension|kundebro|root|attach/.test(each),
      ),
      root: host.shadowRoot,
      frames: window.length,
      first: (window as unknown as Record<number, unknown>)[0] === undefined,
      iframes: document.querySelectorAll('iframe').length,
      inside: host.childNodes.length,
      at: document.elementFromPoint(x, y) === host,
      deep: document.elementsFromPoint(x, y).some((each) => each instanceof HTMLIFrameElement),
      animations: document.getAnimations().length,
      entries: performance.getEntries().filter(({ name }) => name.includes('extension')).length,
      html: document.documentElement.outerHTML.match(/iframe|panel\.html|chrome-extension/g),
      internals: (() => {
        try {
          return String(host.attachInternals());
        } catch (error) {
          return (error as Error).name;
        }
      })(),
    };
  });
  expect(found).toEqual({
    seen: [],
    root: null,
    frames: 0,
    first: true,
    iframes: 0,
    inside: 0,
    at: true,
    deep: false,
    animations: 0,
    entries: 0,
    html: null,
    internals: 'NotSupportedError',
  });
});

test('launcher and close button ignore clicks made by a script', async ({ extension }) => {
  const page = await visit(extension, customerPage(1));
  const pressed = async (name: string) => {
    await openToSite(page);
    return page.evaluate(
      ({ host, label }) => {
        const root = document.querySelector(host)?.shadowRoot;
        const button = root?.querySelector<HTMLElement>(`[aria-label="${label}"]`);
        button?.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          button?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
        for (const key of ['Enter', 'Escape'])
          button?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
        return button !== undefined && button !== null;
      },
      { host: HOST, label: name },
    );
  };
  expect(await pressed('Dinero-synkronisering')).toBe(true);
  await expect(launcher(page)).toBeVisible();
  await launcher(page).click();
  await expect(text(page, 'Synkroniseret med Bagergården')).toBeVisible();
  expect(await pressed('Luk panelet')).toBe(true);
  await expect(text(page, 'Synkroniseret med Bagergården')).toBeVisible();
});
