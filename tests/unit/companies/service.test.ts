import { describe, expect, it } from 'vitest';
import { CREATION, company, problem, sandboxAround } from '../../helpers/company.ts';
import type { Ask } from '../../helpers/office.ts';
import { show, TAB } from '../../helpers/panel.ts';
import {
  apiCalls,
  chooseAll,
  FJORD,
  NORDISK,
  openBoth,
  rowsOf,
  twoWorlds,
  typedFor,
} from '../../helpers/two-companies.ts';
import { credentials } from '../../sandbox/index.ts';

sandboxAround();

const { nordisk, fjord } = credentials;
const ask = (): Ask => company.office.ask;
const database = () => company.office.database;
const labels = async () =>
  (await ask().settings(undefined)).companies.map(({ company: { name, organizationName } }) => [
    organizationName,
    name,
  ]);

describe('a second company', () => {
  it('is added, and becomes the last used one', async () => {
    await openBoth();
    expect(await labels()).toEqual([
      ['Fjord Regnskab ApS', undefined],
      ['Nordisk Tekst ApS', undefined],
    ]);
    expect((await ask().settings(undefined)).current).toBe(FJORD);
    await ask().useCompany({ connectionId: NORDISK });
    expect((await ask().overview(undefined)).connection?.id).toBe(NORDISK);
  });

  it('reuses a known client’s secret; a changed one applies to both', async () => {
    await openBoth();
    await ask().removeCompany({ connectionId: FJORD });
    const typed = typedFor(fjord);
    await ask().saveConnection({ ...typed, dinero: { ...typed.dinero, clientSecret: '' } });
    expect(await database().clients.count()).toBe(1);

    company.sandbox.world.clients.set(nordisk.clientId, 'another-secret');
    company.sandbox.expireTokens();
    const changed = typedFor({ ...fjord, clientSecret: 'another-secret' });
    await ask().saveConnection({ connectionId: FJORD, ...changed });
    company.sandbox.expireTokens();
    for (const connectionId of [NORDISK, FJORD])
      expect((await ask().checkConnection({ connectionId, whole: true })).problem).toBeUndefined();
    expect((await database().clients.toArray()).map(({ clientSecret }) => clientSecret)).toEqual([
      'another-secret',
    ]);
  });

  it('cannot use the account of the first one, which is named', async () => {
    await openBoth();
    await ask().removeCompany({ connectionId: FJORD });
    await ask().renameCompany({ connectionId: NORDISK, name: 'Vores' });
    const taken = { system: 'kundebro', code: 'account-taken', linkedTo: 'Vores' };
    const { dinero } = typedFor(fjord);
    const sameToken = ask().saveConnection({ dinero, effihub: typedFor(nordisk).effihub });
    expect(await problem(sameToken)).toEqual(taken);
    // The same account by its address alone.
    const sheet = ask().saveConnection({ dinero, effihub: { kind: 'sheet', account: 'NordiskTekst' } });
    expect(await problem(sheet)).toEqual(taken);
    expect(await labels()).toEqual([['Nordisk Tekst ApS', 'Vores']]);
    expect(await database().secrets.count()).toBe(1);
  });

  it.each([
    ['another company', { ...typedFor(nordisk), dinero: typedFor(fjord).dinero }, 'Fjord Regnskab ApS'],
    ['another account', { ...typedFor(nordisk), effihub: typedFor(fjord).effihub }, 'Fjord Regnskab'],
    ['a company that is connected already', typedFor(fjord), 'Fjord Regnskab'],
  ])('never takes the place of the first: keys of %s change nothing', async (_, typed, name) => {
    await openBoth();
    await ask().renameCompany({ connectionId: FJORD, name: 'Den anden' });
    const before = await Promise.all([NORDISK, FJORD].map((id) => rowsOf(database(), id)));
    const refused = await problem(ask().saveConnection({ connectionId: NORDISK, ...typed }));
    expect(refused).toMatchObject({ code: 'another-connection' });
    expect(refused?.linkedTo).toContain(name);
    expect(await Promise.all([NORDISK, FJORD].map((id) => rowsOf(database(), id)))).toEqual(before);
  });

  it('keeps its name and its pause when its keys are saved again', async () => {
    await openBoth();
    await ask().renameCompany({ connectionId: NORDISK, name: 'Vores' });
    await ask().pauseCompany({ connectionId: NORDISK, paused: true });
    await ask().saveConnection({ connectionId: NORDISK, ...typedFor(nordisk) });
    expect((await ask().overview({ connectionId: NORDISK })).connection).toMatchObject({
      name: 'Vores',
      paused: true,
    });
  });
});

describe('a name', () => {
  it('is stored trimmed, sorts the company, and can be removed', async () => {
    await openBoth();
    await ask().renameCompany({ connectionId: FJORD, name: '  Østre   Havn ' });
    expect(await labels()).toEqual([
      ['Nordisk Tekst ApS', undefined],
      ['Fjord Regnskab ApS', 'Østre Havn'],
    ]);
    expect(company.office.updates.filter(({ type }) => type === 'companies').length).toBe(3);
    await ask().renameCompany({ connectionId: FJORD, name: ' ' });
    expect(await labels()).toEqual([
      ['Fjord Regnskab ApS', undefined],
      ['Nordisk Tekst ApS', undefined],
    ]);
  });
});

describe('while a company is paused', () => {
  const paused = { system: 'kundebro', code: 'paused' };

  it('nothing is read or written for it, and the other one works', async () => {
    await openBoth();
    await chooseAll(NORDISK);
    await ask().pauseCompany({ connectionId: NORDISK, paused: true });
    company.sandbox.requests.length = 0;
    show({ url: 'https://nordisktekst.effihub.com/customers/1', heading: 'Zenit Film ApS' });
    const panel = company.office.panelIn(TAB);
    const connectionId = NORDISK;
    expect(await problem(ask().loadFlow({ connectionId }))).toEqual(paused);
    expect(
      await problem(panel.createOne({ connectionId, customerId: '1', create: {}, anyway: true })),
    ).toEqual(paused);
    expect(await problem(panel.customerCard({ connectionId, customerId: '1', fresh: true }))).toEqual(paused);
    expect(await problem(ask().unlink({ connectionId, customerId: '2' }))).toMatchObject(paused);
    expect((await ask().checkConnection({ connectionId, whole: true })).connection?.paused).toBe(true);
    expect(await problem(ask().startRun({ connectionId }))).toEqual(paused);
    expect(await problem(ask().resetLinks({ connectionId }))).toEqual(paused);
    expect(apiCalls()).toEqual([]);
    expect(await database().runs.count()).toBe(0);

    await chooseAll(FJORD);
    const { id: other } = await ask().startRun({ connectionId: FJORD });
    expect(await company.office.rest(other)).toMatchObject({ state: 'done', failed: 0 });
    await ask().pauseCompany({ connectionId, paused: false });
    const { id } = await ask().startRun({ connectionId });
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', failed: 0 });
  });

  it('its run pauses, and continues when the company is resumed', async () => {
    await openBoth();
    await chooseAll(NORDISK);
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold' });
    const { id } = await ask().startRun({ connectionId: NORDISK });
    await held.arrived;
    await ask().pauseCompany({ connectionId: NORDISK, paused: true });
    held.release();
    const first = await company.office.rest(id);
    expect(first).toMatchObject({ state: 'paused' });
    expect(first.finished).toBeLessThan(first.total);
    expect(await problem(ask().resumeRun({ runId: id }))).toEqual(paused);
    await ask().pauseCompany({ connectionId: NORDISK, paused: false });
    await ask().resumeRun({ runId: id });
    expect(await company.office.rest(id)).toMatchObject({ state: 'done', failed: 0 });
    const made = [...company.sandbox.world.organization.contacts.values()];
    expect(made.filter(({ Name }) => Name === 'Zenit Film ApS')).toHaveLength(1);
  });
});

describe('removing a company', () => {
  it('deletes all of its data, and nothing of the other one', async () => {
    await openBoth();
    for (const connectionId of [NORDISK, FJORD]) {
      await chooseAll(connectionId);
      const { id } = await ask().startRun({ connectionId });
      await company.office.rest(id);
      await ask().startFlow({ connectionId, fresh: true });
      await ask().chooseCustomers({ connectionId, choices: [['2', { action: 'skip' }]] });
    }
    const kept = await rowsOf(database(), NORDISK);
    expect(Object.keys(await rowsOf(database(), FJORD))).toEqual(Object.keys(kept));
    await ask().removeCompany({ connectionId: FJORD });
    expect(await rowsOf(database(), FJORD)).toEqual({});
    expect(await rowsOf(database(), NORDISK)).toEqual(kept);
    // No operation without its run.
    const runs = new Set(await database().runs.toCollection().primaryKeys());
    expect((await database().operations.toArray()).filter(({ runId }) => !runs.has(runId))).toEqual([]);
    // The client serves the other one.
    expect(await database().clients.count()).toBe(1);
    expect((await ask().overview(undefined)).connection?.id).toBe(NORDISK);

    await ask().removeCompany({ connectionId: NORDISK });
    expect(await database().clients.count()).toBe(0);
    expect(await ask().overview(undefined)).toEqual({ companies: [] });
  });

  it('is refused while a run is unfinished', async () => {
    await openBoth();
    await chooseAll(NORDISK);
    const held = company.sandbox.faults.add({ ...CREATION, kind: 'hold' });
    const { id } = await ask().startRun({ connectionId: NORDISK });
    await held.arrived;
    const busy = { system: 'kundebro', code: 'busy' };
    expect(await problem(ask().removeCompany({ connectionId: NORDISK }))).toEqual(busy);
    await ask().pauseRun({ runId: id });
    held.release();
    await company.office.rest(id);
    expect(await problem(ask().removeCompany({ connectionId: NORDISK }))).toEqual(busy);
    await ask().removeCompany({ connectionId: FJORD });
    await ask().stopRun({ runId: id });
    await company.office.rest(id);
    await ask().removeCompany({ connectionId: NORDISK });
    expect(await database().connections.count()).toBe(0);
  });

  it('is reported to open views, which can no longer store anything', async () => {
    await openBoth();
    await company.office.ask.startFlow({ connectionId: FJORD, fresh: true });
    await ask().removeCompany({ connectionId: FJORD });
    const removed = { system: 'kundebro', code: 'removed' };
    const of = { connectionId: FJORD };
    const late = [
      ask().chooseCustomers({ ...of, choices: [['2', { action: 'skip' }]] }),
      ask().goToStep({ ...of, step: 3 }),
      ask().startFlow({ ...of, fresh: false }),
      ask().startRun(of),
      ask().renameCompany({ ...of, name: 'Havnen' }),
      ask().loadFlow(of),
    ];
    for (const asked of late) expect(await problem(Promise.resolve(asked))).toEqual(removed);
    expect(await rowsOf(database(), FJORD)).toEqual({});
  });

  it('forgets that it was chosen in a tab, even when connected again', async () => {
    await openBoth();
    show({ url: 'https://app.dinero.dk/' });
    const panel = company.office.panelIn(TAB);
    await panel.chooseCompany({ connectionId: FJORD });
    expect(await panel.place(undefined)).toMatchObject({ kind: 'company', company: { id: FJORD } });
    await ask().removeCompany({ connectionId: FJORD });
    await company.office.connect(credentials.fjord);
    expect(await panel.place(undefined)).toMatchObject({ kind: 'undecided' });
    await panel.chooseCompany({ connectionId: NORDISK });
    await ask().removeCompany({ connectionId: FJORD });
    await company.office.connect(credentials.fjord);
    expect(await panel.place(undefined)).toMatchObject({ kind: 'company', company: { id: NORDISK } });
  });

  it('leaves nothing of a reading in progress', async () => {
    await openBoth(twoWorlds());
    const held = company.sandbox.faults.add({ system: 'dinero', path: /contacts$/, kind: 'hold' });
    const reading = problem(ask().loadFlow({ connectionId: NORDISK }));
    await held.arrived;
    await ask().removeCompany({ connectionId: NORDISK });
    held.release();
    await reading;
    expect(await rowsOf(database(), NORDISK)).toEqual({});
  });
});
