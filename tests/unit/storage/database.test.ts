import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../../lib/domain/problem.ts';
import { rememberNumber } from '../../../lib/features/panel/repository.ts';
import { removeConnection } from '../../../lib/storage/connections.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { DATABASE_VERSION } from '../../../lib/storage/versions.ts';

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

describe('the database', () => {
  it('of a newer version is refused with a reason, and not changed', async () => {
    const newer = new Dexie('kundebro');
    newer.version(99).stores({ later: 'id' });
    await newer.table('later').add({ id: 1 });
    newer.close();

    const problem = await openDatabase().then(() => undefined, problemOf);
    expect(problem).toMatchObject({ system: 'kundebro', code: 'database' });

    const again = new Dexie('kundebro');
    again.version(99).stores({ later: 'id' });
    expect(await again.table('later').count()).toBe(1);
  });

  it('closes when a newer version wants to upgrade it', async () => {
    const old = await openDatabase();
    const newer = new Dexie('kundebro');
    newer.version(99).stores({ later: 'id' });
    await newer.open();
    expect(old.isOpen()).toBe(false);
  });

  it('that the browser refuses to open is reported as a problem', async () => {
    Dexie.dependencies.indexedDB = {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const problem = await openDatabase().then(() => undefined, problemOf);
    expect(problem).toMatchObject({ code: 'database' });
  });
});

/** As released, with a row in every table. */
const firstVersion: Record<string, [schema: string, row: object]> = {
  connections: [
    'id, lastUsedAt',
    {
      id: 'c',
      organizationId: 637871,
      organizationName: 'Nordisk Tekst ApS',
      accountId: '41',
      accountName: 'Nordisk Tekst',
      subdomain: 'nordisktekst',
      lastUsedAt: 1,
      counts: { customers: 1, contacts: 1, linked: 1, broken: 0, ignored: 1 },
    },
  ],
  secrets: [
    'connectionId',
    { connectionId: 'c', clientId: 'i', clientSecret: 's', apiKey: 'k', baseUrl: '', token: 't' },
  ],
  marks: ['connectionId', { connectionId: 'c', contacts: '2026-11-01T00:00:00Z' }],
  links: [
    '[connectionId+customerId], &[connectionId+contactGuid], connectionId',
    { connectionId: 'c', customerId: '1', contactGuid: 'a', state: 'ok', how: 'match', linkedAt: 1 },
  ],
  ignored: [
    '[connectionId+contactGuid], connectionId',
    { connectionId: 'c', contactGuid: 'b', name: 'Birk', ignoredAt: 1 },
  ],
  contacts: ['[connectionId+guid], connectionId', { connectionId: 'c', guid: 'a', name: 'Anna' }],
  customers: [
    '[connectionId+id], connectionId',
    { connectionId: 'c', id: '1', name: 'Anna', contactGuid: 'a' },
  ],
  flows: ['connectionId', { connectionId: 'c', step: 2, startedAt: 1, runId: 'r' }],
  choices: [
    '[connectionId+of+id], connectionId',
    { connectionId: 'c', of: 'customer', id: '1', choice: { action: 'skip' } },
  ],
  runs: [
    'id, [connectionId+startedAt], state',
    {
      id: 'r',
      connectionId: 'c',
      kind: 'sync',
      state: 'done',
      startedAt: 1,
      total: 1,
      finished: 1,
      failed: 0,
    },
  ],
  operations: [
    '[runId+seq], [runId+state]',
    { runId: 'r', seq: 0, connectionId: 'c', kind: 'link', state: 'done', name: 'Anna' },
  ],
  limiters: ['key', { key: 'dinero:637871:i', times: [1] }],
};

describe('a database of the first version', () => {
  const rows = Object.entries(firstVersion).map(([table, [, row]]) => [table, row] as const);
  /** What the upgrade makes of a row. */
  const now: Record<string, (row: object) => object> = {
    connections: (row) => ({ ...row, source: 'api' }),
    secrets: () => ({
      connectionId: 'c',
      dinero: { kind: 'personal', clientId: 'i', apiKey: 'k' },
      effihub: { kind: 'api', baseUrl: '', token: 't' },
    }),
  };

  beforeEach(async () => {
    const old = new Dexie('kundebro');
    old
      .version(1)
      .stores(Object.fromEntries(Object.entries(firstVersion).map(([table, [schema]]) => [table, schema])));
    for (const [table, row] of rows) await old.table(table).add(row);
    expect(old.tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(firstVersion).toSorted());
    old.close();
  });

  it('opens with every row', async () => {
    const database = await openDatabase();
    expect(database.verno).toBeGreaterThan(1);
    for (const [table, row] of rows)
      expect([table, await database.table(table).toArray()]).toEqual([table, [now[table]?.(row) ?? row]]);
  });

  it('moves client id and secret from each company to a shared record', async () => {
    const database = await openDatabase();
    expect(await database.clients.toArray()).toEqual([
      { kind: 'personal', clientId: 'i', clientSecret: 's' },
    ]);
  });

  it('answers the same queries as before, and new ones', async () => {
    const database = await openDatabase();
    expect(await database.links.where({ connectionId: 'c', contactGuid: 'a' }).count()).toBe(1);
    expect(await database.operations.where({ runId: 'r', state: 'done' }).count()).toBe(1);
    expect(await database.connections.orderBy('lastUsedAt').last()).toMatchObject({ id: 'c' });
    await rememberNumber(database, 'c', '1037', 'a');
    expect(await database.contactNumbers.count()).toBe(1);
  });

  it('keeps its upgraded version when opened again', async () => {
    (await openDatabase()).close();
    const again = await openDatabase();
    for (const [table] of rows) expect(await again.table(table).count()).toBe(1);
  });
});

/** The tables that the third version added, with a row in each. */
const thirdVersion: Record<string, [schema: string, row: object]> = {
  contactNumbers: [
    '[connectionId+number], [connectionId+contactGuid]',
    { connectionId: 'c', number: '1037', contactGuid: 'a' },
  ],
  clients: ['[kind+clientId]', { kind: 'visma', clientId: 'i', clientSecret: 's' }],
  signIns: ['id', { id: 's', clientId: 'i', refreshToken: 't' }],
  sheets: ['connectionId', { connectionId: 'c', readAt: 1, columns: [['Navn', 'name']] }],
  sheetRows: [
    '[connectionId+id], connectionId, [connectionId+contactGuid], [connectionId+importKey]',
    { connectionId: 'c', id: 'nr:1', customer: { name: 'Anna' }, updatedAt: '2026-11-01T00:00:00Z' },
  ],
};

describe('a database of the third version', () => {
  const newTables = ['differences', 'agreed', 'decisions', 'gone', 'dismissals'];
  const tables = { ...firstVersion, ...thirdVersion };
  const rows = Object.entries(tables).map(([table, [, row]]) => [table, row] as const);

  beforeEach(async () => {
    const old = new Dexie('kundebro');
    old
      .version(3)
      .stores(Object.fromEntries(Object.entries(tables).map(([table, [schema]]) => [table, schema])));
    for (const [table, row] of rows) await old.table(table).add(row);
    old.close();
  });

  it('opens with every row unchanged and the new tables empty', async () => {
    const database = await openDatabase();
    expect(database.verno).toBe(DATABASE_VERSION);
    for (const [table, row] of rows)
      expect([table, await database.table(table).toArray()]).toEqual([table, [row]]);
    for (const table of newTables) expect([table, await database.table(table).count()]).toEqual([table, 0]);
    expect(database.tables.map(({ name }) => name).toSorted()).toEqual(
      [...Object.keys(tables), ...newTables].toSorted(),
    );
  });

  it('stores decisions and dismissals once each, and deletes them with their company', async () => {
    const database = await openDatabase();
    const decision = {
      connectionId: 'c',
      customerId: '1',
      contactGuid: 'a',
      field: 'phone',
      answer: 'both',
      dinero: '86123456',
      effihub: '',
    } as const;
    const dismissal = { connectionId: 'c', of: 'gone', key: 'x', dismissedAt: 1 } as const;
    const about = { connectionId: 'c', customerId: '1', contactGuid: 'a', name: 'Anna' };
    for (let times = 0; times < 2; times += 1) {
      await database.decisions.put({ ...decision, kept: true });
      await database.dismissals.put({ ...dismissal, dismissedAt: 2 });
    }
    await database.decisions.put({ ...decision, field: 'city' });
    await database.dismissals.put({ ...dismissal, connectionId: 'd' });
    await database.gone.put({ ...about, noticedAt: 1 });
    await database.agreed.put({ ...about, fields: { name: 'Anna' } });
    const row = { ...about, otherName: 'Anne', changedAt: {}, countries: {}, differences: [] };
    await database.differences.put(row);
    expect(await database.decisions.where({ connectionId: 'c' }).count()).toBe(2);
    expect(await database.dismissals.where({ connectionId: 'c' }).toArray()).toEqual([
      { ...dismissal, dismissedAt: 2 },
    ]);

    await removeConnection(database, 'c', async () => undefined);
    for (const table of newTables)
      expect([table, await database.table(table).count()]).toEqual([table, table === 'dismissals' ? 1 : 0]);
  });
});
