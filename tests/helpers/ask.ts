/** The use cases of the extension in a browser, asked from a page of its own that shows nothing. */
import type { BrowserContext, Page } from '@playwright/test';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Ask } from './office.ts';
import { quietPage } from './stop-worker.ts';

interface Answer {
  res?: unknown;
  err?: unknown;
}

interface Asker {
  /** Each @throws what the background has thrown, with its `problem` */
  ask: Ask;
  /** All that is asked meanwhile is asked from one page. Opening one takes longer than most answers. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
}

export function askBrowser(context: BrowserContext, origin: string): Asker {
  let opened: Promise<Page> | undefined;
  let users = 0;

  async function together<Result>(work: (page: Page) => Promise<Result>): Promise<Result> {
    users += 1;
    opened ??= quietPage(context, origin);
    const page = opened;
    try {
      return await work(await page);
    } finally {
      users -= 1;
      if (users === 0) {
        opened = undefined;
        await (await page).close();
      }
    }
  }

  const send = (type: string, data: unknown) => async (page: Page) => {
    const { res, err } = await page.evaluate(
      (message) => {
        const { chrome } = globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<Answer> } };
        };
        return chrome.runtime.sendMessage({ ...message, id: 1, timestamp: Date.now() });
      },
      { type, data },
    );
    if (err) throw Object.assign(new Error(JSON.stringify(err)), { problem: problemOf(err) });
    return res;
  };
  const ask = new Proxy({} as Ask, {
    get: (_, type: string) => (data: unknown) => together(send(type, data)),
  });
  return { ask, together };
}
