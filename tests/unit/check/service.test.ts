/** The automatic and the manual check: both read what has changed, count, and never write to the systems. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { apiCalls, chooseAll, FJORD, NORDISK, openBoth } from '../../helpers/two-companies.ts';
import { changeContact, changeCustomer, contactGuid, credentials, world } from '../../sandbox/index.ts';

sandboxAround();

/** Reads both, then clears the sandbox's log. */
async function bothRead(): Promise<void> {
  await openBoth();
  for (const id of [NORDISK, FJORD]) await company.office.ask.loadFlow({ connectionId: id });
  company.sandbox.requests.length = 0;
}

const waiting = () => company.office.waiting();
const record = (id = connectionId) => company.office.database.connections.get(id);
const callsOf = (organization: string) => apiCalls().filter((call) => call.includes(organization));
const checkNow = (id = connectionId) => company.office.ask.checkNow({ connectionId: id });

/** Makes Dinero answer all requests about a company's contacts with a status. */
const failing = (organization: string, status: number) =>
  company.sandbox.faults.add({
    system: 'dinero',
    path: new RegExp(`${organization}/contacts`),
    kind: 'status',
    status,
    times: 99,
  });

describe('the automatic check', () => {
  beforeEach(bothRead);

  it('takes two calls to Dinero and one to Effihub when nothing has changed', async () => {
    await company.office.ask.pauseCompany({ connectionId: FJORD, paused: true });
    await company.office.checkAll();
    const { sandbox } = company;
    expect(sandbox.count({ system: 'dinero', method: 'GET', path: /637871\/contacts$/ })).toBe(2);
    expect(sandbox.count({ system: 'effihub', method: 'GET', path: /customers$/ })).toBe(1);
    expect(apiCalls()).toHaveLength(3);
    expect((await record())?.checkedAt).toBeGreaterThan(0);
  });

  it('reads only what has changed since', async () => {
    await company.office.checkAll();
    for (const { query } of company.sandbox.requests.filter(({ path }) => /contacts$/.test(path)))
      expect(query.changesSince).toMatch(/^2\d{3}-/);
    for (const { query } of company.sandbox.requests.filter(({ path }) => /customers$/.test(path)))
      expect(query.updatedSince).toMatch(/^2\d{3}-/);
  });

  it('checks every company, counts what needs a decision, and writes nothing', async () => {
    const before = waiting();
    const { world } = company.sandbox;
    const state = () => JSON.stringify([dinero(), effihub()]);
    changeContact(world, dinero()[1]!, { Name: 'Bagergården I/S' });
    const untouched = state();
    await company.office.checkAll();
    // One decision instead of two.
    expect(waiting()).toBe(before - 1);
    expect(callsOf('637871')).toHaveLength(2);
    expect(callsOf('551307')).toHaveLength(2);
    expect(
      company.sandbox.requests.every(({ method, host }) => method === 'GET' || host === 'authz.dinero.dk'),
    ).toBe(true);
    expect(state()).toBe(untouched);
    expect(await company.office.database.runs.count()).toBe(0);
  });

  it('counts what a worker read right before it was stopped', async () => {
    const before = waiting();
    changeContact(company.sandbox.world, dinero()[1]!, { Name: 'Bagergården I/S' });
    const db = company.office.database;
    const refused = () => {
      throw new Error('The worker is stopped');
    };
    // The first write after the lists were stored.
    db.connections.hook('updating', refused);
    await company.office.checkAll();
    db.connections.hook('updating').unsubscribe(refused);
    expect(waiting()).toBe(before);
    await company.office.checkAll();
    expect(waiting()).toBe(before - 1);
  });

  it('notices that a linked customer has changed', async () => {
    await company.office.ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(1) });
    const before = waiting();
    changeCustomer(company.sandbox.world, effihub()[1]!, { city: 'Skive' });
    await company.office.checkAll();
    expect(waiting()).toBe(before + 1);
    expect((await record())?.counts?.differing).toBe(1);
  });

  it('checks companies in sequence, and one that fails does not stop the others', async () => {
    failing('637871', 500);
    failing('551307', 500);
    await company.office.checkAll();
    for (const id of [NORDISK, FJORD])
      expect((await record(id))?.checkProblem).toMatchObject({ system: 'dinero', code: 'unreachable' });
    company.sandbox.faults.clear();
    failing('637871', 403);
    await company.office.checkAll();
    expect((await record(NORDISK))?.checkProblem).toMatchObject({ code: 'forbidden' });
    // The earlier problem is gone.
    expect((await record(FJORD))?.checkProblem).toBeUndefined();
  });

  it('does not ask again without access until the user has checked', async () => {
    const fault = failing('637871', 401);
    await company.office.checkAll();
    const asked = fault.hits;
    expect(asked).toBeGreaterThan(0);
    for (let hour = 0; hour < 5; hour += 1) await company.office.checkAll();
    expect(fault.hits).toBe(asked);
    expect(callsOf('551307')).toHaveLength(12);
    expect((await company.office.ask.overview({ connectionId: NORDISK })).checkProblem).toMatchObject({
      code: 'wrong-credentials',
    });

    expect(await problem(checkNow())).toMatchObject({ code: 'wrong-credentials' });
    fault.remove();
    await checkNow();
    expect((await record())?.checkProblem).toBeUndefined();
    const before = callsOf('637871').length;
    await company.office.checkAll();
    expect(callsOf('637871')).toHaveLength(before + 2);
  });

  it('asks again after new keys were saved', async () => {
    company.sandbox.faults.add({
      system: 'effihub',
      path: /customers$/,
      kind: 'status',
      status: 401,
      times: 99,
    });
    await company.office.checkAll();
    expect((await record())?.checkProblem).toMatchObject({ system: 'effihub', code: 'wrong-credentials' });
    company.sandbox.faults.clear();
    await company.office.connect(credentials.nordisk);
    expect((await record())?.checkProblem).toBeUndefined();
  });

  it('skips a company that is paused, has no keys, or was never read', async () => {
    await company.office.ask.pauseCompany({ connectionId: FJORD, paused: true });
    await company.office.database.secrets.delete(NORDISK);
    await company.office.checkAll();
    expect(apiCalls()).toEqual([]);
    expect((await record(FJORD))?.checkProblem).toBeUndefined();

    company.sandbox.reset({ world: world({ customers: [{ id: 1 }] }), limits: false });
    company.office = openOffice(company.sandbox);
    await company.office.connect();
    company.sandbox.requests.length = 0;
    await company.office.checkAll();
    expect(apiCalls()).toEqual([]);
  });

  it('reads nothing while a run is going', async () => {
    await chooseAll(NORDISK);
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold' });
    const { id } = await company.office.ask.startRun({ connectionId: NORDISK });
    await held.arrived;
    company.sandbox.requests.length = 0;
    await company.office.checkAll();
    expect(callsOf('637871')).toEqual([]);
    expect(callsOf('551307')).toHaveLength(2);
    expect(await problem(checkNow(NORDISK))).toMatchObject({ code: 'busy' });
    expect(callsOf('637871')).toEqual([]);
    held.release();
    expect((await company.office.rest(id)).state).toBe('done');
  });

  it('reads nothing before a run interrupted by the worker’s end resumes', async () => {
    const cut = { id: 'cut', connectionId: NORDISK, kind: 'sync', state: 'running', startedAt: 1 } as const;
    await company.office.database.runs.put({ ...cut, total: 1, finished: 0, failed: 0 });
    await company.office.checkAll();
    expect(callsOf('637871')).toEqual([]);
    expect(callsOf('551307')).toHaveLength(2);
  });

  it('joins one that is already going', async () => {
    const held = company.sandbox.faults.add({ system: 'dinero', path: /637871\/contacts/, kind: 'hold' });
    const checks = [company.office.checkAll(), company.office.checkAll()];
    await held.arrived;
    held.release();
    await Promise.all(checks);
    expect(callsOf('637871')).toHaveLength(2);
  });
});

describe('a check by hand', () => {
  beforeEach(bothRead);

  it('returns whether anything has changed, and how much needs a decision in this company', async () => {
    expect(await checkNow()).toEqual({ changed: false, waiting: 4 });
    expect(apiCalls()).toHaveLength(3);
    changeCustomer(company.sandbox.world, effihub()[0]!, { archivedAt: '2026-11-25T00:00:00Z' });
    expect(await checkNow()).toEqual({ changed: true, waiting: 3 });
  });

  it('is pushed to every open view', async () => {
    company.office.updates.length = 0;
    await checkNow();
    const { checkedAt } = (await record())!;
    expect(company.office.updates.at(-1)).toMatchObject({
      type: 'overview',
      overview: { connection: { id: connectionId }, checkedAt },
    });
  });

  it('counts what an older version did not', async () => {
    const { counts } = (await record())!;
    await company.office.database.connections.update(connectionId, {
      counts: { ...counts!, sides: undefined },
    });
    expect(await checkNow()).toMatchObject({ changed: false });
    expect((await record())?.counts).toEqual(counts);
  });

  it('fails for a company that is paused or removed', async () => {
    await company.office.ask.pauseCompany({ connectionId: FJORD, paused: true });
    expect(await problem(checkNow(FJORD))).toMatchObject({ code: 'paused' });
    await company.office.ask.removeCompany({ connectionId: FJORD });
    expect(await problem(checkNow(FJORD))).toMatchObject({ code: 'removed' });
    expect(apiCalls()).toEqual([]);
  });
});

it('a check of an account without an API reads only Dinero', async () => {
  await open({ contacts: [{ Name: 'Bagergården ApS' }] });
  company.office = openOffice(company.sandbox);
  const { clientId, clientSecret, apiKey, organizationId } = credentials.nordisk;
  const { id } = await company.office.ask.saveConnection({
    dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: String(organizationId) },
    effihub: { kind: 'sheet', account: 'nordisktekst' },
  });
  const table = { columns: [], refusedIds: [], customers: [{ id: 'nr:1', name: 'Måne Design ApS' }] };
  await company.office.ask.readSheet({ connectionId: id, table });
  expect(company.office.waiting()).toBe(2);
  company.sandbox.requests.length = 0;
  changeContact(company.sandbox.world, dinero()[0]!, { Name: 'Måne Design ApS' });
  await company.office.checkAll();
  expect(company.office.waiting()).toBe(1);
  expect(apiCalls()).toHaveLength(2);
  expect(callsOf('637871')).toHaveLength(2);
});
