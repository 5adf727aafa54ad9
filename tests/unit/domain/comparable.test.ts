import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparable, fieldsOf, isSame } from '../../../lib/domain/comparable.ts';
import type { Field, Party } from '../../../lib/domain/customer.ts';
import { FIELDS } from '../../../lib/domain/customer.ts';

const party = (field: Field, value: string | undefined, rest: Partial<Party> = {}): Party => ({
  name: '',
  ...rest,
  [field]: value,
});
const same = (field: Field, one: string | undefined, other: string | undefined, rest: Partial<Party> = {}) =>
  isSame(field, party(field, one, rest), party(field, other, rest));

describe('equal values in different notations', () => {
  it.each<[Field, string | undefined, string | undefined, Partial<Party>?]>([
    ['phone', '+45 86 12 34 56', '86123456'],
    ['phone', '0045 86123456', '86 12 34 56'],
    ['phone', '(+45) 8612-3456', '86.12.34.56'],
    ['phone', '+46 (0)8 123 456 78', '08-123 456 78', { countryCode: 'SE' }],
    ['phone', '004681234567 8', '+46 8 12345678', { countryCode: 'SE' }],
    ['phone', '86-12-34-56', '\u202d86 12 34 56\u202c'],
    ['phone', '86123456/40123456', '86 12 34 56 / 40 12 34 56'],
    ['phone', '86123456 LOK. 12', '86123456  lok. 12'],
    ['name', 'Bagergården ApS', 'BAGERGÅRDEN  APS'],
    ['name', 'Nordlys A/S', 'Nordlys AS'],
    ['name', 'Hansen & Søn I/S', 'Hansen & Søn IS.'],
    ['street', 'Nørregade 7, 2. tv.', 'Nørregade 7  2 tv'],
    ['street', 'Nørregade 7 B', 'Nørregade 7b'],
    ['zipCode', '8000', 'DK-8000'],
    ['zipCode', '111 22', '11122', { countryCode: 'SE' }],
    ['zipCode', 'SE-111 22', '11122', { countryCode: 'SE' }],
    ['zipCode', 'S-111 22', 'SE 11122', { countryCode: 'SE' }],
    ['zipCode', 'D-10115', '10115', { countryCode: 'DE' }],
    ['city', 'Århus C', 'Aarhus C'],
    ['countryCode', undefined, 'DK'],
    ['email', 'Faktura@Hansen.dk', 'faktura@hansen.dk'],
    ['website', 'https://www.hansen.dk/', 'hansen.dk'],
    ['vatNumber', 'DK 25 31 37 63', '25313763'],
    ['vatNumber', 'SE556036079301', '556036079301', { countryCode: 'SE' }],
    ['vatNumber', 'NO 987 654 321 MVA', 'NO987654321MVA', { countryCode: 'NO' }],
    ['vatNumber', 'GB 123 4567 89', 'gb123456789', { countryCode: 'GB' }],
    ['vatNumber', 'CHE-123.456.789', 'CHE123456789', { countryCode: 'CH' }],
    ['vatNumber', 'DK 25313763', 'dk25313763', { countryCode: 'SE' }],
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
    ['phone', '86123456, 40123456', '86123456'],
    ['phone', '86123456/40123456', '86123456'],
    ['phone', '86123456 eller 40123456', '86123456'],
    ['phone', '86123456 x12', '86123456'],
    ['phone', '86123456 ext. 12', '86123456'],
    ['phone', '+46 8 123 456 78 ext. 12', '08-123 456 78', { countryCode: 'SE' }],
    ['phone', 'Lis 86123456', 'Ole 86123456'],
    ['phone', 'Lis 86123456', '86123456'],
    ['name', 'Bagergården ApS', 'Bagergården A/S'],
    ['name', 'Bagergården ApS', 'Bagergården'],
    ['name', 'Hansen Holding ApS', 'Hansen ApS'],
    ['name', 'A B Hansen', 'AB Hansen'],
    ['name', '!!!', '???'],
    ['street', 'Nørregade 7', 'Nørregade 7B'],
    ['street', 'Nørregade 7', 'Nørregade 17'],
    ['zipCode', '8000', '8200'],
    ['zipCode', 'M1 1AA', 'L1 1AA', { countryCode: 'GB' }],
    ['zipCode', 'D02 AF30', 'D04 AF30', { countryCode: 'IE' }],
    ['zipCode', 'N-8000', '8000'],
    ['city', 'Aarhus C', 'Aarhus N'],
    ['countryCode', undefined, 'SE'],
    ['email', 'faktura@hansen.dk', 'bogholderi@hansen.dk'],
    ['website', 'hansen.dk', 'hansen.dk/butik'],
    ['vatNumber', '25313763', '10103940'],
    ['vatNumber', undefined, '10103940'],
    ['vatNumber', 'SE25313763', 'DK25313763', { countryCode: 'SE' }],
  ])('%s: %j and %j', (field, one, other, rest) => {
    expect(same(field, one, other, rest)).toBe(false);
    expect(same(field, other, one, rest)).toBe(false);
  });
});

describe('records with different countries', () => {
  const differ = (field: Field, one: [string, string?], other: [string, string?]) =>
    !isSame(
      field,
      party(field, one[0], { countryCode: one[1] }),
      party(field, other[0], { countryCode: other[1] }),
    );

  it.each<[Field, [string, string?], [string, string?]]>([
    ['phone', ['86123411', 'NO'], ['+45 86 12 34 11']],
    ['phone', ['86123411', 'DK'], ['+45 86 12 34 11', 'SE']],
    ['phone', ['86 12 34 11', 'DK'], ['86123411', 'SE']],
    ['phone', ['08-123 456 78', 'DK'], ['+46 8 123 456 78', 'SE']],
    ['zipCode', ['SE-111 22'], ['11122', 'SE']],
    ['vatNumber', ['SE556036079301'], ['556036079301', 'SE']],
    ['vatNumber', ['25313763', 'DK'], ['DK 25313763', 'SE']],
    ['vatNumber', ['987 654 321', 'NO'], ['987654321', 'DK']],
    ['vatNumber', ['NO987654321MVA', 'NO'], ['987654321']],
  ])('have the same %s: %j and %j', (field, one, other) => {
    expect(differ(field, one, other)).toBe(false);
    expect(differ(field, other, one)).toBe(false);
  });

  it.each<[Field, [string, string?], [string, string?]]>([
    ['phone', ['86123411', 'DK'], ['+46 86 12 34 12', 'SE']],
    ['phone', ['86123411', 'NO'], ['+46 86 12 34 11']],
    ['vatNumber', ['25313763', 'DK'], ['SE556036079301', 'SE']],
  ])('differ in their %s: %j and %j', (field, one, other) => {
    expect(differ(field, one, other)).toBe(true);
    expect(differ(field, other, one)).toBe(true);
  });
});

it('fieldsOf leaves out the CVR number for persons', () => {
  expect(fieldsOf({ name: 'Lis', isPerson: true }, { name: 'Lis' })).not.toContain('vatNumber');
  expect(fieldsOf({ name: 'Lis' }, { name: 'Lis' })).toEqual(FIELDS);
});

it('isSame is reflexive and comparable is idempotent', () => {
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
