/** Makes a used browser that of a fresh user again: what a new profile would be, without starting a browser for it. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Browser } from './browser.ts';
import { clearSites, isFirefox } from './firefox/index.ts';
import { clearKept, type Kept, writeKept } from './kept.ts';
import { QUIET, quietPage, stopWorkerFrom } from './stop-worker.ts';

/** The sites that any page of a browser has been on, to be kept from its first page on. */
const visited = new WeakMap<BrowserContext, Set<string>>();

export function rememberSites({ context }: Browser): void {
  const sites = new Set<string>();
  visited.set(context, sites);
  context.on('page', (page) =>
    page.on('framenavigated', (frame) => {
      const url = frame.url();
      if (/^https?:/.test(url)) sites.add(new URL(url).origin);
    }),
  );
}

/** The page that stays while everything else goes: opening one for each step would take longer than all the steps. */
const stayingPage = async ({ context, origin }: Browser): Promise<Page> =>
  context.pages().find((page) => page.url() === origin + QUIET) ?? quietPage(context, origin);

/** Asks the worker for what is there without a connection, too. Wakes it. */
const workerAnswers = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    return chrome.runtime.sendMessage({ type: 'settings', id: 1, timestamp: Date.now() });
  });

/** The worker follows what is in this storage: cleared later it would wake again. */
const clearSettings = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { clear(): Promise<void> } } };
    };
    return chrome.storage.local.clear();
  });

/**
 * Closes every page, stops the worker, and takes away all that sites, the extension and the tests have left. Only a quiet
 * page stays.
 */
export async function emptyBrowser(browser: Browser): Promise<void> {
  const { context, origin } = browser;
  const page = await stayingPage(browser);
  // First of all, since an open view would wake the worker again.
  await Promise.all(context.pages().map((other) => other !== page && other.close()));
  await clearSettings(page);
  // A worker that has only begun to start does not end, and one that is stopped is told of none of the rest.
  await workerAnswers(page);
  await Promise.all([
    context.unrouteAll({ behavior: 'ignoreErrors' }),
    context.clearCookies(),
    context.clearPermissions(),
    context.setOffline(false),
  ]);
  await stopWorkerFrom(page, origin);
  await clearKept(page);
  const sites = [...(visited.get(context) ?? [])];
  visited.get(context)?.clear();
  if (isFirefox(context))
    return clearSites(
      context,
      sites.map((site) => new URL(site).hostname),
    );
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  for (const site of sites)
    await session.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'all' });
  await session.detach();
}

/** Starts the worker of an empty browser. @param kept what the user has from before; nothing when left out */
export async function startAs(browser: Browser, kept?: Kept): Promise<void> {
  const page = await stayingPage(browser);
  if (kept) await writeKept(page, kept.lasting);
  await workerAnswers(page);
}
