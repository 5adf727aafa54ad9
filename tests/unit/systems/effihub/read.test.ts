import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Customer } from '../../../../lib/domain/customer.ts';
import type { EffihubApi } from '../../../../lib/systems/effihub/api.ts';
import { readCustomers } from '../../../../lib/systems/effihub/read.ts';
import { changeCustomer, deleteCustomer, type Sandbox, startSandbox, world } from '../../../sandbox/index.ts';
import { effihubAt, problem } from '../http/support.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const withCustomers = (count: number) =>
  sandbox.reset({ world: world({ customers: Array.from({ length: count }, () => ({})) }), limits: false });
const remove = (id: number) => {
  const { account } = sandbox.world;
  deleteCustomer(sandbox.world, account, account.customers.get(id)!);
};

/** An API whose data changes during the read: `after[n]` runs when answer n has been sent. */
function meanwhile(after: Record<number, () => void>) {
  let answered = 0;
  return effihubAt(sandbox, {
    fetch: async (input, init) => {
      const response = await sandbox.fetch(input, init);
      after[answered++]?.();
      return response;
    },
  });
}

const ids = (customers: { id: string }[]) => new Set(customers.map(({ id }) => id));

describe('a full read of Effihub', () => {
  it.each([
    [0, 1],
    [1, 1],
    [500, 1],
    [501, 2],
    [5000, 10],
  ])('of %i customers takes %i requests', async (count, calls) => {
    withCustomers(count);
    const progress: number[] = [];
    const read = await readCustomers(effihubAt(sandbox), undefined, (n) => progress.push(n));
    expect(sandbox.count()).toBe(calls);
    expect(ids(read.customers).size).toBe(count);
    expect(read).toMatchObject({ deletedIds: [], complete: true });
    expect(progress.at(-1)).toBe(count);
  });

  it('reads until a short page when there is no total', async () => {
    withCustomers(500);
    const api = effihubAt(sandbox);
    const read = await readCustomers(
      {
        ...api,
        customersPage: async (...query) => ({ ...(await api.customersPage(...query)), total: undefined }),
      },
      undefined,
    );
    expect(read.customers).toHaveLength(500);
    expect(sandbox.count()).toBe(2);
  });

  it('misses no customer when one is deleted meanwhile', async () => {
    withCustomers(1100);
    const read = await readCustomers(meanwhile({ 0: () => remove(1) }), undefined);
    const expected = [...sandbox.world.account.customers.keys()].map(String);
    expect(ids(read.customers)).toEqual(new Set(expected));
    expect(read.complete).toBe(true);
    expect(sandbox.count()).toBe(6);
  });

  it('misses no customer when one is deleted and another created meanwhile', async () => {
    withCustomers(1600);
    const make = () => {
      const { customers } = sandbox.world.account;
      customers.set(5000, { ...customers.get(1600)!, id: 5000 });
    };
    const read = await readCustomers(meanwhile({ 0: () => remove(1), 1: make }), undefined);
    expect(ids(read.customers)).toContain('501');
    expect(ids(read.customers).size).toBe(1600);
    expect(read.complete).toBe(true);
  });

  it('is not complete when the list changes in both passes', async () => {
    withCustomers(1100);
    const read = await readCustomers(meanwhile({ 0: () => remove(1), 3: () => remove(2) }), undefined);
    expect(read.complete).toBe(false);
    expect(ids(read.customers).size).toBeGreaterThanOrEqual(1098);
    expect(sandbox.count()).toBe(6);
  });

  it('is complete when the total is wrong but the list is stable', async () => {
    withCustomers(10);
    const api = effihubAt(sandbox);
    const read = await readCustomers(
      { ...api, customersPage: async (...query) => ({ ...(await api.customersPage(...query)), total: 12 }) },
      undefined,
    );
    expect(read).toMatchObject({ complete: true });
    expect(read.customers).toHaveLength(10);
  });

  it.each([0, -1, 12, 499])('reads all customers although the total says %i', async (total) => {
    withCustomers(1100);
    const api = effihubAt(sandbox);
    const read = await readCustomers(
      { ...api, customersPage: async (...query) => ({ ...(await api.customersPage(...query)), total }) },
      undefined,
    );
    expect(ids(read.customers).size).toBe(1100);
  });

  it("sets the cursor to two minutes before its start, by Effihub's clock", async () => {
    withCustomers(1);
    sandbox.world.clock.advance(40 * 86_400_000);
    const start = sandbox.world.clock.now();
    const { cursor } = await readCustomers(effihubAt(sandbox), undefined);
    expect(cursor).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Date.parse(cursor)).toBeGreaterThanOrEqual(start - 122_000);
    expect(Date.parse(cursor)).toBeLessThan(start);
  });

  it('stops when its signal is aborted', async () => {
    withCustomers(1100);
    const stop = new AbortController();
    const reading = readCustomers(
      effihubAt(sandbox),
      undefined,
      () => stop.abort(new Error('view closed')),
      stop.signal,
    );
    await expect(reading).rejects.toThrow('view closed');
    expect(sandbox.count()).toBe(1);
  });
});

describe('an incremental read of Effihub', () => {
  const since = async () => {
    const { cursor } = await readCustomers(effihubAt(sandbox), undefined);
    sandbox.requests.length = 0;
    sandbox.world.clock.advance(600_000);
    return cursor;
  };

  it('takes one request when nothing has changed', async () => {
    withCustomers(5000);
    const read = await readCustomers(effihubAt(sandbox), await since());
    expect(sandbox.count()).toBe(1);
    expect(read).toMatchObject({ customers: [], deletedIds: [], complete: false });
  });

  it('returns changed and deleted customers, and nothing else', async () => {
    withCustomers(20);
    const cursor = await since();
    changeCustomer(sandbox.world, sandbox.world.account.customers.get(3)!, { city: 'Vejle' });
    remove(5);
    const read = await readCustomers(effihubAt(sandbox), cursor);
    expect(read.customers).toMatchObject([{ id: '3', city: 'Vejle' }]);
    expect(read.deletedIds).toEqual(['5']);
    expect(Date.parse(read.cursor)).toBeGreaterThan(Date.parse(cursor));
  });

  it('counts a customer that is both listed and deleted as deleted', async () => {
    withCustomers(3);
    const cursor = await since();
    changeCustomer(sandbox.world, sandbox.world.account.customers.get(3)!, { city: 'Vejle' });
    const api = effihubAt(sandbox);
    const read = await readCustomers(
      {
        ...api,
        customersPage: async (...query) => ({ ...(await api.customersPage(...query)), deletedIds: ['3'] }),
      },
      cursor,
    );
    expect(read).toMatchObject({ customers: [], deletedIds: ['3'] });
  });
});

describe('a list of Effihub that never ends', () => {
  const answering = (answer: (page: number) => { first: number; total?: number; length?: number }) => {
    const asked: number[] = [];
    const api: EffihubApi = {
      ...effihubAt(sandbox),
      async customersPage({ page }) {
        asked.push(page);
        const { first, total, length = 500 } = answer(page);
        const customers = Array.from({ length }, (_, at) => ({ id: String(first + at), name: 'Kunde' }));
        return { customers, total, deletedIds: [] };
      },
    };
    return { api, asked };
  };
  const garbled = { system: 'effihub', code: 'garbled' };

  it.each([undefined, 1e9])('is abandoned after 500,000 customers when its total is %s', async (total) => {
    const { api, asked } = answering((page) => ({ first: page * 500, total }));
    expect(await problem(readCustomers(api, undefined))).toEqual(garbled);
    expect(asked).toHaveLength(1000);
  });

  it.each([undefined, '2026-11-02T08:00:00Z'])(
    'is given up at the first page that brings nothing new, read since %s',
    async (since) => {
      const { api, asked } = answering((page) => ({ first: (page % 3) * 500 }));
      expect(await problem(readCustomers(api, since))).toEqual(garbled);
      expect(asked).toEqual([1, 2, 3, 4]);
    },
  );

  it('is abandoned when only its total changes', async () => {
    const { api, asked } = answering((page) => ({ first: 1, total: 1e9 + page }));
    expect(await problem(readCustomers(api, undefined))).toEqual(garbled);
    expect(asked).toHaveLength(1000);
  });

  it('is not assumed when changed customers have moved a whole page down', async () => {
    const { api } = answering((page) => {
      if (page === 1) return { first: 1000, total: 700 };
      return page === 2 ? { first: 1000, total: 1200 } : { first: 1500, total: 1200, length: 200 };
    });
    const read = await readCustomers(api, '2026-11-02T08:00:00Z');
    expect(read.customers).toHaveLength(700);
  });
});

describe('a list of Effihub that names a customer twice', () => {
  const early = '2026-11-02T08:00:00.000Z';
  const late = '2026-11-02T08:00:01.000Z';
  const named = (name: string, extra: Partial<Customer> = {}): Customer => ({ id: '7', name, ...extra });
  /** On one page, or far enough apart to be on two. */
  const reading = (one: Customer, other: Customer, between: number, since?: string) => {
    const others = Array.from({ length: between }, (_, n) => ({ id: String(1000 + n), name: 'Kunde' }));
    const all = [one, ...others, other];
    const customersPage: EffihubApi['customersPage'] = async ({ page, perPage }) => ({
      customers: all.slice((page - 1) * perPage, page * perPage),
      total: all.length,
      deletedIds: [],
    });
    return readCustomers({ ...effihubAt(sandbox), customersPage }, since);
  };

  describe.each([
    ['on one page', 0, undefined],
    ['on two pages', 499, undefined],
    ['among what has changed', 0, early],
  ])('%s', (_, between, since) => {
    it.each([
      ['alike', named('Hansen'), named('Hansen'), 'Hansen'],
      ['alike in all', named('Hansen', { updatedAt: late }), named('Hansen', { updatedAt: late }), 'Hansen'],
      [
        'the newer one last',
        named('Hansen', { updatedAt: early }),
        named('Jensen', { updatedAt: late }),
        'Jensen',
      ],
      [
        'the newer one first',
        named('Hansen', { updatedAt: late }),
        named('Jensen', { updatedAt: early }),
        'Hansen',
      ],
      ['alike but for when', named('Hansen'), named('Hansen', { updatedAt: late }), 'Hansen'],
    ])('yields one customer: %s', async (_case, one, other, name) => {
      const { customers } = await reading(one, other, between, since);
      expect(customers.filter(({ id }) => id === '7').map((each) => each.name)).toEqual([name]);
      expect(customers).toHaveLength(between + 1);
    });

    it.each([
      ['another name', named('Hansen'), named('Jensen')],
      [
        'another name at the same time',
        named('Hansen', { updatedAt: late }),
        named('Jensen', { updatedAt: late }),
      ],
      ['another name, and only one says when', named('Hansen', { updatedAt: late }), named('Jensen')],
      ['another name, and only the other says when', named('Hansen'), named('Jensen', { updatedAt: late })],
      ['another link', named('Hansen', { contactGuid: 'a' }), named('Hansen', { contactGuid: 'b' })],
      ['a VAT number on one side', named('Hansen', { vatNumber: '25313763' }), named('Hansen')],
    ])('is refused: %s', async (_case, one, other) => {
      expect(await problem(reading(one, other, between, since))).toEqual({
        system: 'effihub',
        code: 'garbled',
        fields: [{ field: 'id', message: '' }],
      });
    });
  });

  it('recognises it in any notation of the id', async () => {
    sandbox.reset({ limits: false });
    const data = [
      { id: 7, name: 'Hansen' },
      { id: '7', name: 'Jensen' },
    ];
    sandbox.faults.add({ system: 'effihub', kind: 'status', status: 200, body: { data } });
    expect(await problem(readCustomers(effihubAt(sandbox), undefined))).toMatchObject({ code: 'garbled' });
  });
});
