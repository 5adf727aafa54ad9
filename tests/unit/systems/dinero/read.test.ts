import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact } from '../../../../lib/domain/customer.ts';
import type { ContactsQuery, DineroApi } from '../../../../lib/systems/dinero/api.ts';
import { readContacts } from '../../../../lib/systems/dinero/read.ts';
import {
  changeContact,
  contactGuid,
  type Sandbox,
  type StoredContact,
  startSandbox,
  world,
} from '../../../sandbox/index.ts';
import { dineroAt, problem } from '../http/support.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const stored = (n: number): StoredContact => sandbox.world.organization.contacts.get(contactGuid(n))!;
const change = (n: number, parts: Partial<StoredContact>) => changeContact(sandbox.world, stored(n), parts);
const remove = (n: number) => change(n, { DeletedAt: new Date(sandbox.world.clock.now()).toISOString() });
const lists = () => sandbox.count({ path: /contacts$/ });

function withContacts(count: number, deleted = 0) {
  const contacts = Array.from({ length: count + deleted }, (_, index) =>
    index < count ? {} : { DeletedAt: '2020-01-01T00:00:00Z' },
  );
  sandbox.reset({ world: world({ contacts }), limits: false });
}

/** An API whose data changes during the read: `after[n]` runs when page n of the list has been sent. */
function meanwhile(after: Record<number, () => void>) {
  let answered = 0;
  return dineroAt(sandbox, {
    fetch: async (input, init) => {
      const response = await sandbox.fetch(input, init);
      const { searchParams } = new URL((input as Request).url);
      const isFull =
        searchParams.has('page') && !searchParams.has('changesSince') && !searchParams.has('deletedOnly');
      if (isFull) after[answered++]?.();
      return response;
    },
  });
}

const guids = (contacts: { guid: string }[]) => new Set(contacts.map(({ guid }) => guid));

describe('a full read of Dinero', () => {
  it('takes eight requests for 5,000 contacts', async () => {
    withContacts(5000);
    const progress: number[] = [];
    const read = await readContacts(dineroAt(sandbox), undefined, (count) => progress.push(count));
    expect(lists()).toBe(8);
    expect(guids(read.contacts).size).toBe(5000);
    expect(read).toMatchObject({ deleted: [], complete: true });
    expect(progress.slice(0, 5)).toEqual([1000, 2000, 3000, 4000, 5000]);
  });

  it.each([
    [0, 3],
    [1, 3],
    [999, 3],
    [1000, 4],
  ])('of %i contacts takes %i requests', async (count, calls) => {
    withContacts(count);
    const read = await readContacts(dineroAt(sandbox), undefined);
    expect(read.contacts).toHaveLength(count);
    expect(read.complete).toBe(true);
    expect(lists()).toBe(calls);
  });

  it('handles more contacts than a function call can take arguments', async () => {
    const contacts = Array.from({ length: 150_000 }, (_, n) => ({ guid: contactGuid(n), name: 'Kontakt' }));
    const contactsPage = async ({ page }: ContactsQuery) => ({ contacts: page === 0 ? contacts : [] });
    const read = await readContacts({ ...dineroAt(sandbox), contactsPage }, undefined);
    expect(read.deleted).toHaveLength(150_000);
  });

  it('returns all deleted contacts separately', async () => {
    withContacts(3, 1200);
    const read = await readContacts(dineroAt(sandbox), undefined);
    expect(read.contacts).toHaveLength(3);
    expect(read.deleted).toHaveLength(1200);
  });

  it("sets the cursor to two minutes before its start, by Dinero's clock", async () => {
    withContacts(1);
    sandbox.world.clock.advance(40 * 86_400_000);
    const start = sandbox.world.clock.now();
    const { cursor } = await readContacts(dineroAt(sandbox), undefined);
    expect(cursor).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Date.parse(cursor)).toBeLessThanOrEqual(start - 120_000 + 60_000);
    expect(Date.parse(cursor)).toBeGreaterThanOrEqual(start - 122_000);
  });

  it('sets the cursor to our clock less a day when Dinero tells no time', async () => {
    withContacts(1);
    const api = dineroAt(sandbox);
    const silent = {
      ...api,
      contactsPage: async (...query: Parameters<typeof api.contactsPage>) => ({
        contacts: (await api.contactsPage(...query)).contacts,
      }),
    };
    const { cursor } = await readContacts(silent, undefined, undefined, undefined, () =>
      Date.parse('2026-11-02T08:00:00Z'),
    );
    expect(cursor).toBe('2026-11-01T08:00:00Z');
  });

  it('misses no contact when one moves and another slips through between two pages', async () => {
    withContacts(2500);
    const read = await readContacts(meanwhile({ 0: () => change(1, { City: 'Vejle' }) }), undefined);
    expect(guids(read.contacts).size).toBe(2500);
    expect(read.contacts.find(({ guid }) => guid === contactGuid(1))?.city).toBe('Vejle');
    expect(read.complete).toBe(true);
    expect(lists()).toBe(10);
  });

  it('misses no contact when one is deleted meanwhile', async () => {
    withContacts(2500);
    const read = await readContacts(meanwhile({ 0: () => remove(1) }), undefined);
    expect(guids(read.contacts).size).toBe(2499);
    expect(guids(read.deleted)).toEqual(new Set([contactGuid(1)]));
    expect(lists()).toBe(10);
  });

  it('reads again when a contact changed during the read, and keeps its first cursor', async () => {
    withContacts(1500);
    const start = sandbox.world.clock.now();
    const later = () => {
      change(1, { City: 'Vejle' });
      sandbox.world.clock.advance(600_000);
    };
    const read = await readContacts(meanwhile({ 1: later }), undefined);
    expect(read.contacts.find(({ guid }) => guid === contactGuid(1))?.city).toBe('Vejle');
    expect(Date.parse(read.cursor)).toBeLessThan(start);
    expect(lists()).toBe(8);
  });

  it('does not read again for new contacts or those that move ahead of it', async () => {
    withContacts(1500);
    const isNew = () => change(1500, { City: 'Vejle' });
    const read = await readContacts(meanwhile({ 0: isNew }), undefined);
    expect(guids(read.contacts).size).toBe(1500);
    expect(lists()).toBe(4);
  });

  it('does not read a single page again, since no contact can slip through', async () => {
    withContacts(500);
    const read = await readContacts(meanwhile({ 0: () => change(1, { City: 'Vejle' }) }), undefined);
    expect(read.contacts.find(({ guid }) => guid === contactGuid(1))?.city).toBe('Vejle');
    expect(lists()).toBe(3);
  });

  it('stops after three passes as incomplete', async () => {
    withContacts(1500);
    const read = await readContacts(
      meanwhile({
        0: () => change(1, { City: 'Vejle' }),
        2: () => change(2, { City: 'Vejle' }),
        4: () => change(3, { City: 'Vejle' }),
      }),
      undefined,
    );
    expect(guids(read.contacts).size).toBeGreaterThanOrEqual(1499);
    expect(read.complete).toBe(false);
    expect(lists()).toBe(12);
  });

  it('accepts a list whose whole first page changed and moved to the second', async () => {
    withContacts(2000);
    const changeAll = () => {
      sandbox.world.clock.advance(1000);
      for (let n = 1; n <= 1000; n++) change(n, { City: 'Vejle' });
    };
    const read = await readContacts(meanwhile({ 0: changeAll }), undefined);
    expect(guids(read.contacts).size).toBe(2000);
    expect(read.complete).toBe(true);
  });

  it('stops when its signal is aborted', async () => {
    withContacts(2500);
    const stop = new AbortController();
    const reading = readContacts(
      dineroAt(sandbox),
      undefined,
      () => stop.abort(new Error('view closed')),
      stop.signal,
    );
    await expect(reading).rejects.toThrow('view closed');
    expect(lists()).toBe(1);
  });
});

describe('an incremental read of Dinero', () => {
  const since = async () => {
    const { cursor } = await readContacts(dineroAt(sandbox), undefined);
    sandbox.requests.length = 0;
    sandbox.world.clock.advance(600_000);
    return cursor;
  };

  it('takes two requests when nothing has changed', async () => {
    withContacts(5000, 10);
    const read = await readContacts(dineroAt(sandbox), await since());
    expect(lists()).toBe(2);
    expect(read).toMatchObject({ contacts: [], deleted: [], complete: false });
  });

  it('returns changed, new and deleted contacts, and nothing else', async () => {
    withContacts(20);
    const cursor = await since();
    change(3, { City: 'Vejle' });
    remove(5);
    const read = await readContacts(dineroAt(sandbox), cursor);
    expect(read.contacts).toMatchObject([{ guid: contactGuid(3), city: 'Vejle' }]);
    expect(read.deleted).toMatchObject([{ guid: contactGuid(5) }]);
  });

  it('advances its cursor', async () => {
    withContacts(2);
    const first = await since();
    const second = await readContacts(dineroAt(sandbox), first);
    expect(Date.parse(second.cursor) - Date.parse(first)).toBeGreaterThanOrEqual(600_000 - 1000);
  });

  it('counts a contact deleted between its two requests as deleted', async () => {
    withContacts(4);
    const cursor = await since();
    change(1, { City: 'Vejle' });
    const api = dineroAt(sandbox);
    const read = await readContacts(
      {
        ...api,
        async contactsPage(query, signal) {
          const answer = await api.contactsPage(query, signal);
          if (!query.deletedOnly) remove(1);
          return answer;
        },
      },
      cursor,
    );
    expect(guids(read.deleted)).toEqual(new Set([contactGuid(1)]));
    expect(read.contacts).toEqual([]);
  });

  it('uses the newer copy when a contact is in both lists', async () => {
    const listed = { guid: contactGuid(1), name: 'Hansen' };
    const alive = { ...listed, updatedAt: '2026-11-02T08:00:02.000Z' };
    const deleted = { ...listed, deletedAt: '2026-11-02T08:00:01.000Z' };
    const read = await readContacts(
      {
        ...dineroAt(sandbox),
        contactsPage: async (query) => ({ contacts: [query.deletedOnly ? deleted : alive] }),
      },
      '2026-11-02T08:00:00Z',
    );
    expect(read).toMatchObject({ contacts: [alive], deleted: [] });
  });

  it('counts a contact in the list of deleted ones as deleted, even without a time', async () => {
    withContacts(2);
    const cursor = await since();
    remove(1);
    const api = dineroAt(sandbox);
    const read = await readContacts(
      {
        ...api,
        async contactsPage(query, signal) {
          const { contacts, serverTime } = await api.contactsPage(query, signal);
          return { contacts: contacts.map((contact) => ({ ...contact, deletedAt: undefined })), serverTime };
        },
      },
      cursor,
    );
    expect(read.contacts).toEqual([]);
    expect(read.deleted).toMatchObject([{ guid: contactGuid(1), deletedAt: expect.any(String) }]);
  });

  it('reads everything when more has changed than fits on a page', async () => {
    withContacts(1100);
    const cursor = await since();
    for (let n = 1; n <= 1050; n++) change(n, { City: 'Vejle' });
    const read = await readContacts(dineroAt(sandbox), cursor);
    expect(read.complete).toBe(true);
    expect(read.contacts).toHaveLength(1100);
  });
});

describe('a list of Dinero that never ends', () => {
  const pageOf = (from: number) => Array.from({ length: 1000 }, (_, at) => contactNamed(from + at));
  const contactNamed = (n: number) => ({ guid: contactGuid(n), name: `Kontakt ${n}` });
  const answering = (page: (asked: number) => { guid: string; name: string }[]) => {
    const asked: number[] = [];
    const api: DineroApi = {
      ...dineroAt(sandbox),
      async contactsPage(query) {
        asked.push(query.page);
        return { contacts: page(query.page) };
      },
    };
    return { api, asked };
  };
  const garbled = { system: 'dinero', code: 'garbled' };

  it('is abandoned after 500,000 contacts', async () => {
    const { api, asked } = answering((page) => pageOf(page * 1000));
    expect(await problem(readContacts(api, undefined))).toEqual(garbled);
    expect(asked).toHaveLength(500);
  });

  it.each([undefined, '2026-11-02T08:00:00Z'])(
    'is given up at the first page that brings nothing new, read since %s',
    async (since) => {
      const { api, asked } = answering((page) => pageOf((page % 3) * 1000));
      expect(await problem(readContacts(api, since))).toEqual(garbled);
      expect(asked).toEqual([0, 1, 2, 3]);
    },
  );
});

describe('a list of Dinero that names a contact twice', () => {
  const early = '2026-11-02T08:00:00.000Z';
  const late = '2026-11-02T08:00:01.000Z';
  const guid = contactGuid(1);
  const named = (name: string, extra: Partial<Contact> = {}): Contact => ({ guid, name, ...extra });
  type List = 'all' | 'changed' | 'deleted';
  /** On one page, or far enough apart to be on two. */
  const reading = (lists: Partial<Record<List, Contact[]>>, between = 0, since?: string) => {
    const others = Array.from({ length: between }, (_, n) => ({ guid: contactGuid(9 + n), name: 'Kontakt' }));
    const contactsPage = async ({ page, pageSize, changesSince, deletedOnly }: ContactsQuery) => {
      const [one, ...rest] = lists[deletedOnly ? 'deleted' : changesSince ? 'changed' : 'all'] ?? [];
      const all = one ? [one, ...others, ...rest] : [];
      return { contacts: all.slice(page * pageSize, (page + 1) * pageSize) };
    };
    return readContacts({ ...dineroAt(sandbox), contactsPage }, since);
  };
  const garbled = { system: 'dinero', code: 'garbled', fields: [{ field: 'ContactGuid', message: '' }] };

  describe.each([
    ['on one page', 'all', 0, undefined],
    ['on two pages', 'all', 999, undefined],
    ['among what has changed', 'changed', 0, early],
  ] as const)('%s', (_, list, between, since) => {
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
      ['alike but for when', named('Hansen', { updatedAt: late }), named('Hansen'), 'Hansen'],
    ])('yields one contact: %s', async (_case, one, other, name) => {
      const { contacts } = await reading({ [list]: [one, other] }, between, since);
      expect(contacts.filter((each) => each.guid === guid).map((each) => each.name)).toEqual([name]);
    });

    it.each([
      ['another name', named('Hansen'), named('Jensen')],
      [
        'another name at the same time',
        named('Hansen', { updatedAt: late }),
        named('Jensen', { updatedAt: late }),
      ],
      ['another name, and only one says when', named('Hansen', { updatedAt: late }), named('Jensen')],
      [
        'another customer',
        named('Hansen', { externalReference: 'a' }),
        named('Hansen', { externalReference: 'b' }),
      ],
    ])('is refused: %s', async (_case, one, other) => {
      expect(await problem(reading({ [list]: [one, other] }, between, since))).toEqual(garbled);
    });
  });

  it('is also refused among the deleted ones', async () => {
    expect(await problem(reading({ deleted: [named('Hansen'), named('Jensen')] }))).toEqual(garbled);
    expect((await reading({ deleted: [named('Hansen'), named('Hansen')] })).deleted).toMatchObject([
      named('Hansen'),
    ]);
  });

  it('tells by the deletion which copy is newer', async () => {
    const alive = named('Hansen', { updatedAt: early });
    const { contacts, deleted } = await reading({ all: [alive, { ...alive, deletedAt: late }] });
    expect([contacts, deleted]).toMatchObject([[], [{ guid }]]);
  });

  it('is accepted across two lists read in sequence: the later copy wins', async () => {
    const lists = { all: [named('Hansen')], changed: [named('Jensen')] };
    expect((await reading(lists)).contacts).toEqual([named('Jensen')]);
  });
});
