import { beforeEach, describe, expect, it } from 'vitest';
import type { OneClick } from '../../lib/page/card.ts';
import { problemOf } from '../../lib/problem.ts';
import { company, connectionId, dinero, effihub, open, problem, sandboxAround } from '../helpers/company.ts';
import { type Office, openOffice } from '../helpers/office.ts';
import { contactCard, panel, show, showContact, showCustomer, TAB, writes } from '../helpers/panel.ts';
import { changeContact, changeCustomer, contactGuid } from '../sandbox/index.ts';

sandboxAround();

const name = 'Nordlys Tømrer A/S';
const create = (customerId = '1', anyway = false, office: Office = company.office) =>
  panel(office).createOne({ connectionId, customerId, create: {}, anyway });
const importOne = (guid = contactGuid(1), anyway = false, office: Office = company.office) =>
  panel(office).importOne({ connectionId, contactGuid: guid, anyway });
const named = (wanted = name) => dinero().filter(({ Name }) => Name === wanted);
const runs = (office: Office = company.office) =>
  office.database.runs.orderBy('[connectionId+startedAt]').toArray();
const operations = (office: Office = company.office) => office.database.operations.toArray();

/** Another bookkeeper's computer, with the panel on the same customer's page. */
async function anotherInstallation(): Promise<Office> {
  const office = openOffice(company.sandbox);
  await office.connect();
  const page = company.office.pages.get(TAB);
  if (page) show(page, office);
  return office;
}

describe('creating a customer in Dinero', () => {
  beforeEach(async () => {
    await open({
      customers: [{ id: 1, name, city: 'Skive', vatNumber: '25313763' }],
      contacts: [{ Name: 'Fjordens Rengøring I/S' }],
    });
    showCustomer(1, name);
  });

  it('makes the contact, links it, and leaves it in the history', async () => {
    expect(await create()).toEqual({ done: true });
    expect(named()).toMatchObject([
      { City: 'Skive', VatNumber: '25313763', ExternalReference: 'effihub:41:1' },
    ]);
    expect(effihub()[0]?.dineroContactGuid).toBe(named()[0]?.ContactGuid);
    expect(await runs()).toMatchObject([
      { kind: 'create', state: 'done', total: 1, finished: 1, failed: 0, endedAt: expect.any(Number) },
    ]);
    expect(await operations()).toMatchObject([
      { kind: 'create', state: 'done', customerId: '1', contactGuid: named()[0]?.ContactGuid },
    ]);
    expect(await panel().customerCard({ connectionId, customerId: '1', fresh: false })).toMatchObject({
      link: { contactGuid: named()[0]?.ContactGuid, name, state: 'ok' },
      similar: [],
    });
  });

  it('needs no sync before, and is no sync: the last one stays the last one', async () => {
    await create();
    const { lastRun, activeRun, counts } = await company.office.ask.overview(undefined);
    expect({ lastRun, activeRun }).toEqual({});
    expect(counts).toMatchObject({ customers: 1, contacts: 2, linked: 1, undecided: 1 });
  });

  it('twice in a row makes one contact', async () => {
    await create();
    const before = writes();
    expect(await create('1', true)).toEqual({ done: true });
    expect(writes()).toEqual(before);
    expect(await runs()).toHaveLength(1);
  });

  it('in two installations at once makes one contact', async () => {
    const other = await anotherInstallation();
    expect(await Promise.all([create(), create('1', false, other)])).toEqual([
      { done: true },
      { done: true },
    ]);
    expect(named()).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(named()[0]?.ContactGuid);
    for (const office of [company.office, other])
      expect(await runs(office)).toMatchObject([{ kind: 'create', state: 'done', failed: 0 }]);
  });

  it('in two installations of which one is still waiting for Dinero makes one contact', async () => {
    const other = await anotherInstallation();
    const held = company.sandbox.faults.add({
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      kind: 'hold',
    });
    const first = create();
    await held.arrived;
    expect(await create('1', true, other)).toEqual({ done: true });
    held.release();
    expect(await first).toEqual({ done: true });
    expect(named()).toHaveLength(1);
  });

  it('that another installation has linked meanwhile does nothing', async () => {
    await panel().customerCard({ connectionId, customerId: '1', fresh: true });
    const other = await anotherInstallation();
    await create('1', false, other);
    const before = writes();
    expect(await create()).toEqual({ done: true });
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
      expect(await create()).toEqual({ done: true });
      expect(await create()).toEqual({ done: true });
      expect(named()).toHaveLength(1);
      expect(effihub()[0]?.dineroContactGuid).toBe(named()[0]?.ContactGuid);
    },
  );

  it('that Dinero never answers says so, blocks nothing, and goes through later without a second contact', async () => {
    const silent = company.sandbox.faults.add({
      system: 'dinero',
      method: 'POST',
      path: /contacts$/,
      kind: 'lost-answer',
      times: 99,
    });
    expect(await problem(create())).toMatchObject({ system: 'dinero', code: 'unreachable' });
    expect(await runs()).toMatchObject([{ state: 'stopped', endedAt: expect.any(Number) }]);
    expect((await company.office.ask.overview(undefined)).activeRun).toBeUndefined();
    silent.remove();
    expect(await create('1', true)).toEqual({ done: true });
    expect(named()).toHaveLength(1);
    expect(effihub()[0]?.dineroContactGuid).toBe(named()[0]?.ContactGuid);
  });

  it('that Dinero refuses says why, and works once that is mended', async () => {
    company.sandbox.world.cvrRegister.clear();
    expect(await problem(create())).toMatchObject({
      system: 'dinero',
      code: 'refused',
      fields: [{ field: 'vatNumber', message: 'CVR-nummeret findes ikke' }],
    });
    expect(await runs()).toMatchObject([{ kind: 'create', state: 'done', failed: 1 }]);
    changeCustomer(company.sandbox.world, effihub()[0]!, { vatNumber: null });
    expect(await create()).toEqual({ done: true });
    expect(named()).toHaveLength(1);
  });

  it('waits for a run that is going', async () => {
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
    expect(await problem(create())).toEqual({ system: 'kundebro', code: 'busy' });
    held.release();
    expect(await company.office.rest(id)).toMatchObject({ kind: 'sync', state: 'done', total: 1 });
    expect(named()).toEqual([]);
  });

  it('takes the customer out of the unfinished flow', async () => {
    await company.office.begin();
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    await create();
    expect(await company.office.database.choices.count()).toBe(0);
    const { operations } = await company.office.run();
    expect(operations.map(({ kind, contactGuid }) => [kind, contactGuid])).toEqual([
      ['skip', contactGuid(1)],
    ]);
    expect(named()).toHaveLength(1);
  });

  it('of a customer that is gone or archived is refused', async () => {
    const gone = { system: 'effihub', code: 'gone' };
    showCustomer(9);
    expect(await problem(create('9'))).toMatchObject(gone);
    showCustomer(1);
    changeCustomer(company.sandbox.world, effihub()[0]!, { archivedAt: '2026-11-01T00:00:00Z' });
    expect(await problem(create())).toMatchObject(gone);
    expect(writes()).toEqual([]);
  });

  it('is done though somebody presses pause meanwhile, and is said not to be when it was stopped before', async () => {
    const identity = { system: 'effihub', path: /account$/, kind: 'hold' } as const;
    for (const [steer, done] of [
      ['stopRun', false],
      ['pauseRun', true],
    ] as const) {
      const held = company.sandbox.faults.add(identity);
      const click = create('1', true).catch(problemOf);
      await held.arrived;
      const { activeRun } = await company.office.ask.overview({ connectionId });
      await company.office.ask[steer]({ runId: activeRun?.id ?? '' });
      held.release();
      expect(await click).toEqual(done ? { done: true } : expect.objectContaining({ code: 'busy' }));
      expect(named()).toHaveLength(done ? 1 : 0);
    }
  });

  it('does nothing when the page shows somebody else before the lists are read', async () => {
    const held = company.sandbox.faults.add({
      system: 'effihub',
      path: /customers\?/,
      kind: 'hold',
      when: 'done-first',
    });
    const click = create('1', true);
    await held.arrived;
    showCustomer(2);
    held.release();
    expect(await problem(click)).toEqual({ system: 'kundebro', code: 'another-page' });
    expect(writes()).toEqual([]);
    expect(await runs()).toEqual([]);
  });
});

describe('creating a customer of whom something is missing', () => {
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

  it('works with what was said', async () => {
    await open({ customers: [{ id: 1, name: '', countryCode: null }] });
    showCustomer(1);
    const said = { name: 'Måne Design AB', countryCode: 'SE', isPerson: false };
    expect(await panel().createOne({ connectionId, customerId: '1', create: said, anyway: false })).toEqual({
      done: true,
    });
    expect(dinero()).toMatchObject([{ Name: 'Måne Design AB', CountryKey: 'SE', IsPerson: false }]);
  });
});

describe('creating a customer that somebody in Dinero resembles', () => {
  const similarTo = async (answer: Promise<OneClick>) => {
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
    const [only, ...others] = await similarTo(create());
    expect(only).toMatchObject({ id: contactGuid(2), ...expected });
    expect(others).toEqual([]);
    expect(writes()).toEqual([]);
    expect(await create('1', true)).toEqual({ done: true });
    expect(dinero()).toHaveLength(3);
  });

  it('tells of one on the ignore list and of one that is linked already', async () => {
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
    const similar = await similarTo(create());
    expect(similar.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([
      { id: contactGuid(1), ignored: true },
      { id: contactGuid(2), linkedTo: 'Nordlys' },
    ]);
  });

  it('looks at the name that was said, and at lists that were read just now', async () => {
    await open({ customers: [{ id: 1, name: 'Ukendt' }], contacts: [{ Name: 'Fjordens Rengøring I/S' }] });
    showCustomer(1);
    await panel().customerCard({ connectionId, customerId: '1', fresh: true });
    changeContact(company.sandbox.world, dinero()[0]!, { Name: name });
    const answer = panel().createOne({ connectionId, customerId: '1', create: { name }, anyway: false });
    expect(await similarTo(answer)).toMatchObject([{ id: contactGuid(1), name }]);
  });

  it('does not care about a deleted one', async () => {
    await open({
      customers: [{ id: 1, name }],
      contacts: [{ Name: name, DeletedAt: '2026-11-01T00:00:00Z' }],
    });
    showCustomer(1);
    expect(await create()).toEqual({ done: true });
  });
});

describe('two customers created at once in one installation', () => {
  it('are never said to be done unless they are', async () => {
    await open({
      customers: [
        { id: 1, name },
        { id: 2, name: 'Måne Design ApS' },
      ],
    });
    showCustomer(1);
    company.office.pages.set(8, { url: 'https://nordisktekst.effihub.com/customers/2', state: 'changed' });
    const input = { connectionId, create: {}, anyway: false };
    const clicks = await Promise.allSettled([
      panel().createOne({ ...input, customerId: '1' }),
      company.office.panelIn(8).createOne({ ...input, customerId: '2' }),
    ]);
    for (const [at, click] of clicks.entries()) {
      const linked = Boolean(effihub()[at]?.dineroContactGuid);
      expect(click.status === 'fulfilled').toBe(linked);
      if (click.status === 'rejected') expect(click.reason).toMatchObject({ problem: { code: 'busy' } });
    }
    expect(dinero().length).toBeGreaterThan(0);
  });
});

describe('a worker that is stopped in the middle of a one-click create', () => {
  it.each([
    ['before the contact is made', 'dinero', 'POST', /contacts$/, 'done-last'],
    ['after the contact was made', 'dinero', 'POST', /contacts$/, 'done-first'],
    ['while it is linked', 'effihub', 'PUT', /dinero-link$/, 'done-last'],
  ] as const)(
    '%s is followed by one that ends with one linked contact',
    async (_, system, method, path, when) => {
      await open({ customers: [{ id: 1, name }] });
      showCustomer(1);
      const held = company.sandbox.faults.add({ system, method, path, kind: 'hold', when });
      const click = create().catch(() => 'the worker is gone');
      await held.arrived;
      company.office.database.close();

      const next = openOffice(company.sandbox, company.office.database.name);
      // The old worker's lock goes with it in a browser; here its request has to end first.
      held.release();
      expect(await click).toBe('the worker is gone');
      await next.wake();
      const [run] = await runs(next);
      expect(await next.rest(run?.id ?? '')).toMatchObject({
        kind: 'create',
        state: 'done',
        finished: 1,
        failed: 0,
      });
      expect(named()).toHaveLength(1);
      expect(effihub()[0]?.dineroContactGuid).toBe(named()[0]?.ContactGuid);
      showCustomer(1, '', next);
      const before = writes();
      expect(await create('1', true, next)).toEqual({ done: true });
      expect(writes()).toEqual(before);
    },
  );

  it('before anything was sent is followed by one that heeds what others have done meanwhile', async () => {
    await open({ customers: [{ id: 1, name }], contacts: [{ Name: 'Nordlys' }] });
    showCustomer(1);
    const held = company.sandbox.faults.add({ system: 'dinero', path: /organizations/, kind: 'hold' });
    const click = create('1', true).catch(() => 'the worker is gone');
    await held.arrived;
    company.office.database.close();
    held.release();
    expect(await click).toBe('the worker is gone');

    const other = await anotherInstallation();
    await panel(other).matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    const next = openOffice(company.sandbox, company.office.database.name);
    await next.wake();
    expect(await operations(next)).toMatchObject([
      { kind: 'create', state: 'failed', problem: { code: 'taken', linkedTo: 'Nordlys' } },
    ]);
    expect(named()).toEqual([]);
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
  });
});

describe('matching with one click', () => {
  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name },
        { id: 2, name: 'Måne Design ApS', dineroContactGuid: contactGuid(2) },
      ],
      contacts: [{ Name: 'Nordlys' }, { Name: 'Måne Design' }, { Name: 'Solsikken' }],
    });
    await company.office.begin();
    showCustomer(1);
  });
  const match = (guid: string) => panel().matchOne({ connectionId, customerId: '1', contactGuid: guid });

  it('links the two, and is in the history as that', async () => {
    await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'create' }]] });
    expect(await match(contactGuid(1))).toMatchObject({
      kind: 'match',
      state: 'done',
      finished: 1,
      failed: 0,
    });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect(await operations()).toMatchObject([{ kind: 'link', name, otherName: 'Nordlys' }]);
    expect(await company.office.database.choices.count()).toBe(0);
    expect(company.office.updates).toContainEqual(expect.objectContaining({ type: 'links', connectionId }));
  });

  it('leaves a link alone that another installation has made meanwhile', async () => {
    const other = await anotherInstallation();
    await panel(other).matchOne({ connectionId, customerId: '1', contactGuid: contactGuid(1) });
    expect(await problem(match(contactGuid(3)))).toMatchObject({ code: 'taken', linkedTo: 'Nordlys' });
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect(await match(contactGuid(1))).toMatchObject({ state: 'done', failed: 0 });
  });

  it('with a contact that another customer has says whose it is', async () => {
    expect(await problem(match(contactGuid(2)))).toMatchObject({
      code: 'taken',
      linkedTo: 'Måne Design ApS',
    });
    expect(effihub().map(({ dineroContactGuid }) => dineroContactGuid)).toEqual([null, contactGuid(2)]);
    // The next click is not kept waiting.
    expect(await match(contactGuid(3))).toMatchObject({ state: 'done', failed: 0 });
  });
});

describe('importing a contact with one click', () => {
  const hub = { showTimesheets: false, showProjects: true, showPunchCards: false, showInvoices: true };

  async function openContact(parts: Parameters<typeof open>[0] = {}) {
    await open({
      contacts: [{ Name: name, Email: 'post@nordlys.dk' }],
      account: { defaults: { hub, language: 'en' } },
      ...parts,
    });
    await company.office.begin();
    showContact(contactGuid(1));
    expect(await contactCard(contactGuid(1))).toMatchObject({ state: 'known' });
  }

  it('makes the customer with the account’s standard choices, linked from the start', async () => {
    await openContact();
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toMatchObject([
      { name, invoiceEmail: 'post@nordlys.dk', language: 'en', hub, dineroContactGuid: contactGuid(1) },
    ]);
    expect(await runs()).toMatchObject([{ kind: 'import', state: 'done', total: 1, finished: 1, failed: 0 }]);
    expect(await contactCard(contactGuid(1))).toMatchObject({ link: { name }, ignored: false, similar: [] });
  });

  it('happens once, however often it is clicked and wherever', async () => {
    await openContact();
    const other = await anotherInstallation();
    await other.begin();
    await panel(other).contactCard({ connectionId, number: '1037000007', fresh: false });
    const clicks = [importOne(), importOne(contactGuid(1), false, other)];
    expect(await Promise.all(clicks)).toEqual([{ done: true }, { done: true }]);
    const before = writes();
    expect(await importOne(contactGuid(1), true)).toEqual({ done: true });
    expect(writes()).toEqual(before);
    expect(effihub()).toHaveLength(1);
  });

  it('whose answer is lost happens once', async () => {
    await openContact();
    company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'lost-answer',
    });
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toHaveLength(1);
  });

  it('that Effihub never answers goes through later without a second customer', async () => {
    await openContact();
    const silent = company.sandbox.faults.add({
      system: 'effihub',
      method: 'POST',
      path: /customers$/,
      kind: 'lost-answer',
      times: 99,
    });
    expect(await problem(importOne())).toMatchObject({ system: 'effihub', code: 'unreachable' });
    silent.remove();
    expect(await importOne()).toEqual({ done: true });
    expect(effihub()).toMatchObject([{ name, dineroContactGuid: contactGuid(1) }]);
  });

  it.each([
    ['has the same CVR number and quite another name', { name: 'Kaffebaren Nord', vatNumber: '25313763' }],
    ['has the same name', { name }],
  ])('asks first when a customer %s', async (_, customer) => {
    await openContact({
      customers: [{ id: 1, ...customer }],
      contacts: [{ Name: name, VatNumber: '25313763' }],
    });
    expect(await importOne()).toMatchObject({ done: false, similar: [{ id: '1', name: customer.name }] });
    expect(writes()).toEqual([]);
    expect(await importOne(contactGuid(1), true)).toEqual({ done: true });
    expect(effihub()).toHaveLength(2);
  });

  it('does not ask for an archived customer', async () => {
    await openContact({ customers: [{ id: 1, name, archivedAt: '2026-11-01T00:00:00Z' }] });
    expect(await importOne()).toEqual({ done: true });
  });

  it('takes the contact out of the unfinished flow', async () => {
    await openContact();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    await importOne();
    expect(await company.office.database.choices.count()).toBe(0);
  });

  it('is refused for one that has been deleted', async () => {
    await openContact();
    changeContact(company.sandbox.world, dinero()[0]!, { DeletedAt: new Date().toISOString() });
    expect(await problem(importOne())).toMatchObject({ system: 'dinero', code: 'gone' });
    expect(writes()).toEqual([]);
  });

  it('does nothing when the page shows another contact by now', async () => {
    await openContact({ contacts: [{ Name: name }, { Name: 'Solsikken' }] });
    showContact(contactGuid(2));
    await contactCard(contactGuid(2));
    expect(await problem(importOne())).toMatchObject({ code: 'another-page' });
    expect(writes()).toEqual([]);
  });

  it('of a contact without a name asks for it', async () => {
    await open({ contacts: [{ Name: '' }] });
    await company.office.begin();
    showContact(contactGuid(1));
    await panel().nameContact({ connectionId, number: '1037000007', contactGuid: contactGuid(1) });
    expect(await importOne()).toEqual({ done: false, missing: ['name'] });
    expect(writes()).toEqual([]);
  });
});

describe('ignoring a contact with one click', () => {
  it('puts it on the list, out of the flow, and takes back what was undecided', async () => {
    await open({ contacts: [{ Name: name }, { Name: 'Solsikken' }] });
    await company.office.begin();
    await company.office.ask.chooseContacts({
      connectionId,
      choices: [[contactGuid(1), { action: 'import' }]],
    });
    expect(company.office.waiting()).toBe(2);
    showContact(contactGuid(1));
    await contactCard(contactGuid(1));
    const ignored = await panel().ignoreOne({ connectionId, contactGuid: contactGuid(1) });
    expect(ignored).toMatchObject({ kind: 'ignore', state: 'done', finished: 1 });
    expect(await company.office.ask.ignored({ connectionId })).toMatchObject([
      { contactGuid: contactGuid(1), name },
    ]);
    expect(await company.office.database.choices.count()).toBe(0);
    expect(company.office.waiting()).toBe(1);
    expect(await contactCard(contactGuid(1))).toMatchObject({ state: 'known', ignored: true });
    expect(writes()).toEqual([]);

    await panel().unignore({ connectionId, contactGuid: contactGuid(1) });
    expect(await contactCard(contactGuid(1))).toMatchObject({ ignored: false });
    expect(company.office.waiting()).toBe(2);
  });

  it('is refused for one that is not there', async () => {
    await open({ contacts: [{ Name: name }] });
    await company.office.begin();
    const unknown = company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(9) });
    expect(await problem(unknown)).toMatchObject({ system: 'dinero', code: 'gone' });
  });
});
