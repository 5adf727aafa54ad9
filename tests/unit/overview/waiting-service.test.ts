import { beforeEach, describe, expect, it } from 'vitest';
import { company, connectionId, dinero, effihub, open, sandboxAround } from '../../helpers/company.ts';
import { openOffice } from '../../helpers/office.ts';
import { panel, show } from '../../helpers/panel.ts';
import {
  changeContact,
  changeCustomer,
  contactGuid,
  credentials,
  deleteCustomer,
} from '../../sandbox/index.ts';

sandboxAround();

const waiting = () => company.office.waiting();
const counts = async () => (await company.office.ask.overview({ connectionId })).counts;
/** A whole sync, in which everything not chosen is skipped. */
async function sync() {
  await company.office.begin();
  await company.office.run();
  await company.office.ask.finishFlow({ connectionId });
  await company.office.begin();
}

describe('the number of customers waiting for a decision', () => {
  beforeEach(async () => {
    await open({
      customers: [
        { id: 1, name: 'Bagergården ApS', city: 'Odense' },
        { id: 2, name: 'Nordlys Tømrer A/S' },
        { id: 3, name: 'Måne Design ApS' },
      ],
      contacts: [
        { Name: 'Bagergården ApS', City: 'Odense' },
        { Name: 'Fjordens Rengøring I/S' },
        { Name: 'Grossisten', IsDebitor: false, IsCreditor: true },
      ],
    });
  });

  it('is 0 before the lists are read, then counts everybody except suppliers once', async () => {
    expect(waiting()).toBe(0);
    expect(await counts()).toBeUndefined();
    await company.office.begin();
    expect(waiting()).toBe(4);
    expect(await counts()).toMatchObject({
      customers: 3,
      contacts: 3,
      linked: 0,
      broken: 0,
      ignored: 0,
      undecided: 4,
    });
  });

  it('is 0 after a sync: linked or skipped, all are decided', async () => {
    await sync();
    expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(1));
    expect(waiting()).toBe(0);
  });

  it('counts who has changed since, on either side', async () => {
    await sync();
    changeCustomer(company.sandbox.world, effihub()[1]!, { city: 'Skive' });
    await company.office.begin();
    expect(waiting()).toBe(1);
    changeContact(company.sandbox.world, dinero()[1]!, { City: 'Skive' });
    await company.office.begin();
    expect(waiting()).toBe(2);
    changeContact(company.sandbox.world, dinero()[2]!, { City: 'Skive' });
    await company.office.begin();
    expect(waiting()).toBe(2);
    await sync();
    expect(waiting()).toBe(0);
  });

  it('counts who is new', async () => {
    await sync();
    const [last] = dinero().slice(-1);
    company.sandbox.world.organization.contacts.set(contactGuid(9), {
      ...last!,
      ContactGuid: contactGuid(9),
    });
    changeContact(company.sandbox.world, dinero().at(-1)!, { Name: 'Ny ApS', IsDebitor: true });
    await company.office.begin();
    expect(waiting()).toBe(1);
    changeContact(company.sandbox.world, dinero().at(-1)!, { DeletedAt: new Date().toISOString() });
    await company.office.begin();
    expect(waiting()).toBe(0);
  });

  it('leaves out who is gone, archived or ignored', async () => {
    await company.office.begin();
    const { world } = company.sandbox;
    deleteCustomer(world, world.account, effihub()[2]!);
    changeCustomer(world, effihub()[1]!, { archivedAt: '2026-11-01T00:00:00Z' });
    await company.office.begin();
    expect(waiting()).toBe(2);
    await company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(2) });
    expect(waiting()).toBe(1);
  });

  it('counts the customer whose contact was deleted after the sync', async () => {
    await sync();
    changeContact(company.sandbox.world, dinero()[0]!, { DeletedAt: new Date().toISOString() });
    await company.office.begin();
    expect(waiting()).toBe(1);
    expect(await counts()).toMatchObject({ linked: 0, broken: 1 });
  });

  it('counts a pair that was unlinked by hand once, since they are clearly the same', async () => {
    await sync();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    expect(waiting()).toBe(1);
  });

  it('survives a restart of the worker', async () => {
    await company.office.begin();
    company.office.database.close();
    const next = openOffice(company.sandbox, company.office.database.name);
    await next.wake();
    expect(next.waiting()).toBe(4);
  });

  it('keeps a sync’s decisions after a reset or one click', async () => {
    await sync();
    await company.office.ask.matchOne({ connectionId, customerId: '2', contactGuid: contactGuid(2) });
    expect(await counts()).toMatchObject({ undecided: 0, differing: 1 });
    // They do not have the same name.
    expect(waiting()).toBe(1);
  });
});

it('an unconfirmed likely match waits until the user decides', async () => {
  await open({
    customers: [{ id: 1, name: 'Solsikken Blomster ApS' }],
    contacts: [{ Name: 'Solsikken Blomster ApS' }, { Name: 'Solsikken Blomster ApS' }],
  });
  await sync();
  expect(effihub()[0]?.dineroContactGuid).toBeNull();
  expect(waiting()).toBe(1);
  await company.office.ask.chooseCustomers({ connectionId, choices: [['1', { action: 'skip' }]] });
  await sync();
  expect(waiting()).toBe(0);
});

describe('with two companies', () => {
  const fjord = '551307:58';

  beforeEach(async () => {
    await open({
      customers: [{ name: 'Bagergården ApS' }],
      otherCustomers: [{ name: 'Solsikken ApS' }, { name: 'Måne Design ApS' }],
    });
    await company.office.begin();
    expect(waiting()).toBe(1);
    await company.office.connect(credentials.fjord);
    expect(waiting()).toBe(1);
    await company.office.begin();
  });

  it('the number counts both, whichever was used last', async () => {
    expect(waiting()).toBe(3);
    await company.office.ask.startFlow({ connectionId, fresh: false });
    expect(waiting()).toBe(3);
    show({ url: 'https://fjordregnskab.effihub.com/' });
    await panel().place(undefined);
    expect(waiting()).toBe(3);
  });

  it('a paused or removed company does not count', async () => {
    await company.office.ask.pauseCompany({ connectionId: fjord, paused: true });
    expect(waiting()).toBe(1);
    await company.office.ask.pauseCompany({ connectionId: fjord, paused: false });
    expect(waiting()).toBe(3);
    await company.office.ask.removeCompany({ connectionId });
    expect(waiting()).toBe(2);
  });

  it('each overview also shows what waits in the others', async () => {
    const told = async () =>
      (await company.office.ask.overview({ connectionId })).companies?.map(({ id, waiting }) => [
        id,
        waiting,
      ]);
    expect(await told()).toEqual([
      [fjord, 2],
      [connectionId, 1],
    ]);
    await company.office.ask.pauseCompany({ connectionId: fjord, paused: true });
    expect(await told()).toEqual([
      [fjord, 0],
      [connectionId, 1],
    ]);
  });
});
