/** An unfinished wizard and its company's runs: what it keeps after one, and what it reads during one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, effihub, open, problem, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const ask = () => company.office.ask;
const CONTACTS = { system: 'dinero', method: 'GET', path: /637871\/contacts/ } as const;

describe('a wizard whose run was stopped', () => {
  /** Runs until something is refused, then stops. */
  async function stopped(refused: { method: string; after?: number }): Promise<void> {
    const refusal = company.sandbox.faults.add({
      system: 'effihub',
      kind: 'status',
      status: 403,
      times: 99,
      ...refused,
    });
    const { run } = await company.office.run();
    expect(run.state).toBe('paused');
    await ask().stopRun({ runId: run.id });
    await company.office.rest(run.id);
    refusal.remove();
  }

  it('keeps the skips and the import defaults', async () => {
    await open({
      customers: [
        { id: 1, name: 'Bagergården ApS' },
        { id: 2, name: 'Havnens Fisk I/S' },
      ],
      contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Havnens Fisk I/S' }, { Name: 'Grøn Have ApS' }],
    });
    await company.office.begin();
    const hub = { showTimesheets: false, showProjects: false, showPunchCards: false, showInvoices: true };
    const importDefaults = { hub, language: 'en' };
    await ask().chooseCustomers({ connectionId, choices: [['1', { action: 'skip' }]] });
    await ask().chooseContacts({ connectionId, choices: [[contactGuid(3), { action: 'import' }]] });
    await ask().setImportDefaults({ connectionId, defaults: importDefaults });
    await stopped({ method: 'PUT' });

    expect(await company.office.begin()).toMatchObject({
      head: { step: 1, importDefaults },
      customers: [['1', { action: 'skip' }]],
      contacts: [[contactGuid(3), { action: 'import' }]],
    });
    await company.office.run();
    expect(effihub().map(({ name, dineroContactGuid }) => [name, dineroContactGuid])).toEqual([
      ['Bagergården ApS', null],
      ['Havnens Fisk I/S', contactGuid(2)],
      ['Grøn Have ApS', contactGuid(3)],
    ]);
    expect(effihub()[2]).toMatchObject({ language: 'en', hub });
  });

  it('forgets the choices that were carried out', async () => {
    await open({
      customers: [{ id: 1, name: 'Bager' }],
      contacts: [{ Name: 'Solsikken I/S' }, { Name: 'Grøn Have ApS' }, { Name: 'Måne Design ApS' }],
    });
    await company.office.begin();
    await ask().chooseCustomers({
      connectionId,
      choices: [['1', { action: 'match', contactGuid: contactGuid(1), confirmed: true }]],
    });
    await ask().chooseContacts({
      connectionId,
      choices: [2, 3].map((n) => [contactGuid(n), { action: 'import' }]),
    });
    await stopped({ method: 'POST', after: 1 });
    const { operations } = await ask().runResult({
      runId: (await ask().overview({ connectionId })).flow?.runId ?? '',
    });
    const left = operations.filter(({ kind, state }) => kind === 'import' && state !== 'done');
    expect(left).toHaveLength(1);
    const { customers, contacts } = await company.office.begin();
    expect(customers).toEqual([]);
    expect(contacts).toEqual([[left[0]?.contactGuid, { action: 'import' }]]);
  });

  it('keeps what was not done after failures were retried', async () => {
    await open({ contacts: [{ Name: 'Bager' }, { Name: 'Fisk' }, { Name: 'Grøn Have ApS' }] });
    await company.office.begin();
    await ask().chooseContacts({
      connectionId,
      choices: [1, 2, 3].map((n) => [contactGuid(n), { action: 'import' }]),
    });
    const importing = { system: 'effihub', method: 'POST', path: /customers$/, kind: 'status' } as const;
    company.sandbox.faults.add({ ...importing, status: 422, times: 1 });
    const refusing = company.sandbox.faults.add({ ...importing, status: 403, times: 99 });
    const { run } = await company.office.run();
    await ask().stopRun({ runId: run.id });
    await company.office.rest(run.id);
    refusing.remove();
    await ask().retryFailed({ runId: run.id });
    await company.office.rest(run.id);
    const { operations } = await ask().runResult({ runId: run.id });
    expect(operations.map(({ state }) => state).sort()).toEqual(['done', 'notRun', 'notRun']);
    await ask().finishFlow({ connectionId });
    expect(await company.office.database.choices.count()).toBe(2);
  });

  it('is finished when everything was done before the stop', async () => {
    await open({ customers: [{ id: 1, name: 'Bager' }], contacts: [{ Name: 'Grøn Have ApS' }] });
    await company.office.begin();
    await ask().chooseCustomers({ connectionId, choices: [['1', { action: 'skip' }]] });
    await ask().chooseContacts({ connectionId, choices: [[contactGuid(1), { action: 'import' }]] });
    const held = company.sandbox.faults.add({ system: 'effihub', method: 'POST', kind: 'hold' });
    const { id } = await ask().startRun({ connectionId });
    await held.arrived;
    await ask().stopRun({ runId: id });
    held.release();
    expect(await company.office.rest(id)).toMatchObject({ state: 'stopped', finished: 1 });
    await ask().finishFlow({ connectionId });
    expect((await ask().overview({ connectionId })).flow).toBeUndefined();
    expect(await company.office.database.choices.count()).toBe(0);
  });
});

describe('loading the wizard', () => {
  beforeEach(async () => {
    await open({ customers: [{ id: 1, name: 'Bagergården ApS' }], contacts: [{ Name: 'Bagergården ApS' }] });
    await company.office.begin();
  });
  const matched = () => ask().matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
  const links = () => company.office.database.links.count();

  it('does not overwrite with an older answer what a run has stored', async () => {
    changeCustomer(company.sandbox.world, effihub()[0]!, { city: 'Odense' });
    const held = company.sandbox.faults.add({ ...CONTACTS, kind: 'hold' });
    const loading = ask().loadFlow({ connectionId });
    await held.arrived;
    const { id } = await ask().mendLinks({ connectionId, links: [['1', contactGuid(1)]] });
    const linking = company.office.rest(id);
    const waiting = async () => (await navigator.locks.query()).pending;
    await Promise.race([linking, expect.poll(waiting).toHaveLength(1)]);
    held.release();
    await Promise.all([loading, linking]);
    expect(await links()).toBe(1);
    await expect.poll(async () => (await ask().overview({ connectionId })).counts?.linked).toBe(1);
  });

  it('does not keep a click from refreshing first', async () => {
    const held = company.sandbox.faults.add({ ...CONTACTS, kind: 'hold' });
    const loading = ask().loadFlow({ connectionId });
    await held.arrived;
    const before = company.sandbox.count(CONTACTS);
    const matching = matched();
    held.release();
    await Promise.all([loading, matching]);
    expect(company.sandbox.count(CONTACTS)).toBeGreaterThan(before);
    expect(await links()).toBe(1);
  });

  it('uses the stored lists while a run is going, including its changes', async () => {
    const held = company.sandbox.faults.add({ system: 'effihub', method: 'PUT', kind: 'hold' });
    const matching = matched();
    await held.arrived;
    const before = company.sandbox.requests.length;
    const { data } = await ask().loadFlow({ connectionId });
    expect(data.customers.map(({ name }) => name)).toEqual(['Bagergården ApS']);
    expect(company.sandbox.requests).toHaveLength(before);
    held.release();
    await matching;
    expect((await ask().loadFlow({ connectionId })).data.links).toHaveLength(1);
  });

  it('fails with busy when a run is going and nothing has been read', async () => {
    company.office = openOffice(company.sandbox);
    await company.office.connect();
    const held = company.sandbox.faults.add({ ...CONTACTS, kind: 'hold' });
    await ask().startFlow({ connectionId, fresh: false });
    const run = await ask().resetLinks({ connectionId });
    await held.arrived;
    expect(await problem(ask().loadFlow({ connectionId }))).toEqual({ system: 'kundebro', code: 'busy' });
    held.release();
    await company.office.rest(run.id);
  });

  it('pushes the progress of reading', () => {
    const told = company.office.updates.flatMap((update) => (update.type === 'reading' ? update.system : []));
    expect(new Set(told)).toEqual(new Set(['dinero', 'effihub']));
  });
});
