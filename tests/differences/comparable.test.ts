import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Party } from '../../lib/customer.ts';
import { FIELDS } from '../../lib/customer.ts';
import { comparable, fieldsOf, isSame } from '../../lib/differences/comparable.ts';

const party = (field: Field, value: string | undefined, rest: Partial<Party> = {}): Party => ({
  name: '',
  ...rest,
  [field]: value,
});
const same = (field: Field, one: string | undefined, other: string | undefined, rest: Partial<Party> = {}) =>
  isSame(field, party(field, one, rest), party(field, other, rest));

describe('only written differently', () => {
  it.each<[Field, string | undefined, string | undefined, Partial<Party>?]>([
    ['phone', '+45 86 12 34 56', '86123456'],
    ['phone', '0045 86123456', '86 12 34 56'],
    ['phone', '(+45) 8612-3456', '86.12.34.56'],
    ['phone', '+46 (0)8 123 456 78', '08-123 456 78', { countryCode: 'SE' }],
    ['phone', '004681234567 8', '+46 8 12345678', { countryCode: 'SE' }],
    ['name', 'Bagergården ApS', 'BAGERGÅRDEN  APS'],
    ['name', 'Nordlys A/S', 'Nordlys AS'],
    ['name', 'Hansen & Søn I/S', 'Hansen & Søn IS.'],
    ['street', 'Nørregade 7, 2. tv.', 'Nørregade 7  2 tv'],
    ['street', 'Nørregade 7 B', 'Nørregade 7b'],
    ['zipCode', '8000', 'DK-8000'],
    ['zipCode', '111 22', '11122', { countryCode: 'SE' }],
    ['city', 'Århus C', 'Aarhus C'],
    ['countryCode', undefined, 'DK'],
    ['email', 'Faktura@Hansen.dk', 'faktura@hansen.dk'],
    ['website', 'https://www.hansen.dk/', 'hansen.dk'],
    ['vatNumber', 'DK 25 31 37 63', '25313763'],
    ['vatNumber', 'SE556036079301', '556036079301', { countryCode: 'SE' }],
    ['street', undefined, ''],
  ])('%s: %j and %j', (field, one, other, rest) => {
    expect(same(field, one, other, rest)).toBe(true);
    expect(same(field, other, one, rest)).toBe(true);
  });
});

describe('different', () => {
  it.each<[Field, string | undefined, string | undefined, Partial<Party>?]>([
    ['phone', '86123456', '86123457'],
    ['phone', '+46 86 12 34 56', '86123456'],
    ['phone', undefined, '86123456'],
    ['phone', 'spørg Lis', '86123456'],
    ['name', 'Bagergården ApS', 'Bagergården A/S'],
    ['name', 'Bagergården ApS', 'Bagergården'],
    ['name', 'Hansen Holding ApS', 'Hansen ApS'],
    ['name', 'A B Hansen', 'AB Hansen'],
    ['name', '!!!', '???'],
    ['street', 'Nørregade 7', 'Nørregade 7B'],
    ['street', 'Nørregade 7', 'Nørregade 17'],
    ['zipCode', '8000', '8200'],
    ['city', 'Aarhus C', 'Aarhus N'],
    ['countryCode', undefined, 'SE'],
    ['email', 'faktura@hansen.dk', 'bogholderi@hansen.dk'],
    ['website', 'hansen.dk', 'hansen.dk/butik'],
    ['vatNumber', '25313763', '10103940'],
    ['vatNumber', undefined, '10103940'],
  ])('%s: %j and %j', (field, one, other, rest) => {
    expect(same(field, one, other, rest)).toBe(false);
    expect(same(field, other, one, rest)).toBe(false);
  });
});

it('persons share no CVR number', () => {
  expect(fieldsOf({ name: 'Lis', isPerson: true }, { name: 'Lis' })).not.toContain('vatNumber');
  expect(fieldsOf({ name: 'Lis' }, { name: 'Lis' })).toEqual(FIELDS);
});

it('a value is the same as itself, whatever it is, and its form is the form of its form', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ()-]{0,20}$/));
  fc.assert(
    fc.property(
      fc.constantFrom(...FIELDS),
      value,
      fc.constantFrom('DK', 'SE', 'GR', 'XX'),
      (field, text, countryCode) => {
        expect(same(field, text, text, field === 'countryCode' ? {} : { countryCode })).toBe(true);
        const once = comparable(field, text, { countryCode });
        expect(comparable(field, once, { countryCode })).toBe(once);
      },
    ),
    { numRuns: 3000 },
  );
});
