import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../../../lib/domain/problem.ts';
import {
  awaitedRows,
  markPasted,
  putSheet,
  sheetRowsOf,
} from '../../../../lib/features/sheets/repository.ts';
import { type Database, openDatabase } from '../../../../lib/storage/database.ts';
import type { EffihubApi } from '../../../../lib/systems/effihub/api.ts';
import type { CustomerBody } from '../../../../lib/systems/effihub/body.ts';
import { createSheetApi } from '../../../../lib/systems/spreadsheets/api.ts';

const HERE = '637871:sheet.nordisktekst';
const NOW = Date.parse('2026-11-25T09:00:00Z');

let db: Database;
let api: EffihubApi;

const apiOf = (connectionId: string) =>
  createSheetApi({
    account: 'nordisktekst',
    rows: sheetRowsOf(db, connectionId, () => NOW),
    now: () => NOW,
  });

beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = await openDatabase();
  api = apiOf(HERE);
  const row = (id: string, name: string) => ({
    connectionId: HERE,
    id,
    customer: { name },
    updatedAt: '2026-11-01T00:00:00.000Z',
    seenAt: 1,
  });
  await putSheet(db, { connectionId: HERE, columns: [], readAt: 1 }, [
    row('nr:1', 'Bagergården ApS'),
    row('nr:2', 'Havnens Fisk I/S'),
    { ...row('navn:før|', 'Før'), gone: true },
  ]);
});

const body = (guid: string, name = 'Zenit Film'): CustomerBody => ({
  name,
  isPerson: false,
  invoiceEmail: 'post@zenitfilm.example',
  language: 'da',
  hub: { showTimesheets: true, showProjects: true, showPunchCards: true, showInvoices: true },
  dineroContactGuid: guid,
});
const list = async (from = api) => {
  const { customers } = await from.customersPage({ page: 1, perPage: 500 });
  return customers.map(({ id, contactGuid }) => (contactGuid ? `${id} ${contactGuid}` : id));
};
const problem = (promise: Promise<unknown>) => promise.then(() => undefined, problemOf);
const awaited = async () => (await awaitedRows(db, HERE)).map(({ id }) => id);

describe('an account without an API', () => {
  it('has the customers of its table, and reports former ids', async () => {
    const page = await api.customersPage({ page: 1, perPage: 500 });
    expect(page).toMatchObject({
      customers: [{ id: 'nr:1', name: 'Bagergården ApS' }, { id: 'nr:2' }],
      total: 2,
      deletedIds: ['navn:før|'],
      serverTime: NOW,
    });
    expect(await api.customer('nr:1')).toMatchObject({ name: 'Bagergården ApS' });
    expect(await api.customer('navn:før|')).toBeUndefined();
    expect(await list(apiOf('637871:sheet.anden'))).toEqual([]);
  });

  it('is identified by its address', async () => {
    expect(await api.account()).toEqual({
      id: 'sheet.nordisktekst',
      name: 'nordisktekst',
      subdomain: 'nordisktekst',
    });
  });

  it('links a contact idempotently', async () => {
    const linked = await api.linkContact('nr:1', 'a');
    expect(linked).toMatchObject({ id: 'nr:1', contactGuid: 'a', updatedAt: '2026-11-25T09:00:00.000Z' });
    expect(await api.linkContact('nr:1', 'a')).toEqual(linked);
    expect(await list()).toEqual(['nr:1 a', 'nr:2']);
    await api.unlinkContact('nr:1');
    await api.unlinkContact('nr:1');
    expect(await list()).toEqual(['nr:1', 'nr:2']);
  });

  it('names the customer that a contact is already linked to', async () => {
    await api.linkContact('nr:1', 'a');
    const taken = { system: 'effihub', code: 'taken', linkedTo: 'nr:1' };
    expect(await problem(api.linkContact('nr:2', 'a'))).toMatchObject(taken);
    expect(await problem(api.createCustomer(body('a'), 'key'))).toMatchObject(taken);
    expect(await list()).toEqual(['nr:1 a', 'nr:2']);
  });

  it('reports a missing customer as gone', async () => {
    const gone = { system: 'effihub', code: 'gone' };
    for (const id of ['nr:99', 'navn:før|']) {
      expect(await problem(api.linkContact(id, 'a'))).toMatchObject(gone);
      expect(await problem(api.unlinkContact(id))).toMatchObject(gone);
    }
  });
});

describe('an import', () => {
  it('exists with its link, waits to be pasted, and is created once per key', async () => {
    const first = await api.createCustomer(body('a'), 'key');
    expect(first).toMatchObject({
      repeated: false,
      customer: { id: 'ny:a', name: 'Zenit Film', email: 'post@zenitfilm.example', contactGuid: 'a' },
    });
    expect(await api.createCustomer(body('a'), 'key')).toMatchObject({
      repeated: true,
      customer: first.customer,
    });
    expect(await list()).toEqual(['nr:1', 'nr:2', 'ny:a a']);
    expect(await awaited()).toEqual(['ny:a']);
  });

  it('that a table shows is still found by its key', async () => {
    await api.createCustomer(body('a'), 'key');
    await db.sheetRows.bulkPut([
      {
        connectionId: HERE,
        id: 'nr:3',
        customer: { name: 'Zenit Film' },
        contactGuid: 'a',
        updatedAt: '',
        importKey: 'key',
      },
      { connectionId: HERE, id: 'ny:a', customer: { name: 'Zenit Film' }, updatedAt: '', gone: true },
    ]);
    expect(await api.createCustomer(body('a'), 'key')).toMatchObject({
      repeated: true,
      customer: { id: 'nr:3' },
    });
  });

  it('without a link is not listed and not pasted, until it is linked again', async () => {
    await api.createCustomer(body('a'), 'key');
    await api.unlinkContact('ny:a');
    expect(await awaited()).toEqual([]);
    const { customers } = await api.customersPage({ page: 1, perPage: 500 });
    expect(customers.find(({ id }) => id === 'ny:a')).toMatchObject({
      archivedAt: '2026-11-25T09:00:00.000Z',
    });
    await api.linkContact('ny:a', 'a');
    expect(await awaited()).toEqual(['ny:a']);
    expect((await api.customer('ny:a'))?.archivedAt).toBeUndefined();
  });

  it('remembers whether it was pasted, unlike other rows', async () => {
    await api.createCustomer(body('a'), 'key');
    await markPasted(db, HERE, ['ny:a', 'nr:1'], 5);
    expect((await awaitedRows(db, HERE)).map((row) => row.awaited)).toEqual([{ madeAt: NOW, pastedAt: 5 }]);
    expect((await db.sheetRows.get([HERE, 'nr:1']))?.awaited).toBeUndefined();
    await markPasted(db, HERE, ['ny:a'], undefined);
    expect((await awaitedRows(db, HERE)).map((row) => row.awaited)).toEqual([{ madeAt: NOW }]);
  });
});

describe('removing an import', () => {
  it('is possible while it waits to be pasted; it can be created again', async () => {
    await api.createCustomer(body('a'), 'key');
    await api.deleteCustomer('ny:a');
    expect(await awaited()).toEqual([]);
    expect(await api.customer('ny:a')).toBeUndefined();
    expect(await api.customersPage({ page: 1, perPage: 500 })).toMatchObject({
      deletedIds: expect.arrayContaining(['ny:a']),
    });
    expect(await problem(api.deleteCustomer('ny:a'))).toMatchObject({ code: 'gone' });
    expect(await api.createCustomer(body('a'), 'key')).toMatchObject({
      repeated: false,
      customer: { id: 'ny:a', contactGuid: 'a' },
    });
    expect(await awaited()).toEqual(['ny:a']);
  });

  it('is not possible once it is in Effihub', async () => {
    await api.createCustomer(body('a'), 'key');
    await markPasted(db, HERE, ['ny:a'], 5);
    for (const id of ['ny:a', 'nr:1'])
      expect(await problem(api.deleteCustomer(id))).toEqual({ system: 'effihub', code: 'pasted' });
    expect(await list()).toEqual(['nr:1', 'nr:2', 'ny:a a']);
  });
});

describe('removing all links', () => {
  it('returns their number, and each can be restored', async () => {
    const other = apiOf('551307:sheet.fjord');
    await other.createCustomer(body('z'), 'another');
    await api.linkContact('nr:2', 'b');
    await api.createCustomer(body('a'), 'key');
    expect(await api.unlinkAll()).toBe(2);
    expect(await api.unlinkAll()).toBe(0);
    expect(await list()).toEqual(['nr:1', 'nr:2', 'ny:a']);
    expect(await awaited()).toEqual([]);
    expect(await list(other)).toEqual(['ny:z z']);
    await api.linkContact('nr:2', 'b');
    await api.linkContact('ny:a', 'a');
    expect(await list()).toEqual(['nr:1', 'nr:2 b', 'ny:a a']);
    expect(await awaited()).toEqual(['ny:a']);
  });
});
