/**
 * Measures whether the interface stays responsive while 20,000 customers are matched with 20,000 contacts, in a real
 * browser with the production build. Run after `wxt build`: node tests/bench/responsive.ts
 */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { openBrowser } from '../helpers/browser.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { credentials, startSandbox, world } from '../sandbox/index.ts';
import { ListMaker } from '../sandbox/lists.ts';
import { makeRandom } from '../sandbox/random.ts';
import { noteOverviews, noteTasks, type Span } from './in-page.ts';
import { Figures, median, printed, type Row } from './measure.ts';

const SIZE = { customers: 20_000, contacts: 20_000 };
const ROUNDS = 3;
/** Longer than this one notices. */
const NOTICED = 50;
const LONG = { timeout: 300_000 };

/** Figures of three readings, the first from nothing. Takes about a minute. */
export async function benchResponsive(): Promise<Row[]> {
  const figures = new Figures();
  const lists = new ListMaker(makeRandom(1), Date.now()).make(SIZE);
  const sandbox = await startSandbox({ world: world(lists), limits: false });
  const { context, origin, profile } = await openBrowser({ sandbox });
  try {
    const app = new Kundebro(context, origin);
    await app.connect(credentials.nordisk);
    const another = await app.open('popup');
    for (let round = 0; round < ROUNDS; round += 1) {
      const page = await app.open('sync');
      const button = page.getByRole('button', { name: /^(Start|Fortsæt) synkronisering$/ });
      await expect(button).toBeVisible();
      await measure(page, another, () => button.click(), figures);
      await page.close();
    }
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
    await sandbox.close();
  }
  return figures.rows();
}

async function measure(
  page: Page,
  another: Page,
  start: () => Promise<void>,
  figures: Figures,
): Promise<void> {
  const endTasks = await noteTasks(page);
  const endOverviews = await noteOverviews(another);
  await start();
  await expect(page.getByRole('button', { name: 'Gennemgå kunder uden match' })).toBeVisible(LONG);
  const { tasks, matching } = await endTasks();
  const overviews = await endOverviews();

  const longest = (spans: readonly Span[]) => Math.max(0, ...spans.map(({ took }) => took));
  const isIn = ({ at, took }: Span) => at + took > matching.at && at < matching.at + matching.took;
  const asked = overviews.filter(isIn);
  figures.add('20,000 × 20,000 matched', matching.took, 'ms');
  figures.add('the page’s longest task while they are matched', longest(tasks.filter(isIn)), 'ms', NOTICED);
  figures.add(
    'the page’s longest task when they are shown',
    longest(tasks.filter(({ at }) => at >= matching.at + matching.took)),
    'ms',
  );
  figures.add(
    'an overview answered while they are matched',
    median(asked.map(({ took }) => took)),
    'ms',
    NOTICED,
  );
  figures.add('the same, slowest', longest(asked), 'ms');
  figures.add(
    'an overview answered while lists are read, slowest',
    longest(overviews.filter(({ at }) => at < matching.at)),
    'ms',
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(printed(await benchResponsive()));
