import { describe, expect, it } from 'vitest';
import { findSimilar } from '../../../lib/features/candidates/similar.ts';
import type { MatchInput } from '../../../lib/match/index.ts';

const wanted = (extra: Partial<MatchInput> = {}): MatchInput => ({
  id: '1',
  name: 'Østergård Tømrer ApS',
  ...extra,
});
const others: MatchInput[] = [
  { id: 'quite-another', name: 'Kaffebaren Nord', vatNumber: '25313763' },
  { id: 'prefixed', name: 'Kulturhuset', vatNumber: 'DK 25 31 37 63' },
  { id: 'same-name', name: 'ØSTERGÅRD TØMRER APS' },
  { id: 'stranger', name: 'Zebra Trading', vatNumber: '12345674' },
];
const ids = async (customer: MatchInput, list = others) => {
  const [found = []] = await findSimilar([customer], list);
  return found.map(({ id }) => id);
};
const [quiteAnother, prefixed, sameName, stranger] = others as [
  MatchInput,
  MatchInput,
  MatchInput,
  MatchInput,
];

describe('a record is similar', () => {
  it.each([
    ['the very same name', wanted(), sameName],
    ['a name with another company form', wanted({ name: 'Østergård Tømrer A/S' }), sameName],
    ['the same VAT number and quite another name', wanted({ vatNumber: '25313763' }), quiteAnother],
    ['the same VAT number with its country before it', wanted({ vatNumber: '25313763' }), prefixed],
    ['the same VAT number with its country here', wanted({ vatNumber: 'DK25313763' }), quiteAnother],
  ])('with %s', async (_, customer, other) => {
    expect(await ids(customer, [stranger, other])).toEqual([other.id]);
  });

  it('with the VAT number as the reason', async () => {
    const [found] = await findSimilar([wanted({ vatNumber: '25313763' })], [quiteAnother]);
    expect(found?.[0]?.reasons).toContain('vat');
  });

  it('once, also when both name and VAT number match', async () => {
    const found = await ids(wanted({ vatNumber: '25313763' }));
    expect(found.toSorted()).toEqual(['prefixed', 'quite-another', 'same-name']);
  });
});

describe('no record is similar', () => {
  it.each([
    ['with another name and another number', wanted({ vatNumber: '35679131' }), [quiteAnother, stranger]],
    ['without a number on either side', wanted(), [{ id: 'x', name: 'Kaffebaren Nord' }]],
    [
      'with a number that is none',
      wanted({ vatNumber: '-' }),
      [{ id: 'x', name: 'Kaffebaren Nord', vatNumber: '-' }],
    ],
    ['with the same digits of another country', wanted({ vatNumber: 'FI25313763' }), [quiteAnother]],
    ['without a name', wanted({ name: '' }), [{ id: 'x', name: '' }]],
    ['in an empty list', wanted({ vatNumber: '25313763' }), []],
  ])('%s', async (_, customer, list) => {
    expect(await ids(customer, list)).toEqual([]);
  });
});

it('every record with the same VAT number is returned, whatever else differs', async () => {
  const many = Array.from({ length: 9 }, (_, at): MatchInput => {
    return {
      id: `${at}`,
      name: `Afdeling ${at}`,
      vatNumber: '25313763',
      countryCode: 'SE',
      isPerson: at % 2 === 0,
    };
  });
  const found = await ids(wanted({ vatNumber: '25313763', countryCode: 'DK' }), many);
  expect(found.toSorted()).toEqual(many.map(({ id }) => id));
});

it('every customer gets its own list, in order', async () => {
  const found = await findSimilar(
    [
      wanted({ id: '1', name: 'Zebra Trading' }),
      wanted({ id: '2', name: 'Ingen Kender' }),
      wanted({ id: '3' }),
    ],
    others,
  );
  expect(found.map((each) => each.map(({ id }) => id))).toEqual([['stranger'], [], ['same-name']]);
});

describe('every wanted customer is matched alone', () => {
  it.each([
    ['two that are written alike', 'IOTA TEKST', 'Iota Tekst'],
    ['one that fits better than the other', 'Iota Tekst', 'Iota Tekst v/ Ib Torsager'],
    ['a company and its sister', 'Iota Tekst ApS', 'Iota Tekst Holding ApS'],
  ])('%s', async (_, one, other) => {
    const contact = { id: 'there', name: 'Iota Tekst' };
    const both = [one, other].map((name, at) => wanted({ id: String(at), name }));
    const together = await findSimilar(both, [stranger, contact]);
    const alone = await Promise.all(both.map((customer) => findSimilar([customer], [stranger, contact])));
    expect(together.map((found) => found.map(({ id }) => id))).toEqual(
      alone.map(([found = []]) => found.map(({ id }) => id)),
    );
    expect(together[0]).toMatchObject([{ id: 'there' }]);
  });
});
