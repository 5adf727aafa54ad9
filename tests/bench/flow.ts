/**
 * Measures the flow with 5,000 + 5,000 customers: in a real browser with the production build, and match and plan in
 * Node. Run after `wxt build`: node tests/bench/flow.ts
 */
import { readdir, readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { makePlan } from '../../lib/features/sync/plan.ts';
import { contactInput, customerInput, duplicatesIn, matchCustomers } from '../../lib/match/index.ts';
import { BUILD, openBrowser } from '../helpers/browser.ts';
import { openOffice } from '../helpers/office.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { credentials, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { chooseUntilTold, clickUntil, noteFirst } from './in-page.ts';
import { Figures, printed, type Row } from './measure.ts';

const ROUNDS = 3;
const LONG = { timeout: 60_000 };
const UNMATCHED = 'Gennemgå kunder uden match';
const ROWS = 'li[aria-posinset]';

/** Figures of the large world, each the median of several rounds. Takes about a minute. */
export async function benchFlow(): Promise<Row[]> {
  const figures = new Figures();
  const sandbox = await startSandbox({ size: 'large', limits: false });
  try {
    await inNode(sandbox, figures);
    for (let round = 0; round < ROUNDS; round += 1) await inBrowser(sandbox, figures);
  } finally {
    await sandbox.close();
  }
  figures.add('code of the extension, gzipped', (await codeSize()) / 1000, 'kB', 250);
  return figures.rows();
}

async function inNode(sandbox: Sandbox, figures: Figures): Promise<void> {
  sandbox.reset();
  const office = openOffice(sandbox);
  await office.connect();
  const { data, defaults } = await office.begin();
  const choices = { customers: new Map(), contacts: new Map() };
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    const before = process.cpuUsage();
    await figures.time(
      'match and plan, in Node',
      () => {
        const matches = matchCustomers(data.customers.map(customerInput), data.contacts.map(contactInput));
        return makePlan({ ...data, matches }, choices, defaults);
      },
      2000,
    );
    const { user, system } = process.cpuUsage(before);
    // Says the same however busy the machine is.
    figures.add('match and plan, in Node, processor time', (user + system) / 1000, 'ms');
    await figures.time(
      'duplicates among 5,000, in Node',
      () => duplicatesIn(data.contacts.map(contactInput)),
      2000,
    );
  }
}

/** In the lists as they are stored, and on the screen. */
async function duplicates(page: Page, figures: Figures): Promise<void> {
  const wait = 'duplicates among 5,000 + 5,000 found and shown';
  figures.add(wait, await clickUntil(page, 'Gennemgå dubletter', ROWS), 'ms', 3000);
}

async function inBrowser(sandbox: Sandbox, figures: Figures): Promise<void> {
  sandbox.reset();
  const { context, origin, profile } = await openBrowser({ sandbox });
  try {
    const app = new Kundebro(context, origin);
    await app.connect(credentials.nordisk);
    const page = await openOverview(app, sandbox);
    await firstRead(page, sandbox, figures);
    await page.close();

    const again = await openOverview(app, sandbox);
    const before = calls(sandbox);
    await again.getByRole('button', { name: 'Fortsæt synkronisering' }).click();
    await figures.time('second reading and matching', () => stepOne(again));
    const after = calls(sandbox);
    figures.add('second reading, Dinero', after.dinero - before.dinero, 'calls', 2);
    figures.add('second reading, Effihub', after.effihub - before.effihub, 'calls', 1);
    await rows(again, figures);
    await again.close();
    const looking = await openOverview(app, sandbox);
    await duplicates(looking, figures);
    await looking.close();
    await popup(app, sandbox, figures);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const calls = (sandbox: Sandbox) => ({
  dinero: sandbox.count({ system: 'dinero' }),
  effihub: sandbox.count({ system: 'effihub' }),
});

const stepOne = (page: Page) => expect(page.getByRole('button', { name: UNMATCHED })).toBeVisible(LONG);

/** The tab with the overview, after its own look at the account and its defaults. */
async function openOverview(app: Kundebro, sandbox: Sandbox): Promise<Page> {
  const looks = () => sandbox.count({ system: 'effihub', path: /account$|defaults$/ });
  const before = looks();
  const page = await app.open('sync');
  await expect.poll(looks).toBe(before + 2);
  return page;
}

async function firstRead(page: Page, sandbox: Sandbox, figures: Figures): Promise<void> {
  const before = calls(sandbox);
  await page.getByRole('button', { name: 'Start synkronisering' }).click();
  await figures.time('both lists read', () =>
    expect(page.getByText('Finder kunder, der passer sammen …')).toBeVisible(LONG),
  );
  await figures.time('matched and shown', () => stepOne(page));
  const after = calls(sandbox);
  figures.add('first reading, Dinero', after.dinero - before.dinero, 'calls', 8);
  figures.add('first reading, Effihub', after.effihub - before.effihub, 'calls', 11);
}

async function rows(page: Page, figures: Figures): Promise<void> {
  figures.add('a group with thousands of rows opened', await clickUntil(page, UNMATCHED, ROWS), 'ms', 300);
  figures.add('rows of it in the page', await page.locator(ROWS).count(), 'rows', 200);
  for (let round = 0; round < ROUNDS; round += 1)
    figures.add('a choice answered', await chooseUntilTold(page, 'Opret i Dinero'), 'ms', 50);
}

/** While no server answers anything. */
async function popup(app: Kundebro, sandbox: Sandbox, figures: Figures): Promise<void> {
  const held = (['dinero', 'effihub'] as const).map((system) =>
    sandbox.faults.add({ system, kind: 'hold', times: 1000 }),
  );
  const page = await app.context.newPage();
  const first = await noteFirst(page, 'Fortsæt synkronisering');
  await page.goto(`${app.origin}/popup.html`);
  figures.add('the popup’s first content, no network', await first(), 'ms');
  for (const fault of held) fault.release();
  await page.close();
}

/** Bytes of every script, style sheet and page of the build, each gzipped. */
async function codeSize(): Promise<number> {
  const entries = await readdir(BUILD, { recursive: true, withFileTypes: true });
  const code = entries.filter((entry) => entry.isFile() && /^\.(js|css|html)$/.test(extname(entry.name)));
  const sizes = code.map(
    async (entry) => gzipSync(await readFile(join(entry.parentPath, entry.name)), { level: 9 }).length,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(printed(await benchFlow()));
