import { beforeEach, describe, expect, it } from 'vitest';
import { indexFlow, statesOf } from '../../../lib/features/sync/rows.ts';
import { company, connectionId, dinero, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

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

  it('links certain matches, creates and imports what was chosen, and leaves nothing to do', async () => {
    const { data } = await company.office.begin();
    expect(data.customers.map(({ name }) => name)).toEqual([
      'Bagergården ApS',
      'Nordlys Tømrer & Snedker A/S',
    ]);
    await company.office.ask.chooseCustomers({ connectionId, choices: [['2', { action: 'create' }]] });
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(2), { action: 'import' }]],
    });
    const { run, operations } = await company.office.run();

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
      company.sandbox.requests.filter(({ method, host }) => method !== 'GET' && host !== 'authz.dinero.dk');
    const before = writes().length;
    await company.office.ask.finishFlow({ connectionId });
    const again = await company.office.begin();
    expect(again.data.links).toHaveLength(3);
    expect((await company.office.run()).run).toMatchObject({ state: 'done', total: 0 });
    expect(writes()).toHaveLength(before);
  });

  it('pushes its end after the links it leaves', async () => {
    await company.office.begin();
    await company.office.ask.startRun({ connectionId });
    await company.office.until((all) => all.some((update) => update.type === 'run' && update.run.endedAt));
    const links = company.office.updates.flatMap((update) => (update.type === 'links' ? [update.links] : []));
    expect(links.at(-1)).toHaveLength(1);
  });

  it('reads only changes the second time, with two calls to Dinero and one to Effihub', async () => {
    await company.office.begin();
    const before = [
      company.sandbox.count({ system: 'dinero' }),
      company.sandbox.count({ system: 'effihub' }),
    ];
    await company.office.begin();
    const after = [company.sandbox.count({ system: 'dinero' }), company.sandbox.count({ system: 'effihub' })];
    expect(after.map((count, at) => count - before[at]!)).toEqual([2, 1]);
  });

  it('keeps two concurrent changes', async () => {
    await company.office.begin();
    const { ask } = company.office;
    const hub = { showTimesheets: false, showProjects: true, showPunchCards: false, showInvoices: true };
    const importDefaults = { hub, language: 'en' };
    await Promise.all([
      ask.setImportDefaults({ connectionId, defaults: importDefaults }),
      ask.goToStep({ connectionId, step: 2 }),
    ]);
    expect((await ask.overview({ connectionId })).flow).toMatchObject({ step: 2, importDefaults });
  });

  it('does not link an unconfirmed likely match', async () => {
    await open({
      customers: [{ id: 1, name: 'Solsikken Blomster ApS' }],
      contacts: [{ Name: 'Solsikken Blomster ApS' }, { Name: 'Solsikken Blomster ApS' }],
    });
    const { data } = await company.office.begin();
    const states = statesOf(indexFlow(data), { customers: new Map(), contacts: new Map() });
    expect(states.get('1')).toMatchObject({ action: 'match', confirmed: false });
    const { operations } = await company.office.run();
    expect(operations.map(({ kind }) => kind)).toEqual(['skip', 'skip', 'skip']);
    expect(effihub()[0]?.dineroContactGuid).toBeNull();
  });
});
