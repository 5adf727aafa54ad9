import { beforeEach, describe, expect, it } from 'vitest';
import type { DuplicateSet, Side } from '../../../lib/features/duplicates/index.ts';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { type Office, openOffice } from '../../helpers/office.ts';
import { numberOf, panel, showContact, writes } from '../../helpers/panel.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  credentials,
  type EffihubCustomer,
} from '../../sandbox/index.ts';

sandboxAround();

const BAKERS = ['Bagergården ApS', 'BAGERGAARDEN'];
const duplicates = (fresh = false, office: Office = company.office) =>
  office.ask.duplicates({ connectionId, fresh });
const namesOf = (sets: readonly DuplicateSet[]) => sets.map(({ members }) => members.map(({ name }) => name));
const links = () => effihub().map(({ dineroContactGuid }) => dineroContactGuid);
const linksHere = async (office: Office = company.office) =>
  (await office.database.links.toArray()).map(({ customerId, contactGuid }) => [customerId, contactGuid]);
/** Changes a customer in Effihub, as another user would. */
const change = (id: number, changes: Partial<EffihubCustomer>) => {
  const customer = effihub().find((each) => each.id === id);
  if (!customer) throw new Error(`No customer ${id}`);
  changeCustomer(company.sandbox.world, customer, changes);
};
const counted = async () => (await company.office.ask.overview({ connectionId })).counts?.duplicates;

/** A duplicated contact and a duplicated customer; the first of each is linked. */
const twice = () =>
  open({
    customers: [
      { id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
      { id: 2, name: 'Nordlys Tømrer A/S', vatNumber: '25313763', dineroContactGuid: contactGuid(3) },
      { id: 3, name: 'Nordlys Tømrerfirma', vatNumber: '25313763', city: 'Odense', customerNumber: '10044' },
      { id: 4, name: 'Grøn Have I/S' },
    ],
    contacts: [
      { Name: 'Bagergården ApS', City: 'Ribe', Email: 'post@bager.example' },
      { Name: 'BAGERGAARDEN', IsDebitor: false, IsCreditor: true },
      { Name: 'Nordlys Tømrer A/S', VatNumber: '25313763' },
      { Name: 'Klar Vask I/S' },
    ],
  });

describe('duplicates', () => {
  beforeEach(twice);

  it('are found in lists that a synchronisation has read', async () => {
    expect((await duplicates()).customers).toHaveLength(1);
    change(4, { vatNumber: '25313763', name: 'Nordlys Tømrer' });
    await company.office.begin();
    expect((await duplicates(true)).customers[0]?.members).toHaveLength(3);
  });

  it('are listed for both systems, with details and links', async () => {
    expect(await duplicates()).toEqual({
      contacts: [
        {
          reasons: ['name-equal'],
          members: [
            {
              ...{ id: contactGuid(1), name: 'Bagergården ApS', city: 'Ribe', email: 'post@bager.example' },
              linkedTo: { id: '1', name: 'Bagergården ApS' },
            },
            { id: contactGuid(2), name: 'BAGERGAARDEN', supplier: true },
          ].toSorted((a, b) => a.name.localeCompare(b.name, 'da')),
        },
      ],
      customers: [
        {
          reasons: ['vat'],
          members: [
            {
              ...{ id: '2', name: 'Nordlys Tømrer A/S', vatNumber: '25313763' },
              linkedTo: { id: contactGuid(3), name: 'Nordlys Tømrer A/S' },
            },
            {
              ...{ id: '3', name: 'Nordlys Tømrerfirma', vatNumber: '25313763', city: 'Odense' },
              customerNumber: '10044',
            },
          ],
        },
      ],
    });
  });

  it('are counted for the overview, and the count survives a reading', async () => {
    await company.office.begin();
    expect(await counted()).toBeUndefined();
    await duplicates();
    expect(await counted()).toBe(2);
    await company.office.begin();
    expect(await counted()).toBe(2);
  });

  it('exclude those deleted or archived meanwhile', async () => {
    await duplicates();
    changeContact(company.sandbox.world, dinero()[1]!, { DeletedAt: new Date().toISOString() });
    change(3, { archivedAt: new Date().toISOString() });
    expect(await duplicates(true)).toEqual({ contacts: [], customers: [] });
    expect(await counted()).toBe(0);
  });

  it('are kept: asking without `fresh` reads nothing', async () => {
    await duplicates();
    const requests = company.sandbox.requests.length;
    expect(namesOf((await duplicates()).customers)).toHaveLength(1);
    expect(company.sandbox.requests).toHaveLength(requests);
  });

  it('carry the number of the contact’s page, once known, and the ignore mark', async () => {
    await company.office.begin();
    showContact(contactGuid(2));
    await panel().contactCard({ connectionId, number: numberOf(contactGuid(2)), fresh: false });
    await panel().ignoreOne({ connectionId, contactGuid: contactGuid(2) });
    const [set] = (await duplicates()).contacts;
    expect(set?.members.find(({ id }) => id === contactGuid(2))).toMatchObject({
      number: numberOf(contactGuid(2)),
      ignored: true,
    });
  });
});

describe('a dismissed set', () => {
  beforeEach(twice);
  const set = (of: Side, ...ids: string[]) => ({ connectionId, of, ids });

  it('stays dismissed across restarts until it is restored', async () => {
    await duplicates();
    const bakers = set('contacts', contactGuid(2), contactGuid(1));
    await company.office.ask.dismissDuplicate(bakers);
    await company.office.ask.dismissDuplicate(set('customers', '2', '3'));
    expect(await counted()).toBe(0);
    const later = openOffice(company.sandbox, company.office.database.name);
    expect(await duplicates(true, later)).toEqual({ contacts: [], customers: [] });
    await later.ask.undismissDuplicate(bakers);
    expect(namesOf((await duplicates(false, later)).contacts)).toEqual([
      BAKERS.toSorted((a, b) => a.localeCompare(b, 'da')),
    ]);
    expect(await counted()).toBe(1);
  });

  it('returns when another duplicate joins', async () => {
    await company.office.ask.dismissDuplicate(set('customers', '2', '3'));
    expect((await duplicates()).customers).toEqual([]);
    change(4, { name: 'Nordlys Tømrer', vatNumber: '25313763' });
    expect((await duplicates(true)).customers[0]?.members.map(({ id }) => id).toSorted()).toEqual([
      '2',
      '3',
      '4',
    ]);
  });

  it('is dismissed for its own company only', async () => {
    await company.office.connect(credentials.fjord);
    await company.office.ask.dismissDuplicate({
      ...set('contacts', contactGuid(1), contactGuid(2)),
      connectionId: '551307:58',
    });
    expect((await duplicates()).contacts).toHaveLength(1);
  });
});

describe('moving a link', () => {
  const contacts = { connectionId, of: 'contacts', linked: '1' } as const;
  const customers = { connectionId, of: 'customers', linked: contactGuid(3) } as const;
  const toTwin = { ...contacts, from: contactGuid(1), to: contactGuid(2) };
  const toSecond = { ...customers, from: '2', to: '3' };
  const move = (input: Parameters<Office['ask']['moveLink']>[0], office: Office = company.office) =>
    office.ask.moveLink(input);
  const untouched = [contactGuid(1), contactGuid(3), null, null];

  beforeEach(async () => {
    await twice();
    await company.office.begin();
  });

  it('to another contact takes one request, and can be undone', async () => {
    const before = writes().length;
    expect(await move(toTwin)).toMatchObject({ kind: 'move', state: 'done', failed: 0 });
    expect(links()[0]).toBe(contactGuid(2));
    expect(writes().slice(before)).toEqual(['PUT /v1/customers/1/dinero-link']);
    expect(await linksHere()).toContainEqual(['1', contactGuid(2)]);
    await move({ ...contacts, from: contactGuid(2), to: contactGuid(1) });
    expect(links()).toEqual(untouched);
  });

  it('to another customer can be undone, and an unfinished flow does not move it again', async () => {
    await move(toSecond);
    expect(links()).toEqual([contactGuid(1), null, contactGuid(3), null]);
    await company.office.begin();
    await company.office.run();
    expect(links()).toEqual([contactGuid(1), null, contactGuid(3), null]);
    await move({ ...customers, from: '3', to: '2' });
    expect(links()).toEqual(untouched);
  });

  it('that is already there succeeds', async () => {
    await move(toTwin);
    await move(toSecond);
    const before = writes().length;
    expect(await move(toTwin)).toMatchObject({ state: 'done', failed: 0 });
    expect(await move(toSecond)).toMatchObject({ state: 'done', failed: 0 });
    expect(writes()).toHaveLength(before);
  });

  it('fails when somebody else has moved it, and names the other customer', async () => {
    change(1, { dineroContactGuid: contactGuid(4) });
    change(3, { dineroContactGuid: contactGuid(2) });
    const before = writes().length;
    expect(await problem(move(toTwin))).toMatchObject({ code: 'taken', linkedTo: 'Klar Vask I/S' });
    expect(await problem(move(toSecond))).toMatchObject({ code: 'taken', linkedTo: 'BAGERGAARDEN' });
    expect(writes()).toHaveLength(before);
  });

  it('to a contact linked meanwhile is refused by Effihub', async () => {
    const held = company.sandbox.faults.add({
      ...{ system: 'effihub', method: 'PUT', path: /1\/dinero-link$/, kind: 'hold', when: 'done-last' },
    });
    const moving = problem(move(toTwin));
    await held.arrived;
    change(4, { dineroContactGuid: contactGuid(2) });
    held.release();
    expect(await moving).toMatchObject({ code: 'taken', linkedTo: 'Grøn Have I/S', unanswered: false });
    expect(links()[0]).toBe(contactGuid(1));
  });

  it('restores the former link when the new one is refused', async () => {
    const refusal = { status: 422, body: { message: 'Kunden er låst.', errors: {} } };
    company.sandbox.faults.add({
      ...{ system: 'effihub', method: 'PUT', path: /3\/dinero-link$/, kind: 'status', ...refusal },
    });
    expect(await problem(move(toSecond))).toMatchObject({ code: 'refused', unanswered: false });
    expect(links()).toEqual(untouched);
    expect(await linksHere()).toContainEqual(['2', contactGuid(3)]);
  });

  it('that cannot be restored either is not reported as restored', async () => {
    const refusal = { kind: 'status', status: 422, body: { message: 'Kontoen er låst.' } } as const;
    company.sandbox.faults.add({ system: 'effihub', method: 'PUT', times: 2, ...refusal });
    expect(await problem(move(toSecond))).toMatchObject({ code: 'refused', unanswered: true });
    expect(links()[1]).toBeNull();
  });

  it.each([
    ['before it is taken away', 'DELETE', /2\/dinero-link$/, 'done-last'],
    ['after it was taken away', 'DELETE', /2\/dinero-link$/, 'done-first'],
    ['between the two', 'PUT', /3\/dinero-link$/, 'done-last'],
    ['after it was put on again', 'PUT', /3\/dinero-link$/, 'done-first'],
  ] as const)('survives a worker stopped %s', async (_, method, path, when) => {
    const held = company.sandbox.faults.add({ system: 'effihub', method, path, kind: 'hold', when });
    const moving = move(toSecond).catch(() => 'the worker is gone');
    await held.arrived;
    company.office.database.close();
    const next = openOffice(company.sandbox, company.office.database.name);
    held.release();
    expect(await moving).toBe('the worker is gone');
    await next.wake();
    const run = (await next.database.runs.toArray()).find(({ kind }) => kind === 'move');
    expect(await next.rest(run?.id ?? '')).toMatchObject({ state: 'done', finished: 2, failed: 0 });
    expect(links()).toEqual([contactGuid(1), null, contactGuid(3), null]);
    expect(await linksHere(next)).toContainEqual(['3', contactGuid(3)]);
    expect(dinero()).toHaveLength(4);
  });

  it('does nothing for a paused company', async () => {
    await company.office.ask.pauseCompany({ connectionId, paused: true });
    const before = company.sandbox.requests.length;
    expect(await problem(move(toTwin))).toMatchObject({ code: 'paused' });
    expect(company.sandbox.requests).toHaveLength(before);
    expect(namesOf((await duplicates()).customers)).toHaveLength(1);
  });
});

describe('duplicates in an account without an API', () => {
  const sheet = '637871:sheet.nordisktekst';
  const customers = [
    { id: 'nr:1', customerNumber: '1', name: 'Bagergården ApS', vatNumber: '25313763' },
    { id: 'nr:2', customerNumber: '2', name: 'Bagergården', vatNumber: '25313763' },
  ];

  it('are found in its rows, and a link can be moved between them', async () => {
    await open({ contacts: [{ Name: 'Bagergården ApS', VatNumber: '25313763' }] });
    company.office = openOffice(company.sandbox);
    const { clientId, clientSecret, apiKey } = credentials.nordisk;
    await company.office.ask.saveConnection({
      dinero: { kind: 'personal', clientId, clientSecret, apiKey, organizationId: '637871' },
      effihub: { kind: 'sheet', account: 'nordisktekst' },
    });
    const { ask } = company.office;
    await ask.readSheet({ connectionId: sheet, table: { customers, columns: [], refusedIds: [] } });
    await ask.relink({ connectionId: sheet, customerId: 'nr:2', contactGuid: contactGuid(1) });
    const moved = { connectionId: sheet, of: 'customers', linked: contactGuid(1) } as const;
    await ask.moveLink({ ...moved, from: 'nr:2', to: 'nr:1' });
    const [set] = (await ask.duplicates({ connectionId: sheet, fresh: false })).customers;
    expect(set?.members.map(({ id, linkedTo }) => [id, linkedTo?.name]).toSorted()).toEqual([
      ['nr:1', 'Bagergården ApS'],
      ['nr:2', undefined],
    ]);
  });
});
