/**
 * Measures a check of both systems with nothing changed, with the production build in a real browser. Run after
 * `wxt build`: node tests/bench/check.ts
 */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { openBrowser } from '../helpers/browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { credentials, type Sandbox, startSandbox, type WorldOptions } from '../sandbox/index.ts';
import { Figures, printed, type Row } from './measure.ts';

const ROUNDS = 20;
const LONG = { timeout: 60_000 };

/** Calls, and the time from the click on `Tjek nu` to the answer, for a usual company and one with 5,000 customers. */
export async function benchCheck(): Promise<Row[]> {
  const figures = new Figures();
  for (const size of ['usual', 'large'] as const) await inBrowser(size, figures);
  return figures.rows();
}

async function inBrowser(size: NonNullable<WorldOptions['size']>, figures: Figures): Promise<void> {
  const sandbox = await startSandbox({ size, limits: false });
  const { context, origin, profile } = await openBrowser({ sandbox });
  try {
    const app = new Kundebro(context, origin);
    await app.connect(credentials.nordisk);
    const first = await app.begin();
    await expect(first.getByRole('button', { name: 'Gennemgå kunder uden match' })).toBeVisible(LONG);
    await first.close();
    const page = await app.open('popup');
    // The overview's own look at the account is over.
    await expect.poll(() => sandbox.count({ system: 'effihub', path: /defaults$/ })).toBeGreaterThan(1);
    for (let round = 0; round < ROUNDS; round += 1) await check(page, sandbox, size, figures);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
    await sandbox.close();
  }
}

async function check(page: Page, sandbox: Sandbox, size: string, figures: Figures): Promise<void> {
  const before = {
    dinero: sandbox.count({ system: 'dinero' }),
    effihub: sandbox.count({ system: 'effihub' }),
  };
  figures.add(`check with nothing changed, ${size} company`, await clickUntilSame(page), 'ms', 1000);
  for (const [system, limit] of [
    ['dinero', 2],
    ['effihub', 1],
  ] as const)
    figures.add(`calls of a check, ${system}`, sandbox.count({ system }) - before[system], 'calls', limit);
}

/** By the page's own clock. @returns ms until the answer stands there */
const clickUntilSame = (page: Page): Promise<number> =>
  page.getByRole('button', { name: 'Tjek nu', exact: true }).evaluate(async (button) => {
    const said = () =>
      [...document.querySelectorAll('[role="status"]')].some(
        ({ textContent }) => textContent === 'Intet er ændret',
      );
    const begin = performance.now();
    (button as HTMLElement).click();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // The answer of the round before goes away first.
    while (said()) await frame();
    while (!said()) await frame();
    return performance.now() - begin;
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(printed(await benchCheck()));
