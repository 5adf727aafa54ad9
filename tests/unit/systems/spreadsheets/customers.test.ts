import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../lib/systems/spreadsheets/columns.ts';
import { countryOf } from '../../../../lib/systems/spreadsheets/country.ts';
import { customersOf } from '../../../../lib/systems/spreadsheets/customers.ts';
import { COLUMNS } from '../../../../lib/systems/spreadsheets/headings.ts';

const HEADINGS = [
  'Navn',
  'Kundenummer',
  'CVR',
  'Adresse',
  'Postnr',
  'By',
  'Land',
  'E-mail',
  'Telefon',
  'Webside',
  'Noter',
  'Type',
];
type Cells = Partial<Record<(typeof HEADINGS)[number], string>>;

/** Rows below headings for every column. */
function read(...rows: Cells[]) {
  const table = [HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => row[heading] ?? ''))];
  return customersOf(table, recognise(table));
}
const first = (row: Cells) => read({ Navn: 'Nordvind', ...row }).customers[0];

describe('the id of a row', () => {
  it.each<[Cells, string]>([
    [{ Kundenummer: '0042', CVR: '31000009' }, 'nr:0042'],
    [{ CVR: '31 00 00 09', Postnr: '8000' }, 'cvr:31000009'],
    [{ CVR: 'DK31000009' }, 'cvr:31000009'],
    [{ CVR: '31000009.00' }, 'cvr:31000009'],
    [{ CVR: 'SE 556677-8899 01', Land: 'Sverige' }, 'cvr:SE556677889901'],
    [{ CVR: '556677889901', Land: 'SE' }, 'cvr:SE556677889901'],
    [{ Navn: '  ÆRØ   Bådeværft ', Postnr: '5970' }, 'navn:ærø bådeværft|5970'],
    [{ Navn: 'Norrby', Postnr: '211 22' }, 'navn:norrby|21122'],
    [{}, 'navn:nordvind|'],
    [{ Kundenummer: '-', CVR: '0' }, 'navn:nordvind|'],
  ])('of %j is %s', (row, id) => {
    expect(first(row)?.id).toBe(id);
  });

  it('is the same for a name in another Unicode form', () => {
    expect(first({ Navn: 'Cafe\u0301 A\u030Aen' })?.id).toBe(first({ Navn: 'Café Åen' })?.id);
  });
});

describe('a refused row', () => {
  it('has no name', () => {
    const { customers, refused } = read({ Kundenummer: '1' }, { Navn: '--', CVR: '31000009' });
    expect(customers).toEqual([]);
    expect(refused).toEqual([
      { line: 2, name: '', why: 'no-name' },
      { line: 3, name: '', why: 'no-name' },
    ]);
  });

  it('has the same id as others; all of them are refused, and each names the others', () => {
    const { customers, refused } = read(
      { Navn: 'Nordvind', Kundenummer: '7' },
      { Navn: 'Sydvest', Kundenummer: '8' },
      { Navn: 'Østers', Kundenummer: '7' },
      { Navn: 'Vesterled', Kundenummer: '7' },
    );
    expect(customers.map(({ name }) => name)).toEqual(['Sydvest']);
    expect(refused).toEqual([
      { line: 2, name: 'Nordvind', why: 'same-id', id: 'nr:7', with: [4, 5] },
      { line: 4, name: 'Østers', why: 'same-id', id: 'nr:7', with: [2, 5] },
      { line: 5, name: 'Vesterled', why: 'same-id', id: 'nr:7', with: [2, 4] },
    ]);
  });

  it('has an impossible name', () => {
    const { refused } = read({ Navn: 'x'.repeat(1_000_000) }, { Navn: 'y'.repeat(300) });
    expect(refused).toEqual([{ line: 2, name: `${'x'.repeat(299)}…`, why: 'too-long' }]);
  });

  it('is skipped silently when empty, a repeated heading, or the total', () => {
    const repeated = Object.fromEntries(HEADINGS.map((heading) => [heading, heading]));
    const found = read(
      { Navn: 'Nordvind' },
      {},
      repeated,
      { Navn: 'Sydvest' },
      { Navn: 'I alt', Noter: '2' },
      {},
    );
    expect(found.customers.map(({ name }) => name)).toEqual(['Nordvind', 'Sydvest']);
    expect(found).toMatchObject({ refused: [], doubts: [] });
  });

  it('is not a customer named Total', () => {
    expect(read({ Navn: 'Total', By: 'Ribe' }).customers).toHaveLength(1);
    expect(read({ Navn: 'Total' }, { Navn: 'Nordvind' }).customers).toHaveLength(2);
  });
});

describe('a cell', () => {
  it.each([
    ['dk', 'DK'],
    ['DNK', 'DK'],
    ['danmark', 'DK'],
    ['Denmark', 'DK'],
    ['Danmark (DK)', 'DK'],
    ['TYSKLAND', 'DE'],
    ['Holland', 'NL'],
    ['The Netherlands', 'NL'],
    ['U.S.A.', 'US'],
    ['UK', 'GB'],
    ['Skotland', 'GB'],
    ['Færøerne', 'FO'],
    ['Grækenland', 'GR'],
    ['Lilleput', undefined],
    ['__proto__', undefined],
  ])('names a country: %s', (text, code) => {
    expect(countryOf(text)).toBe(code);
  });

  it('leaves its field empty and raises a doubt when it is unusable', () => {
    const found = read({
      Navn: 'Nordvind',
      Kundenummer: '1,00E+05',
      CVR: 'kommer',
      Adresse: 'x'.repeat(5000),
      Land: 'Lilleput',
      Telefon: '4.58E+09',
    });
    expect(found.customers).toEqual([{ id: 'navn:nordvind|', name: 'Nordvind' }]);
    expect(
      found.doubts.map(({ what, column, text }) => [what, column, text.length > 20 ? '…' : text]),
    ).toEqual([
      ['country', 'countryCode', 'Lilleput'],
      ['vat-number', 'vatNumber', 'kommer'],
      ['number-format', 'customerNumber', '1,00E+05'],
      ['too-long', 'street', '…'],
      ['number-format', 'phone', '4.58E+09'],
    ]);
    expect(found.doubts[0]).toMatchObject({ line: 2, name: 'Nordvind' });
  });

  it('is repaired where a spreadsheet has changed it', () => {
    const row = { Kundenummer: '="0042"', Postnr: '8000,0', Telefon: "'+45 86 00 00 01", Navn: "'@Nordvind" };
    expect(first(row)).toMatchObject({
      name: '@Nordvind',
      customerNumber: '0042',
      zipCode: '8000',
      phone: '+45 86 00 00 01',
    });
    expect(first({ Kundenummer: '10.000' })?.customerNumber).toBe('10.000');
  });

  it.each([
    ['Privat', true],
    ['privatperson', true],
    ['P', true],
    ['ja', true],
    ['Virksomhed', false],
    ['Company', false],
    ['Erhverv', false],
    ['Ven', undefined],
    ['', undefined],
  ])('says whether it is a private person: %j', (kind, isPerson) => {
    expect(first({ Type: kind })?.isPerson).toBe(isPerson);
  });

  it('keeps the lines of notes, and cuts long ones', () => {
    expect(first({ Noter: 'Ring først\nHund' })?.notes).toBe('Ring først\nHund');
    expect(first({ Noter: 'x'.repeat(1_000_000) })?.notes).toHaveLength(2000);
  });

  it('is text, whatever a spreadsheet would make of it', () => {
    expect(
      first({ Navn: '=HYPERLINK("https://x.example")', Adresse: '@SUM(A1)', 'E-mail': 'mailto:a@b.example' }),
    ).toMatchObject({
      name: '=HYPERLINK("https://x.example")',
      street: '@SUM(A1)',
      email: 'a@b.example',
    });
  });
});

describe('customers', () => {
  it('are read from any cells: each row is taken or refused, ids are unique', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom('', '7', 'Nordvind', '31000009', '1E5', '__proto__'),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 }),
        fc.array(fc.option(fc.constantFrom(...COLUMNS), { nil: undefined }), { minLength: 4, maxLength: 4 }),
        (table, mapping) => {
          const { customers, refused } = customersOf(table, { mapping, headings: 0 });
          expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length);
          expect(customers.length + refused.length).toBeLessThanOrEqual(table.length);
          for (const customer of customers) {
            expect(customer.name).toMatch(/\S/);
            expect(Object.values(customer)).not.toContain('');
          }
        },
      ),
    );
  });
});
