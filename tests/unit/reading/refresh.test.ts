import { describe, expect, it } from 'vitest';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { changeCustomer, contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const nowhere = (n: number) => contactGuid(5_000 + n);
/** Customers linked to contacts that Dinero never had. */
const strays = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    name: `Firma ${at + 1} ApS`,
    dineroContactGuid: nowhere(at + 1),
  }));
const lookUps = () =>
  company.sandbox.count({ system: 'dinero', method: 'GET', path: /contacts\/[0-9a-f-]{36}$/ });
const states = async () => {
  const links = await company.office.database.links.toArray();
  return Object.fromEntries(links.map(({ customerId, state }) => [customerId, state]));
};

/** Makes Dinero's lists leave out a contact, as happens when one slips between two pages. */
const hide = (guid: string) =>
  company.sandbox.faults.add({
    system: 'dinero',
    path: /contacts\?/,
    kind: 'garbled',
    times: 99,
    garble: (answer) => {
      const { Collection, ...rest } = answer as { Collection: { ContactGuid: string }[] };
      return { ...rest, Collection: Collection.filter(({ ContactGuid }) => ContactGuid !== guid) };
    },
  });

describe('a link to a contact that no list names', () => {
  it('is broken once Dinero says that the contact does not exist', async () => {
    await open({ customers: strays(2), contacts: [{ Name: 'Firma 1 ApS' }] });
    const { data } = await company.office.begin();
    expect(lookUps()).toBe(2);
    expect(data.links.map(({ state }) => state)).toEqual(['broken', 'broken']);
    expect(data.contacts.map(({ guid }) => guid)).toEqual([contactGuid(1)]);
    expect(data.matches[0]).toMatchObject({ id: '1', candidates: [{ id: contactGuid(1) }] });
  });

  it('is kept when the contact exists after all', async () => {
    await open({
      customers: [
        { id: 1, name: 'Bagergården ApS', dineroContactGuid: contactGuid(1) },
        ...strays(2).slice(1),
      ],
      contacts: [{ Name: 'Bagergården' }],
    });
    hide(contactGuid(1));
    await company.office.begin();
    expect(lookUps()).toBe(2);
    expect(await states()).toEqual({ 1: 'ok', 2: 'broken' });
    expect(await company.office.database.contacts.get([connectionId, contactGuid(1)])).toMatchObject({
      name: 'Bagergården',
    });
  });

  it('is broken when the contact is deleted, though no list says so', async () => {
    await open({
      customers: [{ id: 1, dineroContactGuid: contactGuid(1) }],
      contacts: [{ Name: 'Bagergården', DeletedAt: '2026-11-01T00:00:00Z' }],
    });
    hide(contactGuid(1));
    await company.office.begin();
    expect(await states()).toEqual({ 1: 'broken' });
  });

  it('is looked up once: a second refresh without changes costs no request', async () => {
    await open({ customers: strays(3) });
    await company.office.begin();
    await company.office.begin();
    expect(lookUps()).toBe(3);
    expect(Object.values(await states())).toEqual(['broken', 'broken', 'broken']);
  });

  it('is not looked up while the lists name everybody', async () => {
    await open({
      customers: [
        { id: 1, dineroContactGuid: contactGuid(1) },
        { id: 2, dineroContactGuid: contactGuid(2) },
        { id: 3 },
      ],
      contacts: [{}, { DeletedAt: '2026-11-01T00:00:00Z' }],
    });
    await company.office.begin();
    expect(lookUps()).toBe(0);
    expect(await states()).toEqual({ 1: 'ok', 2: 'broken' });
  });

  it('is looked up in batches of 25 for each refresh, and not broken until then', async () => {
    await open({ customers: strays(60) });
    const broken = async () => Object.values(await states()).filter((state) => state === 'broken').length;
    for (const [asked, found] of [
      [25, 25],
      [50, 50],
      [60, 60],
      [60, 60],
    ]) {
      await company.office.begin();
      expect([lookUps(), await broken()]).toEqual([asked, found]);
    }
  });

  it('stays as it is when Dinero does not answer, and is looked up again', async () => {
    await open({ customers: strays(1) });
    const silent = company.sandbox.faults.add({
      system: 'dinero',
      path: /contacts\/[0-9a-f-]{36}$/,
      kind: 'status',
      status: 503,
      times: 99,
    });
    expect(await problem(company.office.begin())).toMatchObject({ system: 'dinero', code: 'unreachable' });
    expect(await states()).toEqual({});
    silent.remove();
    await company.office.begin();
    expect(await states()).toEqual({ 1: 'broken' });
  });

  it('works again when the customer gets another contact', async () => {
    await open({ customers: strays(1), contacts: [{ Name: 'Bagergården' }] });
    await company.office.begin();
    changeCustomer(company.sandbox.world, effihub()[0]!, { dineroContactGuid: contactGuid(1) });
    await company.office.begin();
    expect(await states()).toEqual({ 1: 'ok' });
    expect(lookUps()).toBe(1);
  });

  it('does not count the missing contact', async () => {
    await open({ customers: strays(1) });
    await company.office.begin();
    const { counts } = await company.office.ask.overview(undefined);
    expect(counts).toMatchObject({ customers: 1, contacts: 0, linked: 0, broken: 1 });
    expect(dinero()).toEqual([]);
  });
});
