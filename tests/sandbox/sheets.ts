/** Customer tables as people have them: the same few customers, written in many ways. Pure: also for file uploads. */
import { delimited, utf8, utf16, windows1252 } from './sheet-bytes.ts';
import { type SheetField, sheetRows } from './sheet-rows.ts';

export interface TableFormat {
  title: string;
  /** A name for the file. */
  file: string;
  bytes: Uint8Array;
  /** How many customers there are in it. */
  customers: number;
  /** Rows that cannot be taken. */
  refused: number;
  /** What it tells of `sheetRows`, in their order; undefined when it has other customers. */
  fields?: readonly SheetField[];
}

const FIELDS = Object.keys(sheetRows[0] ?? {}) as SheetField[];

const DANISH: Record<SheetField, string> = {
  name: 'Firmanavn',
  customerNumber: 'Kundenummer',
  vatNumber: 'CVR nummer',
  street: 'Adresse',
  zipCode: 'Postnummer',
  city: 'By',
  countryCode: 'Land',
  email: 'Faktureringsmail',
  phone: 'Telefon',
  website: 'Webside',
  notes: 'Noter',
};

const ENGLISH: Record<SheetField, string> = {
  name: 'Customer name',
  customerNumber: 'Customer no.',
  vatNumber: 'VAT No',
  street: 'Street address',
  zipCode: 'Postal code',
  city: 'Town',
  countryCode: 'Country',
  email: 'E-mail',
  phone: 'Phone',
  website: 'Homepage',
  notes: 'Comments',
};

const API: Record<SheetField, string> = {
  name: 'name',
  customerNumber: 'customerNumber',
  vatNumber: 'vatNumber',
  street: 'street',
  zipCode: 'zipCode',
  city: 'city',
  countryCode: 'countryCode',
  email: 'invoiceEmail',
  phone: 'phone',
  website: 'website',
  notes: 'notes',
};

/** The customers below headings. */
const tableOf = (
  headings: Partial<Record<SheetField, string>>,
  fields: readonly SheetField[] = FIELDS,
  change: (cell: string, field: SheetField) => string = (cell) => cell,
): string[][] => [
  fields.map((field) => headings[field] ?? field),
  ...sheetRows.map((row) => fields.map((field) => change(row[field], field))),
];

const body = (fields: readonly SheetField[]): string[][] => tableOf({}, fields).slice(1);

/** @param length how many customers, all of them different */
export const longTable = (length: number): string =>
  delimited(
    [
      Object.values(DANISH),
      ...Array.from({ length }, (_, index) => [
        `Kunde ${index + 1} Østergård, Søn & Co. ApS`,
        String(20_000 + index),
        '',
        `Nørregade ${index + 1}`,
        '8000',
        'Aarhus C',
        'Danmark',
        `kunde${index + 1}@kunder.example`,
        '',
        '',
        'Første linje\nAnden linje; med semikolon',
      ]),
    ],
    ';',
  );

const MIXED: readonly SheetField[] = [
  'email',
  'countryCode',
  'name',
  'city',
  'zipCode',
  'vatNumber',
  'customerNumber',
];
const PLAIN: readonly SheetField[] = ['name', 'vatNumber', 'street', 'zipCode', 'city', 'email', 'phone'];

const taken = (
  title: string,
  file: string,
  bytes: Uint8Array,
  fields: readonly SheetField[] = FIELDS,
): TableFormat => ({ title, file, bytes, customers: sheetRows.length, refused: 0, fields });

/** Each differently formatted. A table with `fields` has exactly the customers of `sheetRows`. */
export const tableFormats: readonly TableFormat[] = [
  taken(
    'Windows-1252 and semicolons, from a Danish Excel',
    'dansk.csv',
    windows1252(delimited(tableOf(DANISH), ';')),
  ),
  taken(
    'UTF-8 with a byte-order mark, and commas',
    'bom.csv',
    utf8(`\uFEFF${delimited(tableOf(DANISH), ',')}`),
  ),
  taken('UTF-8 without a mark', 'utf8.csv', utf8(delimited(tableOf(DANISH), ';', '\n'))),
  taken('UTF-16 and tabs, "Unicode-tekst" of Excel', 'unicode.txt', utf16(delimited(tableOf(DANISH), '\t'))),
  taken('UTF-16, the other byte first', 'unicode-be.txt', utf16(delimited(tableOf(DANISH), '\t'), 'be')),
  taken(
    'pasted as it stands, without any quoting',
    'indsat.tsv',
    utf8(
      tableOf(DANISH)
        .map((row) => row.join('\t'))
        .join('\n'),
    ),
  ),
  taken('pasted from Excel, with quoted cells', 'excel.tsv', utf8(delimited(tableOf(DANISH), '\t'))),
  taken(
    'line breaks within quotes',
    'linjer.csv',
    utf8(
      delimited(
        tableOf(DANISH, FIELDS, (cell, field) => (field === 'street' ? cell.replace(' ', '\n') : cell)),
        ';',
      ),
    ),
  ),
  taken('only names', 'navne.csv', utf8(delimited(tableOf(DANISH, ['name']), ';')), ['name']),
  taken(
    'a pasted list of names without headings',
    'navneliste.txt',
    utf8(sheetRows.map(({ name }) => name).join('\n')),
    ['name'],
  ),
  taken(
    'English headings in another order',
    'english.csv',
    utf8(delimited(tableOf(ENGLISH, MIXED), ',')),
    MIXED,
  ),
  taken('English headings for everything', 'all-english.csv', utf8(delimited(tableOf(ENGLISH), ';'))),
  taken(
    'headings in capitals, with stars and full stops',
    'versaler.csv',
    windows1252(
      delimited(
        tableOf({
          ...DANISH,
          name: 'FIRMANAVN *',
          customerNumber: 'KUNDE-NR.',
          vatNumber: 'CVR/SE-NR.',
          zipCode: 'POST_NR',
          email: 'FAKTURA-E-MAIL',
          phone: 'TLF. (DAGTID)',
          notes: 'BEMÆRKNINGER',
        }),
        ';',
      ),
    ),
  ),
  taken('no headings', 'uden.csv', utf8(delimited(body(PLAIN), ';')), PLAIN),
  taken(
    'title lines above the headings, and an empty one',
    'titel.csv',
    utf8(
      `Kunder pr. 01-11-2026;;;;;;;;;;\r\nUdskrevet af;Kontoret;;;;;;;;;\r\n;;;;;;;;;;\r\n${delimited(tableOf(DANISH), ';')}`,
    ),
  ),
  taken(
    'a line sep=; as Excel writes it',
    'sep.csv',
    windows1252(`sep=;\r\n${delimited(tableOf(DANISH), ';')}`),
  ),
  taken(
    'an unusual separator that a line tells',
    'sep-tilde.csv',
    utf8(`"sep=~"\r\n${delimited(tableOf(DANISH), '~')}`),
  ),
  taken('line ends of an old Mac', 'mac.csv', utf8(delimited(tableOf(DANISH), ';', '\r'))),
  taken('pipes', 'streger.txt', utf8(delimited(tableOf(DANISH), '|'))),
  taken('the field names of an API', 'api.csv', utf8(delimited(tableOf(API), ','))),
  taken(
    'postal code and city in one column',
    'postnr-by.csv',
    utf8(
      delimited(
        [
          ['Navn', 'Postnr. og by'],
          ...sheetRows.map(({ name, zipCode, city }) => [name, `${zipCode} ${city}`]),
        ],
        ';',
      ),
    ),
    ['name', 'zipCode', 'city'],
  ),
  taken(
    'first and last names',
    'fornavn.csv',
    utf8(
      delimited(
        [
          ['Efternavn', 'Fornavn', 'E-mail'],
          ...sheetRows.map(({ name, email }) => [
            name.slice(name.indexOf(' ') + 1),
            name.slice(0, name.indexOf(' ')),
            email,
          ]),
        ],
        ';',
      ),
    ),
    ['name', 'email'],
  ),
  taken(
    'empty columns to the right and empty rows at the end',
    'tomme.csv',
    utf8(
      delimited(
        [
          ...tableOf(DANISH).map((row) => [...row, '', '', ' ']),
          ...Array.from({ length: 500 }, () => Array.from({ length: 14 }, () => '')),
        ],
        ';',
      ),
    ),
  ),
  taken(
    'rows without their last empty cells',
    'ujaevn.csv',
    utf8(
      tableOf(DANISH)
        .map((row) => delimited([row], ';').replace(/;+\r\n$/, '\r\n'))
        .join(''),
    ),
  ),
  taken(
    'numbers that a spreadsheet has counted with',
    'tal.csv',
    utf8(
      delimited(
        tableOf(DANISH, FIELDS, (cell, field) =>
          ['customerNumber', 'vatNumber', 'zipCode'].includes(field) && /^\d+$/.test(cell)
            ? `${cell}.0`
            : cell,
        ),
        ';',
      ),
    ),
  ),
  taken(
    'country names, non-breaking spaces and a DK before the CVR number',
    'lande.csv',
    utf8(
      delimited(
        tableOf(DANISH, FIELDS, (cell, field) => {
          if (field === 'countryCode') return cell === 'DK' ? 'danmark' : 'Sverige';
          if (field === 'vatNumber') return cell.replace(/^(?=\d)/, 'DK ');
          return field === 'name' ? `  ${cell.replaceAll(' ', '\u00A0')} ` : cell;
        }),
        ';',
      ),
    ),
  ),
  taken(
    'a total below, and headings on each page',
    'total.csv',
    utf8(
      delimited(
        [
          ...tableOf(DANISH).slice(0, 3),
          ...tableOf(DANISH).slice(0, 1),
          ...tableOf(DANISH).slice(3),
          ['I alt 4', ...Array.from({ length: 10 }, () => '')],
        ],
        ';',
      ),
    ),
  ),
  {
    title: 'the same number twice',
    file: 'dubletter.csv',
    bytes: utf8(
      delimited(
        [...tableOf(DANISH), ['Bølgens Bageri, filial', '10001', ...Array.from({ length: 9 }, () => '')]],
        ';',
      ),
    ),
    customers: sheetRows.length - 1,
    refused: 2,
  },
  { title: '5,000 rows', file: 'mange.csv', bytes: utf8(longTable(5000)), customers: 5000, refused: 0 },
];
