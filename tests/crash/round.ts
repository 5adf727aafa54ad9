/** One round: a user's task, disturbed at chosen moments and carried to its end. */

import { Database } from '../../lib/storage/database.ts';
import type { Office } from '../helpers/office.ts';
import { makeClock } from '../sandbox/clock.ts';
import type { Account, Organization, Sandbox, World } from '../sandbox/index.ts';
import { beginLife, type Installation, type PointAnswer } from './life.ts';
import type { Scenario, User } from './scenarios.ts';

export const CONNECTION = '637871:41';
const BEGIN = Date.parse('2026-11-02T08:00:00Z');

export type Kind =
  /** The worker dies: before something, or with a request on its way that is carried out now or later. */
  | 'die'
  | 'die late'
  /** The whole browser dies: what was in `storage.session` is gone too. */
  | 'kill browser'
  /** The computer sleeps for eight hours: alarms are late, tokens are over. */
  | 'sleep'
  /** No network for a number of requests. */
  | 'cut'
  /** The browser refuses to store a number of times. */
  | 'refuse'
  /** The user presses pause, and resumes when it rests. */
  | 'pause'
  /** The same in a second window. */
  | 'press again';

export interface Disturbance {
  /** The moment's number in the round, from 1. */
  at: number;
  kind: Kind;
  /** How many moments it lasts, if any. */
  lasts?: number;
}

/** The starting state: stored once and copied for every round. */
export interface Prepared {
  tables: { table: string; rows: unknown[] }[];
  /** The two systems after that, and when it was. */
  systems: Systems;
  time: number;
}

interface Systems {
  organization: Organization;
  account: Account;
}

export interface RoundResult {
  world: World;
  offices: Office[];
  /** All moments in order. */
  points: string[];
  /** The moments at which something happened. */
  hit: { label: string; kind: Kind }[];
  lives: number;
}

let count = 0;

/** Both systems and a clock, as they are when a round begins. */
function surroundings(sandbox: Sandbox, scenario: Scenario, prepared?: Prepared) {
  let time = prepared?.time ?? BEGIN;
  // Time advances with every step.
  const now = () => {
    time += 1;
    return time;
  };
  sandbox.reset({ world: scenario.world(makeClock(now)) });
  if (prepared) {
    const { organization, account } = structuredClone(prepared.systems);
    Object.assign(sandbox.world.organization, organization);
    Object.assign(sandbox.world.account, account);
  }
  return {
    now,
    sleep: async (ms: number) => {
      time += ms;
    },
    skip: (ms: number) => {
      time += ms;
    },
  };
}

/** Connects, reads, and does what comes before, undisturbed. */
export async function prepare(sandbox: Sandbox, scenario: Scenario): Promise<Prepared> {
  const { now, sleep } = surroundings(sandbox, scenario);
  const installation: Installation = { name: `prepared-${++count}`, tokens: new Map() };
  const point = () => undefined;
  const { office } = beginLife({ sandbox, installation, now, sleep, point, later: () => undefined });
  await office.connect();
  await office.begin();
  await scenario.prepare(office, sandbox.world);
  const prepared = await Promise.all(
    office.database.tables.map(async ({ name }) => ({
      table: name,
      rows: await office.database.table(name).toArray(),
    })),
  );
  office.database.close();
  const { organization, account } = sandbox.world;
  return {
    tables: prepared.filter(({ table }) => table !== 'limiters'),
    systems: structuredClone({ organization, account }),
    // Later than all that was done.
    time: now() + 60_000,
  };
}

/**
 * @param installations how many bookkeepers run the same plan at once, each in a browser of their own
 */
export async function playRound(
  sandbox: Sandbox,
  scenario: Scenario,
  prepared: Prepared,
  disturbances: readonly Disturbance[],
  installations = 1,
): Promise<RoundResult> {
  const { now, sleep, skip } = surroundings(sandbox, scenario, prepared);
  scenario.meanwhile(sandbox.world);
  const points: string[] = [];
  const hit: RoundResult['hit'] = [];
  const late: { due: number; send: () => Promise<unknown> }[] = [];
  const waiting: Promise<unknown>[] = [];
  let lives = 0;
  let disturbed = true;
  let cutUntil = 0;
  let refuseUntil = 0;

  const deliver = (until: number) => {
    for (const one of late.splice(0)) {
      if (one.due <= until) waiting.push(one.send());
      else late.push(one);
    }
  };

  async function bookkeeper(): Promise<Office> {
    const installation: Installation = { name: `round-${++count}`, tokens: new Map() };
    await fill(installation.name, prepared);
    const user = scenario.user();
    let office: Office | undefined;
    /** During something else, as users do. */
    const press = (act: (office: Office) => Promise<unknown>) =>
      queueMicrotask(() => office && void act(office).catch(() => undefined));

    const point = (label: string): PointAnswer => {
      if (!disturbed) return undefined;
      points.push(label);
      const at = points.length;
      deliver(at);
      const isRequest = /^(before|sent) [A-Z]/.test(label);
      const happening = disturbances.find((one) => one.at === at);
      if (happening) {
        hit.push({ label, kind: happening.kind });
        if (happening.kind === 'die') return { kind: 'die', late: false };
        if (happening.kind === 'die late') return { kind: 'die', late: true };
        if (happening.kind === 'kill browser') {
          installation.tokens.clear();
          return { kind: 'die', late: false };
        }
        if (happening.kind === 'sleep') skip(8 * 3_600_000);
        if (happening.kind === 'cut') cutUntil = at + (happening.lasts ?? 1);
        if (happening.kind === 'refuse') refuseUntil = at + (happening.lasts ?? 1);
        if (happening.kind === 'pause') press(({ ask }) => pause(ask));
        if (happening.kind === 'press again') press(user);
      }
      if (isRequest && at < cutUntil) return { kind: 'cut' };
      if (/^before storing/.test(label) && at < refuseUntil) return { kind: 'refuse' };
      return undefined;
    };

    for (;;) {
      lives += 1;
      const life = beginLife({
        sandbox,
        installation,
        now,
        sleep,
        point,
        later: (send) => late.push({ due: points.length + 25, send }),
      });
      office = life.office;
      const ended = await Promise.race([life.died.then(() => false), live(office, user).then(() => true)]);
      if (ended) return life.office;
      life.office.database.close();
    }
  }

  const offices = await Promise.all(Array.from({ length: installations }, bookkeeper));
  deliver(Number.POSITIVE_INFINITY);
  await Promise.all(waiting);
  disturbed = false;
  for (const { ask } of offices) {
    await ask.finishFlow({ connectionId: CONNECTION });
    await ask.loadFlow({ connectionId: CONNECTION });
  }
  return { world: sandbox.world, offices, points, hit, lives };
}

async function fill(name: string, prepared: Prepared): Promise<void> {
  const database = new Database(name);
  await database.transaction('rw', database.tables, async () => {
    for (const { table, rows } of prepared.tables) await database.table(table).bulkPut(rows);
  });
  database.close();
}

async function pause(ask: Office['ask']): Promise<void> {
  const { activeRun } = await ask.overview({ connectionId: CONNECTION });
  if (activeRun) await ask.pauseRun({ runId: activeRun.id });
}

/** Worker and user until the run is over: the user retries whatever failed. */
async function live(office: Office, user: User): Promise<void> {
  const { ask, wake, heard } = office;
  await wake();
  for (;;) {
    const { activeRun } = await ask.overview({ connectionId: CONNECTION });
    if (!activeRun) {
      if (await user(office)) continue;
      // Begun in another window meanwhile.
      if (!(await ask.overview({ connectionId: CONNECTION })).activeRun) return;
      continue;
    }
    const news = heard();
    const { run } = await ask.runResult({ runId: activeRun.id });
    if (run.endedAt !== undefined) continue;
    if (run.state === 'paused') await ask.resumeRun({ runId: run.id }).catch(() => undefined);
    else await news;
  }
}
