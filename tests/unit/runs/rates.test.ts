/** The speed of a long run, in simulated time: sleeping and every request advance it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Operation, Run } from '../../../lib/domain/run.ts';
import { CREATION, company, connectionId, sandboxAround } from '../../helpers/company.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { makeClock } from '../../sandbox/clock.ts';
import { busiestMinute, credentials, slowestHundred, world } from '../../sandbox/index.ts';

sandboxAround();

const LATENCY_MS = 120;
const CREATIONS = 300;

let time: number;
/** The error of the computer's clock, in ms. */
let wrongBy: number;
let office: Office;

beforeEach(async () => {
  time = Date.parse('2026-11-02T08:00:00Z');
  wrongBy = 0;
  const customers = Array.from({ length: CREATIONS }, (_, at) => ({ id: at + 1, name: `Nordlys ${at + 1}` }));
  const contacts = [{ Name: 'Fjordens Rengøring I/S' }];
  company.sandbox.reset({ world: world({ customers, contacts, clock: makeClock(() => time) }) });
  office = openOffice(company.sandbox, undefined, {
    now: () => time + wrongBy,
    sleep: async (ms) => {
      time += ms;
    },
    fetch: async (input, init) => {
      time += LATENCY_MS;
      return company.sandbox.fetch(input, init);
    },
  });
});

const asked = (system: 'dinero' | 'effihub') =>
  company.sandbox.requests.filter((one) => one.system === system && one.host.startsWith('api.'));
const refused = () => company.sandbox.requests.filter(({ status }) => status === 429);

async function create(many: number): Promise<{ run: Run; operations: Operation[] }> {
  const { data } = await office.begin();
  const choices = data.customers.slice(0, many).map(({ id }) => [id, { action: 'create' as const }] as const);
  await office.ask.chooseCustomers({ connectionId, choices: choices.map(([id, choice]) => [id, choice]) });
  return office.run();
}

describe('a run of 300 creations', () => {
  it('stays just below the limits of both systems, and estimates its end', async () => {
    await office.connect();
    const { run } = await create(CREATIONS);
    expect(run).toMatchObject({ state: 'done', failed: 0, finished: CREATIONS });
    expect(refused()).toEqual([]);
    expect(busiestMinute(asked('dinero'))).toBeLessThanOrEqual(100);
    expect(busiestMinute(asked('effihub'))).toBeLessThanOrEqual(120);
    // 95 % of what the limit allows.
    const creations = asked('dinero').filter(({ method }) => method === 'POST');
    expect(slowestHundred(creations)).toBeGreaterThan(60_000);
    expect(slowestHundred(creations)).toBeLessThanOrEqual(60_000 / 0.95);

    const told = office.updates.flatMap((update) =>
      update.type === 'run' && update.run.expectedEnd ? [update.run] : [],
    );
    expect(told.length).toBeGreaterThan(CREATIONS / 2);
    const end = run.endedAt ?? 0;
    // Three windows of a hundred: from the first creation on the estimate includes waiting for two.
    const whole = end - run.startedAt;
    for (const { expectedEnd = 0 } of told) expect(Math.abs(expectedEnd - end)).toBeLessThan(whole / 4);
    const last = told.at(-1)?.expectedEnd ?? 0;
    expect(Math.abs(last - end)).toBeLessThan(2_000);
  });
});

describe('the limit', () => {
  it('is shared by all requests to Dinero, also while connecting', async () => {
    const { clientId, clientSecret, apiKey } = credentials.nordisk;
    await office.connect();
    for (let times = 0; times < 10; times += 1) {
      await office.ask.testDinero({
        dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: '' },
      });
      await office.ask.checkConnection({ connectionId, whole: true });
    }
    await create(90);
    expect(asked('dinero').length).toBeGreaterThan(110);
    expect(busiestMinute(asked('dinero'))).toBeLessThanOrEqual(100);
    expect(refused()).toEqual([]);
  });

  it('waits as long as a 429 from Dinero says, and fails no operation', async () => {
    await office.connect();
    const limited = company.sandbox.faults.add({
      ...CREATION,
      kind: 'rate-limited',
      retryAfter: 30,
      after: 10,
      times: 2,
    });
    const { run } = await create(40);
    expect(run).toMatchObject({ state: 'done', failed: 0, finished: 40 });
    expect(limited.hits).toBe(2);
    const posts = asked('dinero').filter(({ method }) => method === 'POST');
    const pauses = posts.slice(1).map(({ at }, place) => at - (posts[place]?.at ?? at));
    expect(pauses.filter((pause) => pause >= 30_000)).toHaveLength(2);
    const stored = await office.database.limiters.get('dinero:637871:sandbox-client-id');
    expect(stored?.limit).toBeLessThan(100);
  });
});

describe('a wrong clock', () => {
  it.each([
    ['five hours behind', -5],
    ['five hours ahead', 5],
    ['a year ahead', 24 * 365],
  ])('by %s changes nothing', async (_, hours) => {
    wrongBy = hours * 3_600_000;
    await office.connect();
    const { run } = await create(110);
    expect(run).toMatchObject({ state: 'done', failed: 0, finished: 110 });
    expect(refused()).toEqual([]);
    expect(busiestMinute(asked('dinero'))).toBeLessThanOrEqual(100);
  });

  it.each([
    ['back', -5],
    ['forward', 5],
  ])('that is set %s during a run does no damage', async (_, hours) => {
    await office.connect();
    const held = company.sandbox.faults.add({
      ...CREATION,
      kind: 'hold',
      after: 60,
    });
    const { data } = await office.begin();
    const create = { action: 'create' as const };
    await office.ask.chooseCustomers({
      connectionId,
      choices: data.customers.slice(0, 110).map(({ id }) => [id, create]),
    });
    const { id } = await office.ask.startRun({ connectionId });
    await held.arrived;
    wrongBy = hours * 3_600_000;
    held.release();
    expect(await office.rest(id)).toMatchObject({ state: 'done', failed: 0, finished: 110 });
    expect(company.sandbox.world.organization.contacts.size).toBe(111);
  });
});
