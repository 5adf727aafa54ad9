import { beforeEach, describe, expect, it } from 'vitest';
import {
  CREATION,
  company,
  connectionId,
  dinero,
  effihub,
  open,
  sandboxAround,
} from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('lost answers', () => {
  beforeEach(() =>
    open({
      customers: [{ id: 1, name: 'Nordlys Tømrer A/S' }],
      contacts: [{ Name: 'Fjordens Rengøring I/S' }],
    }),
  );

  it('creates one contact although the first answer is lost', async () => {
    company.sandbox.faults.add({ ...CREATION, kind: 'lost-answer' });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero().filter(({ Name }) => Name === 'Nordlys Tømrer A/S')).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(
      dinero().find(({ Name }) => Name?.startsWith('Nordlys'))?.ContactGuid,
    );
  });

  it('imports one customer although the first answer is lost', async () => {
    company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'lost-answer',
    });
    await company.office.begin();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'done', failed: 0 });
    expect(effihub().filter(({ name }) => name === 'Fjordens Rengøring I/S')).toHaveLength(1);
  });

  it('pauses when a system stays silent, and resumes without a duplicate', async () => {
    const silent = company.sandbox.faults.add({
      ...CREATION,
      kind: 'lost-answer',
      times: 99,
    });
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    const { run } = await company.office.run();
    expect(run).toMatchObject({ state: 'paused', reason: { system: 'dinero', code: 'unreachable' } });
    silent.remove();
    await company.office.ask.resumeRun({ runId: run.id });
    expect(await company.office.rest(run.id)).toMatchObject({ state: 'done', failed: 0 });
    expect(dinero().filter(({ Name }) => Name === 'Nordlys Tømrer A/S')).toHaveLength(1);
  });
});

describe('two bookkeepers', () => {
  it('who create the same customer at once create one contact', async () => {
    await open({ customers: [{ id: 1, name: 'Stjerne Byg A/S' }] });
    const other = openOffice(company.sandbox);
    await other.connect();
    for (const one of [company.office, other]) {
      await one.begin();
      await one.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    }
    const ended = await Promise.all([company.office.run(), other.run()]);
    expect(ended.map(({ run }) => [run.state, run.failed])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect(dinero()).toHaveLength(1);
  });

  it('who link a customer differently: the second gets the name of the linked contact', async () => {
    await open({
      customers: [{ id: 1, name: 'Stjerne Byg A/S' }],
      contacts: [{ Name: 'Stjerne Byg A/S' }, { Name: 'Stjerne Byggeri A/S' }],
    });
    await company.office.begin();
    const match = { action: 'match' as const, contactGuid: contactGuid(1), confirmed: true };
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', match]] });
    const other = openOffice(company.sandbox);
    await other.connect();
    await other.begin();
    const choices: [string, typeof match][] = [['1', { ...match, contactGuid: contactGuid(2) }]];
    await other.ask.chooseCustomers({ connectionId, choices });
    await other.run();
    const { operations } = await company.office.run();
    expect(operations[0]).toMatchObject({
      state: 'failed',
      problem: { code: 'taken', linkedTo: 'Stjerne Byggeri A/S' },
    });
  });
});

describe('after a stopped worker', () => {
  it('the next one finishes the run without a duplicate', async () => {
    await open({
      customers: [
        { id: 1, name: 'Stjerne Byg A/S' },
        { id: 2, name: 'Måne Design ApS' },
      ],
    });
    await company.office.begin();
    const create = { action: 'create' as const };
    await company.office.ask.chooseCustomers({
      connectionId,
      choices: [
        ['1', create],
        ['2', create],
      ],
    });
    const held = company.sandbox.faults.add({
      ...CREATION,
      kind: 'hold',
    });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    company.office.database.close();

    const next = openOffice(company.sandbox, company.office.database.name);
    // The old worker's lock goes with it in a browser; here its request has to end first.
    held.release();
    await next.wake();
    expect(await next.rest(id)).toMatchObject({ state: 'done', failed: 0, finished: 2 });
    expect(dinero()).toHaveLength(2);
    expect(effihub().every(({ dineroContactGuid }) => dineroContactGuid)).toBe(true);
  });
});
