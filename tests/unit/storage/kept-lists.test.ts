import '../../helpers/indexed-db.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/storage/database.ts';
import { derivedFrom, keptLists, rereadLists } from '../../../lib/storage/kept-lists.ts';

const A = '1:a';
const B = '2:b';
let db: Database;

beforeEach(async () => {
  db = new Database(`kept-lists-${crypto.randomUUID()}`);
  await db.open();
  await db.customers.bulkPut([
    { connectionId: A, id: '1', name: 'Anna' },
    { connectionId: B, id: '1', name: 'Bo' },
  ]);
  await db.contacts.put({ connectionId: A, guid: 'x', name: 'Anna' });
});
afterEach(() => db.close());

const names = async (connectionId = A) =>
  (await keptLists(db, connectionId)).customers.map(({ name }) => name);
const rename = (name: string) => db.customers.update([A, '1'], { name });

describe('the kept lists', () => {
  it('are read once, and without their owner', async () => {
    const lists = await keptLists(db, A);
    expect(lists.customers).toEqual([{ id: '1', name: 'Anna' }]);
    expect(lists.contacts).toEqual([{ guid: 'x', name: 'Anna' }]);
    expect(await keptLists(db, A)).toBe(lists);
  });

  it('are shared by calls that come while they are read', async () => {
    const [one, other] = await Promise.all([keptLists(db, A), keptLists(db, A)]);
    expect(one).toBe(other);
  });

  it.each<[string, () => PromiseLike<unknown>]>([
    ['put', () => db.customers.put({ connectionId: A, id: '2', name: 'Carl' })],
    ['bulkPut', () => db.contacts.bulkPut([{ connectionId: A, guid: 'y', name: 'Carl' }])],
    ['update', () => rename('Anne')],
    ['modify', () => db.customers.where({ connectionId: A }).modify({ name: 'Anne' })],
    ['delete', () => db.contacts.delete([A, 'x'])],
    ['delete of a range', () => db.customers.where({ connectionId: A }).delete()],
    ['clear', () => db.contacts.clear()],
  ])('are read again after %s', async (_, change) => {
    const before = await keptLists(db, A);
    await change();
    const after = await keptLists(db, A);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await rereadLists(db, A));
  });

  it('stay when another table changes', async () => {
    const before = await keptLists(db, A);
    await db.links.put({
      connectionId: A,
      customerId: '1',
      contactGuid: 'x',
      state: 'ok',
      how: 'match',
      linkedAt: 1,
    });
    expect(await keptLists(db, A)).toBe(before);
  });

  it('are those of one connection at a time', async () => {
    const before = await keptLists(db, A);
    expect(await names(B)).toEqual(['Bo']);
    expect(await keptLists(db, A)).not.toBe(before);
  });

  it('do not miss a change made while they are read', async () => {
    const reading = keptLists(db, A);
    await rename('Anne');
    await reading;
    expect(await names()).toEqual(['Anne']);
  });

  it('do not miss a change of a transaction that is still going', async () => {
    await keptLists(db, A);
    let outside: Promise<string[]> | undefined;
    await db.transaction('rw', db.customers, async () => {
      await rename('Anne');
      outside = new Promise((resolve) => setTimeout(() => resolve(names())));
    });
    expect(await outside).toEqual(['Anne']);
    expect(await names()).toEqual(['Anne']);
  });

  it('show a transaction what it has written itself', async () => {
    await keptLists(db, A);
    const seen = await db.transaction('rw', db.customers, db.contacts, async () => {
      await rename('Anne');
      return names();
    });
    expect(seen).toEqual(['Anne']);
  });

  it('do not keep what a transaction has read that is taken back', async () => {
    const transaction = db.transaction('rw', db.customers, db.contacts, async () => {
      await rename('Anne');
      await names();
      throw new Error('taken back');
    });
    await expect(transaction).rejects.toThrow('taken back');
    expect(await names()).toEqual(['Anna']);
  });

  it('are read again after a change by way of another open database', async () => {
    await keptLists(db, A);
    const other = new Database(db.name);
    await other.customers.update([A, '1'], { name: 'Anne' });
    other.close();
    expect(await names()).toEqual(['Anne']);
  });

  it('are read again after a reading that failed', async () => {
    db.close();
    await expect(keptLists(db, A)).rejects.toThrow();
    await db.open();
    expect(await names()).toEqual(['Anna']);
  });

  it('are read anew on request', async () => {
    const before = await keptLists(db, A);
    const again = await rereadLists(db, A);
    expect(again).not.toBe(before);
    expect(await keptLists(db, A)).toBe(again);
  });
});

it('derivedFrom works something out once for the same lists', async () => {
  let times = 0;
  const count = derivedFrom(({ customers }) => {
    times += 1;
    return customers.length;
  });
  expect(count(await keptLists(db, A))).toBe(1);
  expect(count(await keptLists(db, A))).toBe(1);
  expect(times).toBe(1);
  await db.customers.put({ connectionId: A, id: '2', name: 'Carl' });
  expect(count(await keptLists(db, A))).toBe(2);
});
