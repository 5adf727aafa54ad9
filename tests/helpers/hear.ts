import type { BrowserContext, Page } from '@playwright/test';

interface Runtime {
  sendMessage(...args: unknown[]): Promise<unknown>;
  connect(...args: unknown[]): { onMessage: { addListener(listener: (told: unknown) => void): void } };
}

/** Runs in the page: keeps everything that the background tells it, under either name that browsers have for it. */
export function hearEverything(): void {
  const heard: string[] = [];
  const names = globalThis as unknown as Record<string, { runtime?: Runtime } | undefined>;
  for (const runtime of [names.chrome?.runtime, names.browser?.runtime]) {
    if (!runtime) continue;
    const send = runtime.sendMessage.bind(runtime);
    // The answer comes to a callback where there is one, otherwise by the promise.
    const listening = (argument: unknown) =>
      typeof argument === 'function'
        ? (told: unknown) => {
            heard.push(JSON.stringify(told));
            argument(told);
          }
        : argument;
    runtime.sendMessage = async (...args) => {
      const answer = await send(...args.map(listening));
      heard.push(JSON.stringify(answer));
      return answer;
    };
    const connect = runtime.connect.bind(runtime);
    runtime.connect = (...args) => {
      const port = connect(...args);
      port.onMessage.addListener((told) => heard.push(JSON.stringify(told)));
      return port;
    };
  }
  Object.assign(globalThis, { heard });
}

/** What the worker and every page write to their consoles from now on, and what they fail with. */
export function consoleOf(context: BrowserContext): string[] {
  const written: string[] = [];
  context.on('console', (message) => written.push(message.text()));
  context.on('weberror', (error) => written.push(String(error.error())));
  for (const worker of context.serviceWorkers())
    worker.on('console', (message) => written.push(message.text()));
  return written;
}

/** What the background has told a page in which `hearEverything` ran. */
export const heardBy = (page: Page): Promise<string> =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
