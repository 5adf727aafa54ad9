import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { backgroundState, endBackground, isFirefox } from './firefox/index.ts';

/** The part of the browser's extension API that is used in a page here. */
interface ExtensionPage {
  chrome: {
    runtime: {
      connect(options: { name: string }): { onDisconnect: { addListener(listener: () => void): void } };
      getContexts(filter: { contextTypes: ['BACKGROUND'] }): Promise<unknown[]>;
    };
  };
}

/** One of the extension's own pages under another spelling: the background knows it, and it does not start. */
export const QUIET = '/%73ync.html';

/** So long a worker may take to end. */
const PATIENCE_MS = 3_000;

/** A page that notices the worker's end and does not wake it again. */
export async function quietPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin + QUIET);
  return page;
}

/**
 * Stops the extension's background as the browser may at any time, and waits until it is gone.
 * @param origin `chrome-extension://{id}`, or Firefox's own
 */
export async function stopWorker(context: BrowserContext, origin: string): Promise<void> {
  if (isFirefox(context)) return endBackground(context);
  const page = await quietPage(context, origin);
  await stopWorkerFrom(page, origin);
  await page.close();
}

/** @param page a quiet one */
export async function stopWorkerFrom(page: Page, origin: string): Promise<void> {
  if (isFirefox(page.context())) return endBackground(page.context());
  const browser = page.context().browser();
  if (!browser) throw new Error('The browser is closed');
  const ended = await page.evaluateHandle(() => {
    const { runtime } = (globalThis as unknown as ExtensionPage).chrome;
    const port = runtime.connect({ name: 'updates' });
    return { promise: new Promise<void>((resolve) => port.onDisconnect.addListener(resolve)) };
  });
  const session = await browser.newBrowserCDPSession();
  const isOver = ended.evaluate(({ promise }) => promise.then(() => true));
  // One that has only begun to start does not end: then it, or the one that has taken its place, is told once more.
  do {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
    if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
  } while (!(await Promise.race([isOver, wait(PATIENCE_MS, false)])));
  await ended.dispose();
  await session.detach();
}

/** Waits until something has woken the worker. */
export async function workerRuns(context: BrowserContext, origin: string): Promise<void> {
  if (isFirefox(context)) {
    await expect.poll(() => backgroundState(context)).toBe('running');
    return;
  }
  const page = await quietPage(context, origin);
  await page.waitForFunction(async () => {
    const { runtime } = (globalThis as unknown as ExtensionPage).chrome;
    return (await runtime.getContexts({ contextTypes: ['BACKGROUND'] })).length > 0;
  });
  await page.close();
}
