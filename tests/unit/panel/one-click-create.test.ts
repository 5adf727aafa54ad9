import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../../lib/domain/problem.ts';
import type { OneClickResult } from '../../../lib/features/panel/card.ts';
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
import {
  anotherInstallation,
  contactsNamed,
  createOne,
  name,
  operations,
  runs,
} from '../../helpers/one-click.ts';
import { panel, showCustomer, writes } from '../../helpers/panel.ts';
import { changeContact, changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

describe('creating a customer in Dinero', () => {
  beforeEach(async () => {
    await open({
      customers: [{ id: 1, name, city: 'Skive', vatNumber: '25313763' }],
      contacts: [{ Name: 'Fjordens Rengøring I/S' }],
    });
    showCustomer(1, name);
  });

  it('creates and links the contact, and adds it to the history', async () => {
    expect(await createOne()).toEqual({ done: true });
    expect(contactsNamed()).toMatchObject([
      { City: 'Skive', VatNumber: '25313763', ExternalReference: 'effihub:41:1' },
    ]);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactsNamed()[0]?.ContactGuid);
    expect(await runs()).toMatchObject([
      { kind: 'create', state: 'done', total: 1, finished: 1, failed: 0, endedAt: expect.any(Number) },
    ]);
    expect(await operations()).toMatchObject([
      { kind: 'create', state: 'done', customerId: '1', contactGuid: contactsNamed()[0]?.ContactGuid },
    ]);
    expect(await panel().customerCard({ connectionId, customerId: '1', fresh: false })).toMatchObject({
      link: { contactGuid: contactsNamed()[0]?.ContactGuid, name, state: 'ok' },
      similar: [],
    });
  });

  it('needs no sync, and does not count as one', async () => {
    await createOne();
    const { lastRun, activeRun, counts } = await company.office.ask.overview(undefined);
    expect({ lastRun, activeRun }).toEqual({});
    expect(counts).toMatchObject({ customers: 1, contacts: 2, linked: 1, undecided: 1 });
  });

  it('twice creates one contact', async () => {
    await createOne();
    const before = writes();
    expect(await createOne('1', true)).toEqual({ done: true });
    expect(writes()).toEqual(before);
    expect(await runs()).toHaveLength(1);
  });

  it('in two installations at once creates one contact', async () => {
    const other = await anotherInstallation();
    expect(await Promise.all([createOne(), createOne('1', false, other)])).toEqual([
      { done: true },
      { done: true },
    ]);
    expect(contactsNamed()).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactsNamed()[0]?.ContactGuid);
    for (const office of [company.office, other])
      expect(await runs(office)).toMatchObject([{ kind: 'create', state: 'done', failed: 0 }]);
  });

  it('in two installations, one still waiting for Dinero, creates one contact', async () => {
    const other = await anotherInstallation();
    const held = company.sandbox.faults.add({
      ...CREATION,
      kind: 'hold',
    });
    const first = createOne();
    await held.arrived;
    expect(await createOne('1', true, other)).toEqual({ done: true });
    held.release();
    expect(await first).toEqual({ done: true });
    expect(contactsNamed()).toHaveLength(1);
  });

  it('does nothing when another installation has linked it', async () => {
    await panel().customerCard({ connectionId, customerId: '1', fresh: true });
    const other = await anotherInstallation();
    await createOne('1', false, other);
    const before = writes();
    expect(await createOne()).toEqual({ done: true });
    expect(writes()).toEqual(before);
    expect(await runs()).toEqual([]);
  });

  it.each([
    ['POST', /contacts$/, 'dinero'],
    ['PUT', /dinero-link$/, 'effihub'],
  ] as const)(
    'whose answer to %s is lost makes one contact, and another click none',
    async (method, path, system) => {
      company.sandbox.faults.add({ system, method, path, kind: 'lost-answer' });
      expect(await createOne()).toEqual({ done: true });
      expect(await createOne()).toEqual({ done: true });
      expect(contactsNamed()).toHaveLength(1);
      expect(effihub()[0]?.dineroContactGuid).toBe(contactsNamed()[0]?.ContactGuid);
    },
  );

  it('without an answer from Dinero fails, blocks nothing, and later succeeds without a second contact', async () => {
    const silent = company.sandbox.faults.add({
      ...CREATION,
      kind: 'lost-answer',
      times: 99,
    });
    expect(await problem(createOne())).toMatchObject({ system: 'dinero', code: 'unreachable' });
    expect(await runs()).toMatchObject([{ state: 'stopped', endedAt: expect.any(Number) }]);
    expect((await company.office.ask.overview(undefined)).activeRun).toBeUndefined();
    silent.remove();
    expect(await createOne('1', true)).toEqual({ done: true });
    expect(contactsNamed()).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactsNamed()[0]?.ContactGuid);
  });

  it('reports why Dinero refuses, and succeeds once that is fixed', async () => {
    company.sandbox.world.cvrRegister.clear();
    expect(await problem(createOne())).toMatchObject({
      system: 'dinero',
      code: 'refused',
      fields: [{ field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
    });
    expect(await runs()).toMatchObject([{ kind: 'create', state: 'done', failed: 1 }]);
    changeCustomer(company.sandbox.world, effihub()[0]!, { vatNumber: null });
    expect(await createOne()).toEqual({ done: true });
    expect(contactsNamed()).toHaveLength(1);
  });

  it('waits for the active run', async () => {
    await company.office.begin();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    const held = company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'hold',
    });
    const { id } = await company.office.ask.startRun({ connectionId });
    await held.arrived;
    expect(await problem(createOne())).toEqual({ system: 'kundebro', code: 'busy' });
    held.release();
    expect(await company.office.rest(id)).toMatchObject({ kind: 'sync', state: 'done', total: 1 });
    expect(contactsNamed()).toEqual([]);
  });

  it('removes the customer from the unfinished flow', async () => {
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    await createOne();
    expect(await company.office.database.choices.count()).toBe(0);
    const { operations } = await company.office.run();
    expect(operations.map(({ kind, contactGuid }) => [kind, contactGuid])).toEqual([
      ['skip', contactGuid(1)],
    ]);
    expect(contactsNamed()).toHaveLength(1);
  });

  it('is refused for a deleted or archived customer', async () => {
    const gone = { system: 'effihub', code: 'gone' };
    showCustomer(9);
    expect(await problem(createOne('9'))).toMatchObject(gone);
    showCustomer(1);
    changeCustomer(company.sandbox.world, effihub()[0]!, { archivedAt: '2026-11-01T00:00:00Z' });
    expect(await problem(createOne())).toMatchObject(gone);
    expect(writes()).toEqual([]);
  });

  it('completes despite a pause; reports failure when stopped first', async () => {
    const identity = { system: 'effihub', path: /account$/, kind: 'hold' } as const;
    for (const [steer, done] of [
      ['stopRun', false],
      ['pauseRun', true],
    ] as const) {
      const held = company.sandbox.faults.add(identity);
      const click = createOne('1', true).catch(problemOf);
      await held.arrived;
      const { activeRun } = await company.office.ask.overview({ connectionId });
      await company.office.ask[steer]({ runId: activeRun?.id ?? '' });
      held.release();
      expect(await click).toEqual(done ? { done: true } : expect.objectContaining({ code: 'busy' }));
      expect(contactsNamed()).toHaveLength(done ? 1 : 0);
    }
  });

  it('does nothing when the page shows somebody else before the lists are read', async () => {
    const held = company.sandbox.faults.add({
      system: 'effihub',
      path: /customers\?/,
      kind: 'hold',
      when: 'done-first',
    });
    const click = createOne('1', true);
    await held.arrived;
    showCustomer(2);
    held.release();
    expect(await problem(click)).toEqual({ system: 'kundebro', code: 'another-page' });
    expect(writes()).toEqual([]);
    expect(await runs()).toEqual([]);
  });
});

describe('creating a customer with missing fields', () => {
  it.each([
    ['the country', { name: 'Måne Design', countryCode: null }, {}, ['country']],
    ['the country, said to be none', { name: 'Måne Design' }, { countryCode: '' }, ['country']],
    ['the name', { name: '' }, {}, ['name']],
    ['both', { name: ' ', countryCode: null }, {}, ['name', 'country']],
  ])('asks for %s, and writes nothing', async (_, customer, said, missing) => {
    await open({ customers: [{ id: 1, ...customer }] });
    showCustomer(1);
    const answer = await panel().createOne({ connectionId, customerId: '1', create: said, anyway: true });
    expect(answer).toEqual({ done: false, missing });
    expect(writes()).toEqual([]);
    expect(await runs()).toEqual([]);
  });

  it('works with the fields given', async () => {
    await open({ customers: [{ id: 1, name: '', countryCode: null }] });
    showCustomer(1);
    const said = { name: 'Måne Design AB', countryCode: 'SE', isPerson: false };
    expect(await panel().createOne({ connectionId, customerId: '1', create: said, anyway: false })).toEqual({
      done: true,
    });
    expect(dinero()).toMatchObject([{ Name: 'Måne Design AB', CountryKey: 'SE', IsPerson: false }]);
  });
});

describe('creating a customer with similar contacts', () => {
  const similarTo = async (answer: Promise<OneClickResult>) => {
    const found = await answer;
    if (found.done || !('similar' in found)) throw new Error('Nobody similar was found');
    return found.similar;
  };

  it.each([
    [
      'has the same CVR number and quite another name',
      { Name: 'Kaffebaren Nord', VatNumber: '25313763' },
      { name: 'Kaffebaren Nord', reasons: ['vat'] },
    ],
    [
      'has the same CVR number with its country',
      { Name: 'Kaffebaren Nord', VatNumber: 'DK25313763' },
      { name: 'Kaffebaren Nord' },
    ],
    ['has the same name', { Name: 'NORDLYS TØMRER A/S' }, { name: 'NORDLYS TØMRER A/S' }],
    ['has a name like it', { Name: 'Nordlys Tømrer ApS' }, { name: 'Nordlys Tømrer ApS' }],
    ['is a supplier only', { Name: name, IsDebitor: false, IsCreditor: true }, { supplier: true }],
  ])('asks first when the contact %s', async (_, contact, expected) => {
    await open({
      customers: [{ id: 1, name, vatNumber: '25313763' }],
      contacts: [{ Name: 'Fjordens Rengøring I/S' }, contact],
      cvrRegister: ['25313763'],
    });
    showCustomer(1);
    const [only, ...others] = await similarTo(createOne());
    expect(only).toMatchObject({ id: contactGuid(2), ...expected });
    expect(others).toEqual([]);
    expect(writes()).toEqual([]);
    expect(await createOne('1', true)).toEqual({ done: true });
    expect(dinero()).toHaveLength(3);
  });

  it('reports ignored and linked contacts', async () => {
    await open({
      customers: [
        { id: 1, name },
        { id: 2, name: 'Nordlys', dineroContactGuid: contactGuid(2) },
      ],
      contacts: [{ Name: name }, { Name: name }],
    });
    await company.office.begin();
    await company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(1) });
    showCustomer(1);
    const similar = await similarTo(createOne());
    expect(similar.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      { id: contactGuid(1), ignored: true },
      { id: contactGuid(2), linkedTo: 'Nordlys' },
    ]);
  });

  it('compares the given name with fresh lists', async () => {
    await open({ customers: [{ id: 1, name: 'Ukendt' }], contacts: [{ Name: 'Fjordens Rengøring I/S' }] });
    showCustomer(1);
    await panel().customerCard({ connectionId, customerId: '1', fresh: true });
    changeContact(company.sandbox.world, dinero()[0]!, { Name: name });
    const answer = panel().createOne({ connectionId, customerId: '1', create: { name }, anyway: false });
    expect(await similarTo(answer)).toMatchObject([{ id: contactGuid(1), name }]);
  });

  it('ignores deleted contacts', async () => {
    await open({
      customers: [{ id: 1, name }],
      contacts: [{ Name: name, DeletedAt: '2026-11-01T00:00:00Z' }],
    });
    showCustomer(1);
    expect(await createOne()).toEqual({ done: true });
  });
});

describe('creating a customer whose contact has another spelling of the number', () => {
  it.each([
    ['DE', '811569869', 'DE811569869'],
    ['DK', 'VAT no. DK25313763', '25313763'],
    ['NO', 'NO 974 760 673 MVA', '974760673'],
    ['CH', 'CHE-116.281.710 MWST', 'CHE116281710'],
    ['SE', '556703-7485', 'SE556703748501'],
    ['GR', 'GR094019245', 'EL094019245'],
  ])('asks first in %s: %s and %s', async (country, vatNumber, VatNumber) => {
    await open({
      customers: [{ id: 1, name, countryCode: country, vatNumber }],
      contacts: [{ Name: 'Et Helt Andet Navn', CountryKey: country, VatNumber }],
    });
    showCustomer(1, name);
    expect(await createOne()).toMatchObject({ done: false, similar: [{ name: 'Et Helt Andet Navn' }] });
    expect(contactsNamed()).toEqual([]);
  });
});
