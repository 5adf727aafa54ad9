/** Rounds in a real Chromium: the worker is stopped or the browser killed during the sync. */
import { cp, rm } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { type Browser, newProfile, openBrowser } from '../helpers/browser.ts';
import { killBrowser } from '../helpers/kill-browser.ts';
import { stopWorker } from '../helpers/stop-worker.ts';
import { storedBy } from '../helpers/stored.ts';
import { Kundebro } from '../pages/kundebro.ts';
import { at, button, choice, GROUPS, next, resume } from '../pages/steps.ts';
import { makeClock } from '../sandbox/clock.ts';
import { credentials, type Fault, type Sandbox } from '../sandbox/index.ts';
import type { Random } from '../sandbox/random.ts';
import { sync } from './scenarios.ts';
import { CREATES, contactNames, meanwhile, sixtyOperations } from './sixty.ts';
import { differences, type State, stateOf } from './state.ts';

export interface Kill {
  what: 'stop worker' | 'kill browser';
  /** The kind of request, and how many of them pass first. */
  system: 'dinero' | 'effihub';
  method: 'GET' | 'POST' | 'PUT';
  path: RegExp;
  after: number;
  /** Before the system handles the request, after it but before its answer, or with the answer on its way. */
  when: 'done-last' | 'done-first' | 'answered';
}

/** How many requests of each kind an undisturbed run makes. */
const REQUESTS = [
  { system: 'effihub', method: 'GET', path: /customers\?/, count: 1 },
  { system: 'dinero', method: 'GET', path: /contacts\?/, count: 2 },
  { system: 'effihub', method: 'PUT', path: /dinero-link$/, count: 30 },
  { system: 'dinero', method: 'POST', path: /contacts$/, count: 14 },
  { system: 'dinero', method: 'POST', path: /restore$/, count: 1 },
  { system: 'effihub', method: 'POST', path: /customers$/, count: 15 },
] as const;

/** One to three kills, in the order of the run. */
export function killsFor(random: Random): Kill[] {
  // Both lists are read in parallel, so a kill can hit only one of them.
  const [customers, contacts, ...writes] = REQUESTS;
  const sequence = [random.pick([customers, contacts]), ...writes];
  const picked = sequence.filter(() => random.chance(0.4)).slice(0, 3);
  const sorts = picked.length > 0 ? picked : [random.pick(sequence)];
  return sorts.map(({ count, ...sort }) => ({
    ...sort,
    what: random.chance(0.35) ? 'kill browser' : 'stop worker',
    after: random.between(0, count - 1),
    when: random.pick(['done-last', 'done-first', 'answered'] as const),
  }));
}

export const killInWords = ({ what, method, system, path, after, when }: Kill): string =>
  `${what} at ${method} ${path.source} of ${system} no. ${after + 1}, ${when}`;

export interface BrowserJudge {
  /** @returns the differences from the undisturbed round */
  play(kills: readonly Kill[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Prepares the user's choices once, and plays the undisturbed round. */
export async function makeBrowserJudge(sandbox: Sandbox): Promise<BrowserJudge> {
  const chosen = await newProfile();
  begin(sandbox);
  await choose(await openBrowser({ sandbox, profile: chosen }));
  const undisturbed = await playRound(sandbox, chosen, []);
  return {
    play: async (kills) => differences(undisturbed, await playRound(sandbox, chosen, kills), sync.compared),
    close: () => rm(chosen, { recursive: true, force: true }),
  };
}

const begin = (sandbox: Sandbox) => sandbox.reset({ world: sixtyOperations(makeClock()), limits: false });

/** Connects, reads and chooses, up to `Gem og fuldfør`. */
async function choose({ context, origin }: Browser): Promise<void> {
  const app = new Kundebro(context, origin);
  await app.connect(credentials.nordisk);
  const page = await app.begin();
  await expect(page.getByRole('heading', { name: 'Kunder med et match (18)' })).toBeVisible();
  await app.openGroup(page, GROUPS.unmatched);
  const search = page.getByRole('searchbox', { name: 'Søg i kunder' });
  for (const n of CREATES) {
    await search.fill(`Nordlys ${n}`);
    await app.action(page, `Nordlys ${n}`).selectOption('Opret i Dinero');
  }
  await search.fill('');
  await next(page, 2);
  for (const [n, answer] of [
    [33, 'Gendan'],
    [34, 'Opret ny'],
  ] as const) {
    await search.fill(`Nordlys ${n}`);
    const question = page.getByRole('radiogroup', { name: `Slettet kunde for Nordlys ${n}`, exact: true });
    await question.getByRole('radio', { name: answer, exact: true }).check();
  }
  await next(page, 3);
  const find = page.getByRole('searchbox', { name: 'Søg', exact: true });
  await find.fill(contactNames.imports);
  await button(page, 'Importér alle').click();
  // Shares an e-mail with a customer: a possible duplicate.
  await find.fill(`${contactNames.imports} 55`);
  await choice(page, `${contactNames.imports} 55 I/S`, 'Importér').check();
  await find.fill(contactNames.ignores);
  await button(page, 'Ignorér alle').click();
  await context.close();
}

async function playRound(sandbox: Sandbox, chosen: string, kills: readonly Kill[]): Promise<State> {
  begin(sandbox);
  const profile = await newProfile();
  await cp(chosen, profile, { recursive: true });
  let browser = await openBrowser({ sandbox, profile });
  try {
    let page = await openSync(browser);
    await resume(page, 3);
    await expect(page.getByText('16 oprettes i Dinero')).toBeVisible();
    meanwhile(sandbox.world);
    // Each kill hits another kind of request, so its count starts at zero.
    const waiting = new Set(kills.map((kill) => ({ kill, ...hold(sandbox, kill) })));
    await button(page, 'Gem og fuldfør').click();
    while (waiting.size > 0) {
      const next = await Promise.race([...waiting].map((one) => one.here.then(() => one)));
      waiting.delete(next);
      if (next.kill.what === 'stop worker') {
        await stopWorker(browser.context, browser.origin);
      } else {
        await killBrowser(browser.context);
        browser = await openBrowser({ sandbox, profile });
        page = await openSync(browser);
      }
      next.release();
    }
    await finished(page);
    const { tables } = await storedBy(browser);
    return stateOf(sandbox.world, tables);
  } finally {
    await browser.context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const openSync = ({ context, origin }: Browser): Promise<Page> => new Kundebro(context, origin).open('sync');

/** Holds the request to kill at; `answered` releases it at once. */
function hold(sandbox: Sandbox, { when, what: _, ...match }: Kill): { here: Promise<void>; release(): void } {
  const fault: Fault =
    when === 'answered' ? { ...match, kind: 'slow', ms: 0 } : { ...match, kind: 'hold', when };
  const handle = sandbox.faults.add(fault);
  return { here: handle.arrived, release: () => handle.release() };
}

/** Waits for the result, closes it, and reads both systems again. */
async function finished(page: Page): Promise<void> {
  const result = page.getByText('Synkroniseringen er færdig med 6 fejl', { exact: true });
  const toResult = button(page, 'Fortsæt synkronisering').or(button(page, 'Vis resultat'));
  await expect(result.or(toResult)).toBeVisible({ timeout: 60_000 });
  if (!(await result.isVisible())) await toResult.click();
  await expect(result).toBeVisible({ timeout: 60_000 });
  await button(page, 'Færdig').click();
  await button(page, 'Start synkronisering').click();
  await at(page, 1);
  await expect(button(page, GROUPS.linked)).toBeVisible();
}
