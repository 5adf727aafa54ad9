/**
 * A run of 300 creations against both systems' real limits, as the sandbox counts them; it takes three minutes. Run after
 * `wxt build`: node tests/bench/rates.ts
 */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { openBrowser } from '../helpers/browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { busiestMinute, credentials, slowestHundred, startSandbox, world } from '../sandbox/index.ts';
import { Figures, printed, type Row } from './measure.ts';

const CREATIONS = 300;

export async function benchRates(): Promise<Row[]> {
  const figures = new Figures();
  const customers = Array.from({ length: CREATIONS }, (_, at) => ({ id: at + 1, name: `Nordlys ${at + 1}` }));
  const sandbox = await startSandbox({ world: world({ customers }) });
  const { context, origin, profile } = await openBrowser({ sandbox });
  try {
    const app = new Kundebro(context, origin);
    await app.connect(credentials.nordisk);
    const page = await app.begin();
    await chooseAll(page);
    await app.next(page);
    await app.next(page);
    await page.getByRole('button', { name: 'Gem og fuldfør' }).click();
    await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible({
      timeout: 600_000,
    });

    const asked = (system: 'dinero' | 'effihub') =>
      sandbox.requests.filter((one) => one.system === system && one.host.startsWith('api.'));
    figures.add('most requests to Dinero in 60 seconds', busiestMinute(asked('dinero')), 'calls', 100);
    figures.add('most requests to Effihub in 60 seconds', busiestMinute(asked('effihub')), 'calls', 120);
    figures.add(
      'refused as too many',
      sandbox.requests.filter(({ status }) => status === 429).length,
      'calls',
      0,
    );
    const creations = asked('dinero').filter(({ method }) => method === 'POST');
    // 95 % of what the limit lets through.
    figures.add(
      'slowest hundred creations in a row',
      slowestHundred(creations),
      'ms',
      Math.floor(60_000 / 0.95),
    );
    const [first, last] = [creations[0]?.at ?? 0, creations.at(-1)?.at ?? 0];
    figures.add('300 creations', last - first, 'ms');
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
    await sandbox.close();
  }
  return figures.rows();
}

/** Choices for everybody at once, which nobody makes by hand here. */
const chooseAll = (page: Page): Promise<unknown> =>
  page.evaluate((many) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    const choices = Array.from({ length: many }, (_, at) => [String(at + 1), { action: 'create' }]);
    const data = { connectionId: '637871:41', choices };
    return chrome.runtime.sendMessage({ type: 'chooseCustomers', id: 1, timestamp: Date.now(), data });
  }, CREATIONS);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table(printed(await benchRates()));
