import { describe, expect, it } from 'vitest';
import { createMatchedLists } from '../../../lib/features/sync/matched-lists.ts';
import type { LinkRecord } from '../../../lib/storage/records.ts';
import { company, connectionId, open, sandboxAround } from '../../helpers/company.ts';
import { contactGuid } from '../../sandbox/index.ts';

sandboxAround();

const pair = { customers: [{ id: 1, name: 'Bagergården ApS' }], contacts: [{ Name: 'Bagergården ApS' }] };
const link: LinkRecord = {
  connectionId,
  customerId: '1',
  contactGuid: contactGuid(1),
  state: 'ok',
  how: 'match',
  linkedAt: 1,
};

async function setUp() {
  await open(pair);
  await company.office.begin();
  const { database } = company.office;
  const newId = () => crypto.randomUUID();
  return { database, lists: createMatchedLists({ database: Promise.resolve(database), newId }) };
}

describe('the matched lists', () => {
  it('include a link made while they were matched', async () => {
    const { database, lists } = await setUp();
    let rounds = 0;
    const { data } = await lists.match(connectionId, () => {
      rounds += 1;
      if (rounds > 1) return;
      void database.links.put(link);
      lists.forget(connectionId);
    });
    expect(data.links).toEqual([{ customerId: '1', contactGuid: contactGuid(1), state: 'ok' }]);
    expect(data.matches).toEqual([]);
  });

  it('do not include a link removed while they were read', async () => {
    const { database, lists } = await setUp();
    await database.links.put(link);
    const making = lists.match(connectionId);
    await database.links.clear();
    lists.forget(connectionId);
    const { data } = await making;
    expect(data.links).toEqual([]);
    expect(data.matches).toMatchObject([{ id: '1', verdict: 'certain' }]);
  });

  it('are kept until links change', async () => {
    const { lists } = await setUp();
    const first = await lists.latestOrMatch(connectionId);
    expect(await lists.latestOrMatch(connectionId)).toBe(first);
    lists.forget(connectionId);
    expect(lists.latest(connectionId)).toBeUndefined();
    expect((await lists.latestOrMatch(connectionId)).id).not.toBe(first.id);
  });

  it('rethrow an error unrelated to links', async () => {
    const { database, lists } = await setUp();
    database.close();
    await expect(lists.match(connectionId)).rejects.toThrow();
  });

  it('are no longer served in parts after a link has changed', async () => {
    await open({ ...pair, customers: [{ ...pair.customers[0], dineroContactGuid: contactGuid(1) }] });
    const { lists } = await company.office.begin();
    const part = { connectionId, lists, part: 0 };
    expect(await company.office.ask.flowPart(part)).toMatchObject({ links: [{ customerId: '1' }] });
    expect(await company.office.ask.flowPart({ ...part, lists: 'others' })).toBeUndefined();
    await company.office.ask.unlink({ connectionId, customerId: '1' });
    expect(await company.office.ask.flowPart(part)).toBeUndefined();
  });
});
