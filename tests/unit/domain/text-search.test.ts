import { expect, test } from 'vitest';
import { isFound, searchText, wordsOf } from '../../../lib/domain/text-search.ts';
import { contact, customer } from '../../helpers/flow.ts';

const ostergaard = customer('1', {
  name: 'Østergård & Søn ApS',
  city: 'Århus C',
  vatNumber: '25313763',
  email: 'Faktura@oestergaard.dk',
  customerNumber: '10044',
});
const finds = (query: string) => isFound(searchText(ostergaard), wordsOf(query));

test.each(['østergård', 'ØSTERGÅRD', 'søn århus', '25313763', 'DK25313763', 'faktura@', '10044', '  ', ''])(
  'finds a customer by %j',
  (query) => expect(finds(query)).toBe(true),
);

test.each(['ostergard', 'østergård ribe', '253137634'])('does not find it by %j', (query) =>
  expect(finds(query)).toBe(false),
);

test('finds letters composed of two code points', () => {
  expect(finds('A\u030Arhus')).toBe(true);
});

test('finds a contact that has only a name', () => {
  expect(isFound(searchText(contact('a')), wordsOf('kontakt'))).toBe(true);
});
