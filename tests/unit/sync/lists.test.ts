import { expect, test } from 'vitest';
import { countParts, partOf, wholeLists } from '../../../lib/features/sync/lists.ts';
import { contact, customer, flow, link, match } from '../../helpers/flow.ts';

const many = <Row>(count: number, make: (id: string) => Row): Row[] =>
  Array.from({ length: count }, (_, place) => make(String(place)));

test('short lists fit in one part', async () => {
  const data = flow({ customers: [customer('1')], ignored: ['a'] });
  expect(countParts(data)).toBe(1);
  expect(partOf(data, 0)).toEqual(data);
  expect(countParts(flow({}))).toBe(1);
});

test('long lists are reassembled from their parts', async () => {
  const data = flow({
    customers: many(2001, customer),
    contacts: many(1000, contact),
    links: many(7, (id) => link(id, id)),
    ignored: many(3500, (id) => id),
    matches: many(1500, (id) => match(id, 'none')),
  });
  const parts = countParts(data);
  expect(parts).toBe(4);
  expect(await wholeLists(partOf(data, 0), parts, async (part) => partOf(data, part))).toEqual(data);
});

test('wholeLists gives up at the first missing part', async () => {
  const asked: number[] = [];
  const ask = async (part: number) => {
    asked.push(part);
    return part === 2 ? undefined : flow({});
  };
  expect(await wholeLists(flow({}), 5, ask)).toBeUndefined();
  expect(asked).toEqual([1, 2]);
});
