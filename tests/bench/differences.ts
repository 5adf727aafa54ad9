/**
 * Measures how soon the differences of 5,000 linked customers, 300 of which differ, are on the screen. Run after
 * `wxt build`: node tests/bench/differences.ts
 */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../helpers/browser.ts';
import { pair, worldOf } from '../helpers/linked.ts';
import { stopWorker } from '../helpers/stop-worker.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { changeContact, credentials, startSandbox, world } from '../sandbox/index.ts';
import { clickUntil } from './in-page.ts';
import { Figures, printed, type Row } from './measure.ts';

const LINKED = 5000;
const DIFFERENT = 300;
const ROUNDS = 10;
const BUTTON = 'Gennemgå forskelle';
const SHOWN = '[role="radiogroup"]';

export async function benchDifferences(): Promise<Row[]> {
  const figures = new Figures();
  const pairs = Array.from({ length: LINKED }, (_, at) => pair(at + 1, `Kunde ${at + 1} ApS`));
  const sandbox = await startSandbox({ world: world(worldOf(pairs)), limits: false });
  const { context, origin, profile } = await openBrowser({ sandbox });
  try {
    const app = new Kundebro(context, origin);
    await app.connect(credentials.nordisk);
    const page = await app.open('sync');
    const read = async () => {
      await page.getByRole('button', { name: /^(Start|Fortsæt) synkronisering$/ }).click();
      await page.getByRole('button', { name: 'Gennemgå kunder uden match' }).waitFor();
      await page.getByRole('button', { name: 'Til oversigten' }).click();
    };
    await read();
    const contacts = [...sandbox.world.organization.contacts.values()];
    for (const contact of contacts.slice(0, DIFFERENT))
      changeContact(sandbox.world, contact, { Email: `ny${contact.number}@kunde.dk`, City: 'Viby J' });
    await read();
    const open = async () => {
      await page.getByRole('button', { name: BUTTON }).waitFor();
      const milliseconds = await clickUntil(page, BUTTON, SHOWN);
      await page.getByRole('button', { name: 'Til oversigten' }).click();
      return milliseconds;
    };
    for (let round = 0; round < ROUNDS; round += 1)
      figures.add('differences: pressed, drawn', await open(), 'ms', 300);
    for (let round = 0; round < ROUNDS; round += 1) {
      await stopWorker(context, origin);
      figures.add('the same after the worker was stopped', await open(), 'ms');
    }
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
    await sandbox.close();
  }
  return figures.rows();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  console.table(printed(await benchDifferences()));
