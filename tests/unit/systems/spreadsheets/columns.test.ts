import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../lib/systems/spreadsheets/columns.ts';
import { COLUMNS, headingOf } from '../../../../lib/systems/spreadsheets/headings.ts';

describe('a heading', () => {
  it.each([
    ['Kundenr.', 'customerNumber'],
    ['KUNDE-NR *', 'customerNumber'],
    ['kundeNummer', 'customerNumber'],
    ['CVR nummer', 'vatNumber'],
    ['CVR/SE-nr', 'vatNumber'],
    ['CVR (nummer)', 'vatNumber'],
    ['VAT no.', 'vatNumber'],
    ['Postnr.', 'zipCode'],
    ['Postnr. og by', 'zipCity'],
    ['Postnr./By', 'zipCity'],
    ['Bemærkninger', 'notes'],
    ['BEMAERKNINGER', 'notes'],
    ['Faktura-e-mail', 'email'],
    ['invoiceEmail', 'email'],
    ['Tlf. (dagtid)', 'phone'],
    ['Adresse 1', 'street'],
    ['Kundens telefon', 'phone'],
    ['billing_city', 'city'],
    ['Country/Region', 'countryCode'],
    ['isPerson', 'kind'],
    ['Adresse 2', undefined],
    ['Fakturanr.', undefined],
    ['Leveringsadresse', undefined],
    ['Kontaktperson', undefined],
    ['__proto__', undefined],
    ['constructor', undefined],
    ['', undefined],
  ])('%j means %s', (heading, column) => {
    expect(headingOf(heading)?.column).toBe(column);
  });

  it('has only one meaning', () => {
    expect(COLUMNS).toHaveLength(15);
    for (const column of COLUMNS) expect(headingOf(column)?.column ?? column).toBe(column);
  });
});

describe('the columns of a table', () => {
  it('are each found once: the surer heading, unless its column is empty', () => {
    const headings = ['E-mail', 'Faktureringsmail', 'Mobil', 'Telefon', 'Navn'];
    expect(recognise([headings, ['a@a.example', 'b@b.example', '11111111', '', 'Nordvind']])).toEqual({
      mapping: [undefined, 'email', 'phone', undefined, 'name'],
      headings: 1,
    });
  });

  it('are found below titles, whatever words those contain', () => {
    const table = [
      ['Kunder', '01-11-2026', ''],
      ['', '', ''],
      ['Navn', 'Saldo', 'By'],
      ['Nordvind', '10', 'Ribe'],
    ];
    expect(recognise(table)).toEqual({ mapping: ['name', undefined, 'city'], headings: 3 });
  });

  it('have headings even if only one is known', () => {
    expect(
      recognise([
        ['Firmanavn', 'Saldo'],
        ['Nordvind', '10'],
      ]),
    ).toEqual({
      mapping: ['name', undefined],
      headings: 1,
    });
  });

  it("are not mistaken for headings because of a customer's name further down", () => {
    const names = ['Nordvind', 'Sydvest', 'Østers', 'Vesterled', 'Firma'].map((name) => [name]);
    expect(recognise(names)).toEqual({ mapping: ['name'], headings: 0 });
  });

  it('stay open without headings when their content is unclear', () => {
    const table = [
      ['1001', 'Nordvind', '20000001', 'ja', '12,50'],
      ['1002', 'Sydvest', '20000002', 'nej', '13,50'],
    ];
    expect(recognise(table)).toEqual({
      mapping: [undefined, 'name', undefined, 'kind', undefined],
      headings: 0,
    });
  });

  it('may all be unknown', () => {
    expect(recognise([])).toEqual({ mapping: [], headings: 0 });
    expect(
      recognise([
        ['1', '2'],
        ['3', '4'],
      ]).mapping,
    ).toEqual([undefined, undefined]);
    expect(
      recognise([
        ['__proto__', 'constructor'],
        ['1', '2'],
      ]).mapping,
    ).toEqual([undefined, undefined]);
  });
});
