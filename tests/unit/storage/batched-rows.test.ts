import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { putAll, rowsOf } from '../../../lib/storage/batched-rows.ts';
import { type Database, openDatabase } from '../../../lib/storage/database.ts';
import type { IgnoredRecord } from '../../../lib/storage/records.ts';

let db: Database;
beforeEach(async () => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  db = await openDatabase();
});

const ignored = (connectionId: string, count: number): IgnoredRecord[] =>
  Array.from({ length: count }, (_, place) => ({
    connectionId,
    contactGuid: `guid-${String(place).padStart(5, '0')}`,
    name: `Kontakt ${place}`,
    ignoredAt: place,
  }));
const put = (rows: readonly IgnoredRecord[]) =>
  db.transaction('rw', db.ignored, () => putAll(db.ignored, rows));
const read = (connectionId: string) => rowsOf(db.ignored, connectionId, ({ contactGuid }) => contactGuid);

describe('a long table', () => {
  it.each([0, 1, 499, 500, 501, 1200])('of %i rows is written and read in batches', async (count) => {
    const rows = ignored('b', count);
    await put(rows.toReversed());
    expect(await read('b')).toEqual(rows);
  });

  it('is read for one connection only', async () => {
    for (const connection of ['a', 'b', 'ba', 'c']) await put(ignored(connection, 600));
    expect(await read('b')).toEqual(ignored('b', 600));
  });

  it('is written completely or not at all', async () => {
    const unstorable = { ...ignored('b', 1)[0], name: () => 'x' } as unknown as IgnoredRecord;
    await expect(put([...ignored('b', 700), unstorable])).rejects.toThrow();
    expect(await db.ignored.count()).toBe(0);
  });
});
