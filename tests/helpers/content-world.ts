import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** The content script's own world on a page: what somebody could do who had taken it over. */
export interface ContentWorld {
  session: CDPSession;
  contextId: number;
  /** Runs an expression there. @returns what it, or its promise, comes to */
  run(expression: string): Promise<unknown>;
}

/** @throws Error when the page has no content script of the extension */
export async function contentWorld(context: BrowserContext, page: Page): Promise<ContentWorld> {
  const session = await context.newCDPSession(page);
  const ids: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) => {
    if (auxData?.type === 'isolated' && origin.startsWith('chrome-extension://')) ids.push(id);
  });
  await session.send('Runtime.enable');
  const [contextId] = ids;
  if (contextId === undefined) throw new Error(`No content script on ${page.url()}`);
  return {
    session,
    contextId,
    async run(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId,
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

/** The panel's address in this session, which no page can find out. */
export const panelAddress = async (context: BrowserContext, page: Page): Promise<string> =>
  String(await (await contentWorld(context, page)).run("chrome.runtime.getURL('/panel.html')"));
