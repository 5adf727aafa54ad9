import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../../lib/problem.ts';
import { type Office, openOffice } from '../helpers/office.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  credentials,
  type Sandbox,
  startSandbox,
  world,
} from '../sandbox/index.ts';

let sandbox: Sandbox;
let office: Office;
const connectionId = '637871:41';

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const dinero = () => [...sandbox.world.organization.contacts.values()];
const effihub = () => [...sandbox.world.account.customers.values()];

async function open(parts: Parameters<typeof world>[0] = {}): Promise<void> {
  sandbox.reset({ world: world(parts), limits: false });
  office = openOffice(sandbox);
  await office.connect();
}

/** The problem that a promise ends with. */
const problem = (promise: Promise<unknown>) => promise.then(() => undefined, problemOf);

describe('connecting', () => {
  const { nordisk, fjord, withoutPro } = credentials;
  it.each([
    [
      'a wrong secret',
      { ...nordisk, clientSecret: 'x' },
      { code: 'wrong-credentials', fields: [{ field: 'clientId' }] },
    ],
    [
      'a wrong key',
      { ...nordisk, apiKey: 'x' },
      { code: 'wrong-credentials', fields: [{ field: 'apiKey' }] },
    ],
    [
      'the key of another company',
      { ...nordisk, apiKey: fjord.apiKey },
      { code: 'wrong-company', linkedTo: 'Fjord Regnskab ApS' },
    ],
    ['no Pro subscription', withoutPro, { code: 'no-subscription' }],
    ['a wrong token', { ...nordisk, effihubToken: 'x' }, { system: 'effihub', code: 'wrong-credentials' }],
    [
      'an empty field',
      { ...nordisk, clientSecret: '' },
      { code: 'incomplete', fields: [{ field: 'clientSecret' }] },
    ],
  ])('says what is wrong with %s, and saves nothing', async (_, who, expected) => {
    sandbox.reset({ world: world() });
    office = openOffice(sandbox);
    expect(await problem(office.connect(who))).toMatchObject(expected);
    expect(await office.ask.overview(undefined)).toEqual({});
    expect(await office.database.secrets.count()).toBe(0);
  });

  it('keeps a saved secret where the field is left empty, but sends no saved token to another address', async () => {
    await open();
    const dineroFields = {
      clientId: nordisk.clientId,
      clientSecret: '',
      apiKey: '',
      organizationId: '637871',
    };
    const kept = { dinero: dineroFields, effihub: { baseUrl: 'https://api.effihub.com/v1', token: '' } };
    expect(await office.ask.saveConnection(kept)).toMatchObject({ accountName: 'Nordisk Tekst' });
    const elsewhere = { ...kept, effihub: { baseUrl: 'https://api.example.org/v1', token: '' } };
    expect(await problem(Promise.resolve(office.ask.saveConnection(elsewhere)))).toMatchObject({
      code: 'incomplete',
      fields: [{ field: 'token' }],
    });
  });

  it('never hands a saved secret back', async () => {
    await open();
    const everything = JSON.stringify([await office.ask.settings(undefined), office.updates]);
    for (const secret of [nordisk.clientSecret, nordisk.apiKey, nordisk.effihubToken])
      expect(everything).not.toContain(secret);
  });
});

describe('a failed customer', () => {
  it('does not stop the others, and works after the user has mended it', async () => {
    await open({
      customers: [
        { id: 1, name: 'Måne Design ApS', vatNumber: '12345674' },
        { id: 2, name: 'Stjerne Byg A/S' },
        { id: 3, name: 'Optaget ApS', invoiceEmail: 'post@optaget.dk' },
      ],
      contacts: [{ Name: 'Klar Vask I/S', Email: 'post@optaget.dk' }],
      cvrRegister: [],
    });
    await office.begin();
    const create = { action: 'create' as const };
    await office.ask.chooseCustomers({
      connectionId,
      choices: [
        ['1', create],
        ['2', create],
      ],
    });
    await office.ask.chooseContacts({ connectionId, choices: [[contactGuid(1), { action: 'import' }]] });
    const { run, operations } = await office.run();
    expect(run).toMatchObject({ state: 'done', finished: 3, failed: 2 });
    const failed = operations.filter(({ state }) => state === 'failed');
    expect(failed.map(({ name, problem }) => [name, problem?.fields?.[0]])).toEqual([
      ['Måne Design ApS', { field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
      ['Klar Vask I/S', { field: 'email', message: 'E-mailen er allerede i brug på kontoen.' }],
    ]);

    sandbox.world.cvrRegister.add('12345674');
    changeContact(sandbox.world, dinero()[0]!, { Email: 'hej@klarvask.dk' });
    await office.ask.retryFailed({ runId: run.id });
    expect(await office.rest(run.id)).toMatchObject({ state: 'done', finished: 3, failed: 0 });
    expect(dinero()).toHaveLength(3);
    expect(effihub().map(({ invoiceEmail }) => invoiceEmail)).toContain('hej@klarvask.dk');
  });

  it('gets the country that the user has put in meanwhile, not the assumed one', async () => {
    const unknown = { id: 1, name: 'Måne Design AB', vatNumber: '12345674', countryCode: null };
    await open({ customers: [unknown], cvrRegister: [] });
    await office.begin();
    await office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run, operations } = await office.run();
    expect(operations[0]).toMatchObject({ state: 'failed', body: { CountryKey: 'DK' } });

    changeCustomer(sandbox.world, effihub()[0]!, { countryCode: 'SE', vatNumber: null });
    await office.ask.retryFailed({ runId: run.id });
    expect(await office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero()[0]).toMatchObject({ CountryKey: 'SE' });
  });

  it('pauses after 20 refusals in a row and keeps the rest waiting', async () => {
    await open({
      customers: Array.from({ length: 30 }, (_, at) => ({
        id: at + 1,
        name: `Firma ${at}`,
        vatNumber: '12345674',
      })),
      cvrRegister: [],
    });
    const { data } = await office.begin();
    await office.ask.chooseCustomers({
      connectionId,
      choices: data.customers.map(({ id }) => [id, { action: 'create' }]),
    });
    const { run, operations } = await office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { code: 'too-many-refusals' }, finished: 20 });
    await office.ask.stopRun({ runId: run.id });
    expect(await office.rest(run.id)).toMatchObject({ state: 'stopped' });
    expect(operations.filter(({ state }) => state === 'waiting')).toHaveLength(10);
  });

  it('pauses the whole run when the key is refused twice, and goes on when it works again', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    await office.begin();
    await office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const fault = sandbox.faults.add({
      system: 'dinero',
      path: /contacts$/,
      method: 'POST',
      kind: 'status',
      status: 401,
      times: 9,
    });
    const { run } = await office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { code: 'wrong-credentials' }, failed: 0 });
    fault.remove();
    await office.ask.resumeRun({ runId: run.id });
    expect(await office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
  });

  it('writes nothing when the key has become another company’s', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    await office.begin();
    await office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    sandbox.faults.add({
      system: 'effihub',
      path: /account$/,
      kind: 'status',
      status: 200,
      body: { id: 58, name: 'Fjord Regnskab', subdomain: 'fjord' },
      times: 9,
    });
    const { run } = await office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { system: 'effihub', code: 'wrong-company' } });
    expect(dinero()).toHaveLength(0);
  });
});

describe('links', () => {
  const pair = {
    customers: [{ id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) }],
    contacts: [{ Name: 'Bagergården ApS' }],
  };

  it('are reset everywhere and brought back by one click', async () => {
    await open(pair);
    await office.begin();
    const reset = await office.ask.resetLinks({ connectionId });
    await office.rest(reset.id);
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
    expect(await office.database.links.count()).toBe(0);
    const { undoableReset } = await office.ask.overview(undefined);
    expect(undoableReset).toEqual({ runId: reset.id, count: 1 });
    const restore = await office.ask.undoReset({ connectionId, runId: reset.id });
    expect(await office.rest(restore.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect((await office.ask.overview(undefined)).undoableReset).toBeUndefined();
  });

  it('can be taken off one customer, and are not put back on by the unfinished flow', async () => {
    await open(pair);
    await office.begin();
    await office.ask.unlink({ connectionId, customerId: '1' });
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
    const { operations } = await office.run();
    expect(operations.map(({ kind }) => kind)).toEqual(['skip', 'skip']);
  });

  it('to a deleted contact are broken, and the contact that took its place is suggested', async () => {
    await open({
      customers: [{ id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) }],
      contacts: [{ Name: 'Bagergården ApS', DeletedAt: '2026-11-01T00:00:00Z' }, { Name: 'Bagergården ApS' }],
    });
    const { data } = await office.begin();
    expect(data.links).toEqual([{ customerId: '1', contactGuid: contactGuid(1), state: 'broken' }]);
    expect(data.matches[0]?.candidates[0]?.id).toBe(contactGuid(2));
    await office.run();
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  });
});

describe('two bookkeepers', () => {
  it('who create the same customer at once make one contact', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    const other = openOffice(sandbox);
    await other.connect();
    for (const one of [office, other]) {
      await one.begin();
      await one.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    }
    const ended = await Promise.all([office.run(), other.run()]);
    expect(ended.map(({ run }) => [run.state, run.failed])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect(dinero()).toHaveLength(1);
  });

  it('who link a customer differently: the second is told to whom it is linked', async () => {
    await open({
      customers: [{ id: 1, name: 'Stjerne Byg A/S' }],
      contacts: [{ Name: 'Stjerne Byg A/S' }, { Name: 'Stjerne Byggeri A/S' }],
    });
    await office.begin();
    const match = { action: 'match' as const, contactGuid: contactGuid(1), confirmed: true };
    await office.ask.chooseCustomers({ connectionId, choices: [['1', match]] });
    const other = openOffice(sandbox);
    await other.connect();
    await other.begin();
    const choices: [string, typeof match][] = [['1', { ...match, contactGuid: contactGuid(2) }]];
    await other.ask.chooseCustomers({ connectionId, choices });
    await other.run();
    const { operations } = await office.run();
    expect(operations[0]).toMatchObject({
      state: 'failed',
      problem: { code: 'taken', linkedTo: 'Stjerne Byggeri A/S' },
    });
  });
});

describe('a stopped worker', () => {
  it('is followed by one that finishes the run without a duplicate', async () => {
    await open({
      customers: [
        { id: 1, name: 'Stjerne Byg A/S' },
        { id: 2, name: 'Måne Design ApS' },
      ],
    });
    await office.begin();
    const create = { action: 'create' as const };
    await office.ask.chooseCustomers({
      connectionId,
      choices: [
        ['1', create],
        ['2', create],
      ],
    });
    const held = sandbox.faults.add({ system: 'dinero', method: 'POST', path: /contacts$/, kind: 'hold' });
    const { id } = await office.ask.startRun({ connectionId });
    await held.arrived;
    office.database.close();

    const next = openOffice(sandbox, office.database.name);
    // The old worker's lock goes with it in a browser; here its request has to end first.
    held.release();
    await next.wake();
    expect(await next.rest(id)).toMatchObject({ state: 'done', failed: 0, finished: 2 });
    expect(dinero()).toHaveLength(2);
    expect(effihub().every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);
  });
});
