import fc from 'fast-check';
import papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../../../lib/systems/spreadsheets/decode.ts';
import { MOST_COLUMNS, MOST_ROWS, parseTable } from '../../../../lib/systems/spreadsheets/table.ts';
import { utf8, utf16, windows1252 } from '../../../sandbox/sheet-bytes.ts';

const tableIn = async (text: string) => {
  const parsed = await parseTable(text);
  return 'table' in parsed ? parsed.table : parsed.refused;
};

describe('the cells of a table', () => {
  it('are not split at a comma within text', async () => {
    expect(await tableIn('Bageren, Ny By;8000\nTømreren, Gl. By;9000\nSmeden, Havn;5000')).toEqual([
      ['Bageren, Ny By', '8000'],
      ['Tømreren, Gl. By', '9000'],
      ['Smeden, Havn', '5000'],
    ]);
  });

  it('are whole names in a one-column list, even with commas', async () => {
    expect(await tableIn('Hansen, Ole\nJensen, Ida')).toEqual([['Hansen, Ole'], ['Jensen, Ida']]);
    expect(await tableIn('Ord, Tale og Tekst\nNordvind\nSydvest')).toEqual([
      ['Ord, Tale og Tekst'],
      ['Nordvind'],
      ['Sydvest'],
    ]);
  });

  it('are split at commas without known headings', async () => {
    expect(await tableIn('Nordvind,8000,x\nSydvest,9000,y')).toEqual([
      ['Nordvind', '8000', 'x'],
      ['Sydvest', '9000', 'y'],
    ]);
  });

  it('keep quotes that do not open a quoted cell, and the rows below', async () => {
    const text = 'Navn\tBy\n"Kroen" ved Søen\tAarhus\n"Uden slut\tOdense\n"Delt\nnavn ""K"""\tRibe\n"\tKøge';
    expect(await tableIn(text)).toEqual([
      ['Navn', 'By'],
      ['"Kroen" ved Søen', 'Aarhus'],
      ['"Uden slut', 'Odense'],
      ['Delt\nnavn "K"', 'Ribe'],
      ['"', 'Køge'],
    ]);
  });

  it('have the same number in every row, without empty columns to the right and rows below', async () => {
    expect(await tableIn('Navn;By;;\r\nNordvind\r\n;;;\r\nSydvest;Ribe\r\n;;;\r\n\r\n')).toEqual([
      ['Navn', 'By'],
      ['Nordvind', ''],
      ['', ''],
      ['Sydvest', 'Ribe'],
    ]);
  });

  it('are trimmed and have no invisible characters', async () => {
    expect(await tableIn('Navn;By\n \u00A0Nord\u0000vind\u200B\u00A0ApS ;\u202EKøge')).toEqual([
      ['Navn', 'By'],
      ['Nordvind ApS', 'Køge'],
    ]);
  });

  it.each(['', '\n', '\n\n', ' \r\n;;\r\n', '\uFEFF', 'sep=;'])('are none in %j', async (text) => {
    expect(await tableIn(text)).toEqual([]);
  });

  it('are refused when they are too many, not counting empty rows and columns', async () => {
    expect(await tableIn('a\n'.repeat(MOST_ROWS + 1))).toBe('too-many-rows');
    expect(await tableIn('a;'.repeat(MOST_COLUMNS + 1))).toBe('too-many-columns');
    expect(await tableIn(`Navn;By\na;b\n${';\n'.repeat(1_000_000)}`)).toHaveLength(2);
    expect(await tableIn(`Navn;By\na;b${';'.repeat(16_000)}`)).toHaveLength(2);
  });

  it('may be a megabyte large, also between quotes', async () => {
    const large = 'x y\n'.repeat(250_000);
    const table = await tableIn(`Navn;Noter\na;"${large}"\nb;"${large.replaceAll('\n', ' ')}\nc;`);
    expect(table).toHaveLength(4);
    expect(table[1]?.[1]).toHaveLength(large.trim().length);
    expect(table[2]?.[1]).toHaveLength(large.length);
  });

  it('may have a lone quote in every row', async () => {
    expect(await tableIn(`Navn;By\n${'"x;"y\n'.repeat(20_000)}`)).toHaveLength(20_001);
    expect(await tableIn('"x\n'.repeat(20_000))).toHaveLength(20_000);
  });

  it('are the same in every format that can express them', async () => {
    const letter = fc.constantFrom(...'abcÆøå"\n;,|\t=+-@09 .\'', '__proto__');
    const cell = fc.string({ unit: letter, maxLength: 12 }).map((text) => text.replaceAll('\t', ' ').trim());
    const row = fc.tuple(fc.constantFrom('Nordvind', 'Søen'), cell, cell);
    const format = fc.record({
      delimiter: fc.constantFrom(';', ',', '\t', '|'),
      newline: fc.constantFrom('\r\n', '\n', '\r'),
      encode: fc.constantFrom<(text: string) => Uint8Array>(
        utf8,
        (text) => utf8(`\uFEFF${text}`),
        utf16,
        windows1252,
      ),
      quotes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        format,
        async (rows, { encode, ...how }) => {
          const table = [['Navn', 'By', 'Noter'], ...rows];
          const decoded = decodeTable(encode(papa.unparse(table, how)));
          expect('text' in decoded && (await tableIn(decoded.text))).toEqual(table);
        },
      ),
    );
  });

  it('are read from any text without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const table = await tableIn(text);
        expect(Array.isArray(table)).toBe(true);
        expect(new Set([...table].map((row) => row.length)).size).toBeLessThan(2);
      }),
    );
  });
});
