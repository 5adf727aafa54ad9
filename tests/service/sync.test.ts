import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { indexFlow, statesOf } from '../../lib/sync/rows.ts';
import { type Office, openOffice } from '../helpers/office.ts';
import { contactGuid, type Sandbox, startSandbox, world } from '../sandbox/index.ts';

let sandbox: Sandbox;
let office: Office;
const connectionId = '637871:41';

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const dinero = () => [...sandbox.world.organization.contacts.values()];
const effihub = () => [...sandbox.world.account.customers.values()];

async function open(parts: Parameters<typeof world>[0]): Promise<void> {
  sandbox.reset({ world: world(parts), limits: false });
  office = openOffice(sandbox);
  await office.connect();
}

describe('a sync', () => {
  beforeEach(() =>
    open({
      customers: [
        { id: 1, name: 'Bagergården ApS', city: 'Odense' },
        { id: 2, name: 'Nordlys Tømrer & Snedker A/S', vatNumber: '25313763' },
      ],
      contacts: [{ Name: 'BAGERGÅRDEN APS' }, { Name: 'Fjordens Rengøring I/S', Email: 'post@fjordens.dk' }],
    }),
  );

  it('links what is certain, creates and imports what was asked for, and leaves nothing to do', async () => {
    const { data } = await office.begin();
    expect(data.customers.map(({ name }) => name)).toEqual([
      'Bagergården ApS',
      'Nordlys Tømrer & Snedker A/S',
    ]);
    await office.ask.chooseCustomers({ connectionId, choices: [['2', { action: 'create' }]] });
    await office.ask.chooseContacts({ connectionId, choices: [[contactGuid(2), { action: 'import' }]] });
    const { run, operations } = await office.run();

    expect(run).toMatchObject({ state: 'done', total: 3, finished: 3, failed: 0 });
    expect(operations.map(({ kind, state }) => [kind, state])).toEqual([
      ['link', 'done'],
      ['create', 'done'],
      ['import', 'done'],
    ]);
    expect(dinero().map(({ Name }) => Name)).toContain('Nordlys Tømrer & Snedker A/S');
    expect(effihub().map(({ name }) => name)).toContain('Fjordens Rengøring I/S');
    expect(effihub().every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);

    const writes = () =>
      sandbox.requests.filter(({ method, host }) => method !== 'GET' && host !== 'authz.dinero.dk');
    const before = writes().length;
    await office.ask.finishFlow({ connectionId });
    const again = await office.begin();
    expect(again.data.links).toHaveLength(3);
    expect((await office.run()).run).toMatchObject({ state: 'done', total: 0 });
    expect(writes()).toHaveLength(before);
  });

  it('reads only changes the second time: two calls to Dinero and one to Effihub', async () => {
    await office.begin();
    const before = [sandbox.count({ system: 'dinero' }), sandbox.count({ system: 'effihub' })];
    await office.begin();
    const after = [sandbox.count({ system: 'dinero' }), sandbox.count({ system: 'effihub' })];
    expect(after.map((count, at) => count - before[at]!)).toEqual([2, 1]);
  });

  it('does not link a likely match that nobody confirmed', async () => {
    await open({
      customers: [{ id: 1, name: 'Solsikken Blomster ApS' }],
      contacts: [{ Name: 'Solsikken Blomster ApS' }, { Name: 'Solsikken Blomster ApS' }],
    });
    const { data } = await office.begin();
    const states = statesOf(indexFlow(data), { customers: new Map(), contacts: new Map() });
    expect(states.get('1')).toMatchObject({ action: 'match', confirmed: false });
    const { operations } = await office.run();
    expect(operations.map(({ kind }) => kind)).toEqual(['skip', 'skip', 'skip']);
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
  });
});

describe('lost answers', () => {
  beforeEach(() =>
    open({
      customers: [{ id: 1, name: 'Nordlys Tømrer A/S' }],
      contacts: [{ Name: 'Fjordens Rengøring I/S' }],
    }),
  );

  it('creates one contact although the first answer never came', async () => {
    sandbox.faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'lost-answer' });
    await office.begin();
    await office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run } = await office.run();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero().filter(({ Name }) => Name === 'Nordlys Tømrer A/S')).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(
      dinero().find(({ Name }) => Name?.startsWith('Nordlys'))?.ContactGuid,
    );
  });

  it('imports one customer although the first answer never came', async () => {
    sandbox.faults.add({ system: 'effihub', method: 'POST', path: /customers$/, kind: 'lost-answer' });
    await office.begin();
    await office.ask.chooseContacts({ connectionId, choices: [[contactGuid(1), { action: 'import' }]] });
    const { run } = await office.run();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(effihub().filter(({ name }) => name === 'Fjordens Rengøring I/S')).toHaveLength(1);
  });

  it('pauses when a system stays silent, and goes on without a duplicate', async () => {
    const silent = sandbox.faults.add({
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      kind: 'lost-answer',
      times: 99,
    });
    await office.begin();
    await office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run } = await office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { system: 'dinero', code: 'unreachable' } });
    silent.remove();
    await office.ask.resumeRun({ runId: run.id });
    expect(await office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero().filter(({ Name }) => Name === 'Nordlys Tømrer A/S')).toHaveLength(1);
  });
});
