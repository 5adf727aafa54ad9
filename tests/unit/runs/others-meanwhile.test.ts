/** Changes by others while a run waits or a view is out of date: they stand, and nothing is created twice. */
import { describe, expect, it } from 'vitest';
import type { Operation, Run } from '../../../lib/domain/run.ts';
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
import { changeCustomer, contactGuid, deleteCustomer } from '../../sandbox/index.ts';

sandboxAround();

const ask = () => company.office.ask;
const change = (changes: Parameters<typeof changeCustomer>[2]) =>
  changeCustomer(company.sandbox.world, effihub()[0]!, changes);
const LINKING = { system: 'effihub', method: 'PUT', path: /dinero-link$/, times: 99 } as const;

const goOn = {
  async Fortsæt(runId: string) {
    await ask().resumeRun({ runId });
  },
  async Stop(runId: string) {
    await ask().stopRun({ runId });
  },
};

/** Creates the only customer, and waits until the run rests. */
async function createResting(fault: Parameters<typeof company.sandbox.faults.add>[0]): Promise<Run> {
  await open({ customers: [{ id: 1, name: 'Nordlys Tømrer A/S' }], contacts: [{ Name: 'Nordlys Holding' }] });
  await company.office.begin();
  await ask().chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
  const added = company.sandbox.faults.add(fault);
  const { run } = await company.office.run();
  added.remove();
  expect(run.state).toBe('paused');
  return run;
}

async function ended(runId: string): Promise<Operation | undefined> {
  await expect.poll(async () => (await ask().runResult({ runId })).run.endedAt).toBeDefined();
  return (await ask().runResult({ runId })).operations.find(({ kind }) => kind === 'create');
}

describe.each(['Fortsæt', 'Stop'] as const)('%s of a creation that was never answered', (how) => {
  it.each([
    ['linked the customer', 'taken', () => change({ dineroContactGuid: contactGuid(1) })],
    [
      'deleted the customer',
      'gone',
      () => deleteCustomer(company.sandbox.world, company.sandbox.world.account, effihub()[0]!),
    ],
  ])('creates nothing when somebody has %s meanwhile', async (_, code, meanwhile) => {
    const { id } = await createResting({ ...CREATION, kind: 'drop', times: 99 });
    meanwhile();
    await goOn[how](id);
    expect(await ended(id)).toMatchObject({ state: 'failed', problem: { code } });
    expect(dinero()).toHaveLength(1);
  });

  it('links what had got through', async () => {
    const { id } = await createResting({ ...CREATION, kind: 'lost-answer', times: 99 });
    await goOn[how](id);
    expect(await ended(id)).toMatchObject({ state: 'done' });
    expect(dinero()).toHaveLength(2);
    expect(effihub()[0]?.dineroContactGuid).toBe(dinero()[1]?.ContactGuid);
  });

  it('keeps a link made since the contact was created', async () => {
    const { id } = await createResting({ ...LINKING, kind: 'drop' });
    change({ dineroContactGuid: contactGuid(1) });
    await goOn[how](id);
    expect(await ended(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'taken', linkedTo: 'Nordlys Holding' },
    });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
  });
});

describe('a link made by somebody else since', () => {
  const linked = {
    customers: [{ id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) }],
    contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Bagergården Odense ApS' }],
  };
  const link = { connectionId, customerId: '1', contactGuid: contactGuid(1) };
  const taken = { code: 'taken', linkedTo: 'Bagergården Odense ApS' };

  it('is not removed by Fjern link', async () => {
    await open(linked);
    await company.office.begin();
    change({ dineroContactGuid: contactGuid(2) });
    expect(await problem(ask().unlink(link))).toMatchObject(taken);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  });

  it('is not replaced by its Fortryd', async () => {
    await open(linked);
    await company.office.begin();
    await ask().unlink(link);
    change({ dineroContactGuid: contactGuid(2) });
    expect(await problem(ask().relink(link))).toMatchObject(taken);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  });
});

describe('a run stopped by the user', () => {
  it('ends although its company is paused; then the company can be removed', async () => {
    const { id } = await createResting({ ...LINKING, kind: 'drop' });
    await ask().pauseCompany({ connectionId, paused: true });
    await ask().stopRun({ runId: id });
    expect(await ended(id)).toMatchObject({ state: 'failed', phase: 'link', problem: { code: 'paused' } });
    await ask().removeCompany({ connectionId });
    expect(await company.office.database.runs.count()).toBe(0);
  });

  it.each(['resumeRun', 'pauseRun'] as const)(
    'stays stopped when %s is called while it ends',
    async (other) => {
      await open({ customers: [], contacts: [{ Name: 'Bagergården ApS' }, { Name: 'Fjord I/S' }] });
      await company.office.begin();
      await ask().chooseContacts({
        connectionId,
        choices: [1, 2].map((n) => [contactGuid(n), { action: 'import' }]),
      });
      const held = company.sandbox.faults.add({ system: 'effihub', method: 'POST', kind: 'hold' });
      const { id: runId } = await ask().startRun({ connectionId });
      await held.arrived;
      await ask().stopRun({ runId });
      await ask()[other]({ runId });
      held.release();
      await ended(runId);
      const { run, operations } = await ask().runResult({ runId });
      expect(run.state).toBe('stopped');
      expect(operations.map(({ state }) => state)).toEqual(['done', 'notRun']);
    },
  );
});

it.each([
  ['archived', { archivedAt: '2026-11-20T00:00:00Z' }],
  ['given to somebody else', { name: 'Anna Poulsen' }],
])(
  'a contact whose earlier import was unlinked and %s is not linked to that silently',
  async (_, changes) => {
    await open({ customers: [], contacts: [{ Name: 'Bagergården ApS' }] });
    const importIt = async () => {
      await company.office.begin();
      await ask().chooseContacts({ connectionId, choices: [[contactGuid(1), { action: 'import' }]] });
      const result = await company.office.run();
      await ask().finishFlow({ connectionId });
      return result.operations[0];
    };
    await importIt();
    change({ dineroContactGuid: null, ...changes });
    expect(await importIt()).toMatchObject({ state: 'failed', problem: { code: 'key-used' } });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([null]);
    change({ archivedAt: null, name: 'Bagergården ApS' });
    expect(await importIt()).toMatchObject({ state: 'done' });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([contactGuid(1)]);
  },
);
