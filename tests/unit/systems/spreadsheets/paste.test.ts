import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../lib/systems/spreadsheets/columns.ts';
import { customersOf } from '../../../../lib/systems/spreadsheets/customers.ts';
import {
  asClipboard,
  asCsv,
  pasteTables,
  type SheetImport,
} from '../../../../lib/systems/spreadsheets/paste.ts';
import { parseTable } from '../../../../lib/systems/spreadsheets/table.ts';

const party = (parts: Partial<SheetImport> = {}): SheetImport => ({
  id: 'a',
  name: 'Nordvind ApS',
  isPerson: false,
  ...parts,
});
const HEADINGS =
  'Firmanavn\tKundenummer\tCVR nummer\tAdresse\tPostnummer\tBy\tLand\tFaktureringsmail\tTelefon\tWebside\tNoter';

/** The cells of a pasted row. */
const pasted = (parts: Partial<SheetImport>) =>
  asClipboard(pasteTables([party(parts)]).companies)
    .split('\r\n')[1]
    ?.split('\t') ?? [];

async function readBack(text: string) {
  const parsed = await parseTable(text);
  const table = 'table' in parsed ? parsed.table : [];
  return customersOf(table, recognise(table)).customers;
}

describe('the table for the import', () => {
  it('separates companies and private persons, each with the columns of the import', () => {
    const { companies, persons } = pasteTables([
      party({
        vatNumber: 'DK 31000009',
        street: 'Ågade 1',
        zipCode: '8000',
        city: 'Aarhus C',
        countryCode: 'DK',
        email: 'a@nordvind.example',
        phone: '+45 86 00 00 01',
        website: 'https://nordvind.example',
      }),
      party({ name: 'Ida  Prøve', isPerson: true, vatNumber: '31000009', countryCode: 'DE' }),
    ]);
    expect(companies).toEqual([
      [
        'Nordvind ApS',
        '',
        '31000009',
        'Ågade 1',
        '8000',
        'Aarhus C',
        'Danmark',
        'a@nordvind.example',
        '+45 86 00 00 01',
        'https://nordvind.example',
        '',
      ],
    ]);
    expect(persons).toEqual([['Ida Prøve', '', '', '', '', '', 'Tyskland', '', '', '', '']]);
  });

  it('is pasted with headings', () => {
    const { companies } = pasteTables([party()]);
    expect(asClipboard(companies)).toBe(`${HEADINGS}\r\nNordvind ApS${'\t'.repeat(10)}`);
    expect(asClipboard([])).toBe(HEADINGS);
  });

  it('has no tab or line break within a cell', () => {
    expect(pasted({ name: 'Nord\tvind\r\nApS', street: 'a\u2028b' })).toHaveLength(11);
    expect(pasted({ name: 'Nord\tvind\r\nApS' })[0]).toBe('Nord vind ApS');
  });

  it.each([
    '=1+1',
    '=HYPERLINK("x")',
    '@SUM(A1)',
    '+cmd|x!A1',
    '-2+A1',
    '+45 86 00 00 01+A1',
    '-',
    '+',
    '@nord',
    '＝1+1',
    '＋45 86 00 00 01',
    '－2',
    '＠SUM(A1)',
    '\u200b=1+1',
    '\u2060\u200e@SUM(A1)',
    '\u200b+1+A1',
    '\u0000=1',
    '\u3164＝1',
  ])('has no formula: %j', (name) => {
    expect(pasted({ name })[0]).toBe(`'${name}`);
  });

  it.each(['\n=1', '\t\u00a0=1', '\ufeff=1', '\u2028 ＝1'])(
    'has no formula below spaces: %j',
    async (name) => {
      const sign = name.at(-2);
      expect(pasted({ name })[0]).toBe(`'${sign}1`);
      const { companies } = pasteTables([party({ name })]);
      expect(await asCsv(companies)).toContain(`\r\n"'${sign}1"`);
      // Cells not reduced to one line before.
      expect(await asCsv([[name]])).toContain(`\r\n"'${name}"`);
    },
  );

  it.each(['＝1', '＠nord', '\u3164=1'])('is read back without the leading apostrophe: %j', async (name) => {
    const { companies } = pasteTables([party({ name })]);
    for (const text of [asClipboard(companies), await asCsv(companies)])
      expect(await readBack(text)).toMatchObject([{ name }]);
  });

  it.each([
    '+45 86 12 34 56',
    '+4586123456',
    '(+45) 86-12-34-56',
    '-45',
    '+45 (0)86.12/34',
    '\u200b+45 86 12 34 56',
  ])('keeps the phone number unchanged: %s', (phone) => {
    expect(pasted({ phone })[8]).toBe(phone);
  });

  it('quotes a cell that begins with a quote, since it would swallow the next ones', () => {
    expect(pasted({ name: '"Kroen" ved Søen' })[0]).toBe('"""Kroen"" ved Søen"');
    expect(pasted({ name: 'Ved "Søen"' })[0]).toBe('Ved "Søen"');
  });

  it('is a file that a Danish spreadsheet opens', async () => {
    const { companies } = pasteTables([party({ name: '=1;2', phone: '+45 86 00 00 01' })]);
    expect(await asCsv(companies)).toBe(
      `\uFEFF${HEADINGS.replaceAll('\t', ';')}\r\n"'=1;2";;;;;;;;+45 86 00 00 01;;\r\n`,
    );
    expect((await asCsv(companies)).split('\r\n')[1]).toMatch(/^"'=1;2"/);
  });

  it('is read back unchanged from clipboard and file', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'abÆå" ;,|=+-@(\'', '\t', '\n'), maxLength: 10 });
    const imports = fc.array(fc.tuple(cell, cell), { maxLength: 8 }).map((cells) =>
      cells.map(([name, street], index) =>
        party({
          name: `${name}N${index}`,
          street: `${street}S`,
          email: `a${index}@a.example`,
          countryCode: 'DK',
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(imports, async (parties) => {
        // A `'` before a sign is taken for the one that prevents a formula.
        fc.pre(
          parties.every(
            ({ name, street }) => !/^\s*'[=+\-@]/.test(name) && !/^\s*'[=+\-@]/.test(street ?? ''),
          ),
        );
        const { companies } = pasteTables(parties);
        const expected = companies.map(([name, , , street, , , , email]) => ({
          name,
          street,
          email,
          countryCode: 'DK',
        }));
        expect(await readBack(asClipboard(companies))).toMatchObject(expected);
        expect(await readBack(await asCsv(companies))).toMatchObject(expected);
      }),
    );
  });
});
