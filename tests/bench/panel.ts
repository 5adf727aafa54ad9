/**
 * Measures what the extension costs a page of Dinero or Effihub, and how soon the panel can be used. Run after
 * `wxt build`: node tests/bench/panel.ts
 */
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext, Page } from '@playwright/test';
import { BUILD, openBrowser } from '../helpers/browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { heading, launcher, openPanel } from '../pages/panel.ts';
import { credentials, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { Figures, printed, type Row } from './measure.ts';

const LOADS = 20;
const SCREEN = { width: 1280, height: 800 };

/** Sizes, times on page load with and without the extension, and from the launcher to a usable panel. */
export async function benchPanel(): Promise<Row[]> {
  const figures = new Figures();
  for (const site of ['dinero', 'effihub']) {
    const { size } = await stat(join(BUILD, 'content-scripts', `${site}.js`));
    figures.add(`content script, ${site}`, size / 1000, 'kB', 14);
  }
  const sandbox = await startSandbox({ size: 'usual', limits: false });
  const withIt = await openBrowser({ sandbox });
  const without = await openBrowser({ sandbox, extension: null });
  try {
    await new Kundebro(withIt.context, withIt.origin).connect(credentials.nordisk);
    await loads(sandbox, withIt.context, without.context, figures);
    await panel(sandbox, withIt.context, figures);
  } finally {
    for (const { context, profile } of [withIt, without]) {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    }
    await sandbox.close();
  }
  return figures.rows();
}

/** A page of each kind in turn, so that both see the same machine. */
async function loads(
  sandbox: Sandbox,
  withIt: BrowserContext,
  without: BrowserContext,
  figures: Figures,
): Promise<void> {
  const address = `https://app.dinero.dk/${sandbox.world.organization.id}/contacts`;
  const pages = { with: await withIt.newPage(), without: await without.newPage() };
  for (const page of Object.values(pages)) await load(page, address);
  for (let round = 0; round < LOADS; round += 1) {
    for (const kind of ['without', 'with'] as const) {
      const { loaded, work } = await load(pages[kind], address);
      figures.add(`page load ${kind} the extension`, loaded, 'ms');
      figures.add(`work of the page's thread ${kind} the extension`, work, 'ms');
    }
  }
  await launcher(pages.with).waitFor();
  for (const page of Object.values(pages)) await page.close();
}

/** @returns ms until the load event, and ms that the page's thread worked until it was at rest */
async function load(page: Page, address: string): Promise<{ loaded: number; work: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await worked();
  await page.goto(address);
  const loaded = await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    // The content script begins when the page is idle, and asks the storage once.
    for (let times = 0; times < 5; times += 1) await idle();
    return entry?.loadEventEnd ?? Number.NaN;
  });
  const work = (await worked()) - before;
  await session.detach();
  return { loaded, work };
}

async function panel(sandbox: Sandbox, context: BrowserContext, figures: Figures): Promise<void> {
  const customer = [...sandbox.world.account.customers.values()].find(({ archivedAt }) => !archivedAt);
  if (!customer) throw new Error('The world has no customer');
  const page = await context.newPage();
  await page.setViewportSize(SCREEN);
  const address = `https://${sandbox.world.account.subdomain}.effihub.com/kunder/${customer.id}`;
  // The first time both lists are read.
  await page.goto(address);
  await openPanel(page);
  await heading(page, customer.name).waitFor();
  await launcherOff(page);
  for (let round = 0; round < LOADS; round += 1) {
    await page.goto(address);
    await launcher(page).waitFor();
    await figures.time('launcher pressed, customer shown', async () => {
      await launcher(page).click();
      await heading(page, customer.name).waitFor();
    });
    await launcherOff(page);
    await page.goto(address);
    await launcher(page).waitFor();
    await figures.time('launcher pressed, clicks accepted', async () => {
      await launcher(page).click();
      await movedUntilReady(page);
    });
    await launcherOff(page);
  }
}

/** Moves the pointer over the panel, as somebody does who is about to click, until a click counts. */
async function movedUntilReady(page: Page): Promise<void> {
  const isReady = () =>
    page
      .frames()
      .find((frame) => frame.url().endsWith('/panel.html'))
      ?.evaluate(
        () => document.querySelector('h1') !== null && document.documentElement.dataset.ready === 'yes',
      )
      .catch(() => false);
  for (let step = 0; !(await isReady()); step += 1) await page.mouse.move(1000 + (step % 2), 300);
}

/** Closes the panel, so that the next page begins with the launcher. */
async function launcherOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Luk panelet' }).click();
  await launcher(page).waitFor();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(printed(await benchPanel()));
