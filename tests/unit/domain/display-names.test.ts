import fc from 'fast-check';
import { expect, test } from 'vitest';
import { displayNames, namedContact, namedCustomer } from '../../../lib/domain/display-names.ts';
import { contact, customer } from '../../helpers/flow.ts';

const namesOf = (...items: Parameters<typeof displayNames>[0]) => [
  ...displayNames(items, '(uden navn)').values(),
];

test('a unique name is unchanged', () => {
  expect(namesOf({ id: '1', name: 'Bageriet', city: 'Ribe' }, { id: '2', name: 'Bageriet ApS' })).toEqual([
    'Bageriet',
    'Bageriet ApS',
  ]);
});

test('namesakes get their town, and within a town their number', () => {
  expect(
    namesOf(
      { id: '1', name: 'Bageriet', city: 'Ribe', number: '111' },
      { id: '2', name: 'Bageriet', city: 'Vejle', number: '222' },
      { id: '3', name: 'Bageriet', city: 'Vejle', number: '333' },
    ),
  ).toEqual(['Bageriet (Ribe)', 'Bageriet (Vejle, 222)', 'Bageriet (Vejle, 333)']);
});

test('namesakes without a town get their number, those without either a counter', () => {
  expect(
    namesOf(
      { id: '1', name: 'Bageriet', number: '111' },
      { id: '2', name: 'Bageriet' },
      { id: '3', name: 'Bageriet' },
    ),
  ).toEqual(['Bageriet (111)', 'Bageriet', 'Bageriet #2']);
});

test('a missing name gets the placeholder', () => {
  expect(namesOf({ id: '1', name: '' })).toEqual(['(uden navn)']);
  expect(namesOf({ id: '1', name: '', city: 'Ribe' }, { id: '2', name: '', city: 'Vejle' })).toEqual([
    '(uden navn) (Ribe)',
    '(uden navn) (Vejle)',
  ]);
});

test('the number is the CVR number, else the customer number', () => {
  expect(namedCustomer(customer('1', { vatNumber: '25313763', customerNumber: '7' })).number).toBe(
    '25313763',
  );
  expect(namedCustomer(customer('1', { customerNumber: '7' })).number).toBe('7');
  expect(namedContact(contact('a', { vatNumber: '25313763' }))).toMatchObject({
    id: 'a',
    number: '25313763',
  });
});

test('display names are always unique', () => {
  const part = fc.constantFrom('', 'A', 'B', 'A (B)', 'A #2');
  const items = fc.array(fc.record({ name: part, city: part, number: part }), { maxLength: 12 });
  fc.assert(
    fc.property(items, (parts) => {
      const names = displayNames(
        parts.map((each, index) => ({ id: String(index), ...each })),
        '(uden navn)',
      );
      expect(new Set(names.values()).size).toBe(parts.length);
    }),
  );
});
