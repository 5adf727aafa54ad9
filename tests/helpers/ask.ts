/** The use cases of the extension in a browser, asked from a page of its own that shows nothing. */
import type { BrowserContext } from '@playwright/test';
import { problemOf } from '../../lib/problem.ts';
import type { Ask } from './office.ts';
import { quietPage } from './stop-worker.ts';

interface Answer {
  res?: unknown;
  err?: unknown;
}

/** @throws what the background has thrown, with its `problem` */
export const askBrowser = (context: BrowserContext, origin: string): Ask =>
  new Proxy({} as Ask, {
    get: (_, type: string) => async (data: unknown) => {
      const page = await quietPage(context, origin);
      try {
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
      } finally {
        await page.close();
      }
    },
  });
