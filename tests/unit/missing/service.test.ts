import { expect, it } from 'vitest';
import {
  company,
  connectionId,
  dinero,
  effihub,
  open,
  problem,
  sandboxAround,
} from '../../helpers/company.ts';
import { pair, worldOf } from '../../helpers/linked.ts';
import { openOffice } from '../../helpers/office.ts';
import { changeContact, changeCustomer, contactGuid, deleteCustomer } from '../../sandbox/index.ts';

sandboxAround();

const names = ['Bagergården ApS', 'Måne Design ApS', 'Stjerne Byg A/S', 'Fjordens Fisk I/S'];

/** Three linked customers: one deleted in Dinero, one deleted in Effihub, one archived there. */
async function openGone(): Promise<void> {
  await open(worldOf(names.map((name, at) => pair(at + 1, name))));
  await company.office.begin();
  const { world } = company.sandbox;
  changeContact(world, dinero()[0]!, { DeletedAt: '2026-11-20T09:00:00.000Z' });
  deleteCustomer(world, world.account, effihub()[1]!);
  changeCustomer(world, world.account.customers.get(3)!, { archivedAt: '2026-11-21T09:00:00Z' });
  await company.office.begin();
}

const shown = async () =>
  (await company.office.ask.missing({ connectionId })).map(({ kind, name }) => `${kind} ${name}`);
const counts = async () => (await company.office.database.connections.get(connectionId))?.counts;

it('shows customers deleted or archived on one side, with the name on the other', async () => {
  await openGone();
  expect(await shown()).toEqual([
    'contactDeleted Bagergården ApS',
    'customerDeleted Måne Design ApS',
    'customerArchived Stjerne Byg A/S',
  ]);
  // The contact left behind and the customer with a broken link wait already.
  expect(await counts()).toMatchObject({ goneListed: 3, gone: 1, undecided: 2, broken: 1 });
});

it('a dismissed one stays hidden until it is restored', async () => {
  await openGone();
  const archived = {
    connectionId,
    kind: 'customerArchived',
    customerId: '3',
    contactGuid: contactGuid(3),
  } as const;
  await company.office.ask.dismissMissing({ ...archived, dismissed: true });
  await company.office.begin();
  expect(await shown()).toHaveLength(2);
  expect(await counts()).toMatchObject({ goneListed: 2, gone: 0 });
  await company.office.ask.dismissMissing({ ...archived, dismissed: false });
  expect(await shown()).toHaveLength(3);
});

it('a dismissed one that returned is reported when missing again', async () => {
  await open(worldOf(names.slice(0, 2).map((name, at) => pair(at + 1, name))));
  await company.office.begin();
  const { world } = company.sandbox;
  const go = async (day: string | null) => {
    changeContact(world, dinero()[0]!, { DeletedAt: day });
    changeCustomer(world, world.account.customers.get(2)!, { archivedAt: day });
    await company.office.ask.checkNow({ connectionId });
  };
  await go('2026-11-20T09:00:00.000Z');
  for (const { kind, customerId, contactGuid } of await company.office.ask.missing({ connectionId }))
    await company.office.ask.dismissMissing({ connectionId, kind, customerId, contactGuid, dismissed: true });
  expect(await shown()).toEqual([]);
  await go(null);
  expect(await shown()).toEqual([]);
  await go('2026-11-22T09:00:00.000Z');
  expect(await shown()).toEqual(['contactDeleted Bagergården ApS', 'customerArchived Måne Design ApS']);
  expect(await counts()).toMatchObject({ goneListed: 2 });
});

it('a dismissal survives a reset of all links and its undo', async () => {
  await openGone();
  for (const { kind, customerId, contactGuid } of await company.office.ask.missing({ connectionId }))
    await company.office.ask.dismissMissing({ connectionId, kind, customerId, contactGuid, dismissed: true });
  const { id: runId } = await company.office.ask.resetLinks({ connectionId });
  await company.office.rest(runId);
  const { id } = await company.office.ask.undoReset({ connectionId, runId });
  await company.office.rest(id);
  await company.office.ask.checkNow({ connectionId });
  expect(await shown()).toEqual([]);
});

it('a dismissal restored from a backup before the lists are read is kept', async () => {
  await openGone();
  const archived = { kind: 'customerArchived', customerId: '3', contactGuid: contactGuid(3) } as const;
  await company.office.ask.dismissMissing({ connectionId, ...archived, dismissed: true });
  const preferences = { language: 'da', theme: 'auto', check: 'off' } as const;
  const { text } = await company.office.ask.makeBackup({ preferences });
  company.office = openOffice(company.sandbox);
  await company.office.ask.restore({ text, mode: 'merge' });
  await company.office.connect();
  await company.office.begin();
  expect(await shown()).toEqual(['contactDeleted Bagergården ApS']);
});

it('a dismissal is kept while finding out takes several readings', async () => {
  const toNobody = (at: number) => ({ id: at + 1, dineroContactGuid: contactGuid(5_000 + at) });
  // More than one reading looks up.
  await open({ customers: Array.from({ length: 30 }, (_, at) => toNobody(at)) });
  await company.office.begin();
  for (let at = 0; at < 30; at += 1) {
    const gone = { customerId: `${at + 1}`, contactGuid: contactGuid(5_000 + at) };
    await company.office.ask.dismissMissing({
      connectionId,
      kind: 'contactDeleted',
      ...gone,
      dismissed: true,
    });
  }
  await company.office.begin();
  expect(await shown()).toEqual([]);
});

it('an orphaned contact is settled when ignored, imported again or deleted', async () => {
  for (const end of [
    () => company.office.ask.ignoreOne({ connectionId, contactGuid: contactGuid(2) }),
    () => company.office.ask.importOne({ connectionId, contactGuid: contactGuid(2), anyway: true }),
    async () => {
      changeContact(company.sandbox.world, dinero()[1]!, { DeletedAt: '2026-11-22T09:00:00.000Z' });
      await company.office.begin();
    },
  ]) {
    await openGone();
    await end();
    expect(await shown()).not.toContain('customerDeleted Måne Design ApS');
  }
});

it('shows a customer that is absent from Effihub’s full list, though not reported deleted', async () => {
  await open(worldOf(names.map((name, at) => pair(at + 1, name))));
  await company.office.begin();
  const { world } = company.sandbox;
  deleteCustomer(world, world.account, effihub()[1]!);
  await company.office.database.marks.update(connectionId, { customers: undefined });
  await company.office.begin();
  expect(await shown()).toEqual(['customerDeleted Måne Design ApS']);
});

it('does not report unlinked customers, nor those unlinked by the user first', async () => {
  await open(worldOf([pair(1, 'Bagergården ApS', { dineroContactGuid: null }), pair(2, 'Måne Design ApS')]));
  await company.office.begin();
  await company.office.ask.unlink({ connectionId, customerId: '2' });
  const { world } = company.sandbox;
  for (const customer of effihub()) deleteCustomer(world, world.account, customer);
  await company.office.begin();
  expect(await shown()).toEqual([]);
});

it('does not remove a link that a colleague has mended meanwhile', async () => {
  await openGone();
  const { world } = company.sandbox;
  const [seen] = await company.office.ask.missing({ connectionId });
  const { customerId, contactGuid: gone } = seen!;
  changeCustomer(world, world.account.customers.get(1)!, { dineroContactGuid: contactGuid(2) });
  const asked = company.office.ask.unlink({ connectionId, customerId, contactGuid: gone });
  expect(await problem(asked)).toMatchObject({ code: 'taken', linkedTo: 'Måne Design ApS' });
  expect(effihub()[0]?.dineroContactGuid).toBe(contactGuid(2));
  expect(await shown()).toEqual(['customerArchived Stjerne Byg A/S']);
});
