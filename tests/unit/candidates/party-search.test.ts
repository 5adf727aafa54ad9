import { expect, test } from 'vitest';
import { MOST_HITS, searchable } from '../../../lib/features/candidates/party-search.ts';
import { contact } from '../../helpers/flow.ts';

const contacts = [
  contact('a', { name: 'Østergård Tømrer A/S', city: 'Aarhus', vatNumber: '25313763' }),
  contact('b', { name: 'Hansens VVS ApS', city: 'Odense', email: 'faktura@hansensvvs.dk' }),
  contact('c', { name: 'Tømrer Hansen', city: 'Ribe' }),
];
const search = searchable(contacts);
const found = (query: string) => search(query).found.map(({ guid }) => guid);

test('a blank query returns all in order', () => {
  expect(search(' ')).toEqual({ found: contacts, more: 0 });
});

test.each([
  ['østergård', 'a'],
  ['25313763', 'a'],
  ['hansens vvs', 'b'],
  ['faktura@hansen', 'b'],
  ['tømrer ribe', 'c'],
])('%j finds %s first', (query, guid) => expect(found(query)[0]).toBe(guid));

test('a query that matches nothing returns nothing', () => {
  expect(found('zzz')).toEqual([]);
});

test('hits are limited, and the rest is counted', () => {
  const many = searchable(Array.from({ length: 130 }, (_, index) => contact(`${index}`)));
  expect(many('kontakt').found).toHaveLength(MOST_HITS);
  expect(many('kontakt').more).toBe(130 - MOST_HITS);
  expect(many('').more).toBe(130 - MOST_HITS);
});

test('a name of 10,000 characters can be searched', () => {
  const long = searchable([contact('x', { name: 'æ'.repeat(10_000) })]);
  expect(long('æææ').found).toHaveLength(1);
});
