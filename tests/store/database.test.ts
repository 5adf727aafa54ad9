import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf } from '../../lib/problem.ts';
import { openDatabase } from '../../lib/store/database.ts';

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

describe('the database', () => {
  it('of a newer version is refused with a reason, and keeps what it holds', async () => {
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

  it('lets go when a newer version wants to upgrade it', async () => {
    const old = await openDatabase();
    const newer = new Dexie('kundebro');
    newer.version(99).stores({ later: 'id' });
    await newer.open();
    expect(old.isOpen()).toBe(false);
  });

  it('that the browser refuses is a problem, not a crash', async () => {
    Dexie.dependencies.indexedDB = {
      open() {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const problem = await openDatabase().then(() => undefined, problemOf);
    expect(problem).toMatchObject({ code: 'database' });
  });
});
