import type { BrowserContext } from '@playwright/test';
import { firefoxOf, isFirefox } from './firefox/index.ts';

/** Ends the browser as the system does that runs out of memory (SIGKILL), and waits until it is gone. */
export async function killBrowser(context: BrowserContext): Promise<void> {
  const pid = isFirefox(context) ? firefoxOf(context).pid : await processOf(context);
  const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
  process.kill(pid, 'SIGKILL');
  await closed;
}

async function processOf(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('The browser is closed');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('No process of the browser');
  return own.id;
}
