/** Customer tables as people have them: the same few customers, written in many ways. Pure: also for file uploads. */
import { hasCvrChecksum } from './cvr.ts';

/** A customer of the tables; `''` where nothing stands. */
export interface SheetRow {
  name: string;
  customerNumber: string;
  vatNumber: string;
  street: string;
  zipCode: string;
  city: string;
  countryCode: string;
  email: string;
  phone: string;
  website: string;
  notes: string;
}

export type SheetField = keyof SheetRow;

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

/** The next number that can be a CVR number. */
function cvrFrom(start: number): string {
  let number = start;
  while (!hasCvrChecksum(String(number))) number++;
  return String(number);
}

export const sheetRows: readonly SheetRow[] = [
  {
    name: 'Bølgens Bageri ApS',
    customerNumber: '10001',
    vatNumber: cvrFrom(31_000_000),
    street: 'Ågade 12, 2. tv.',
    zipCode: '8000',
    city: 'Aarhus C',
    countryCode: 'DK',
    email: 'faktura@boelgensbageri.example',
    phone: '+45 86 00 00 01',
    website: 'https://boelgensbageri.example',
    notes: 'Vil have én faktura, samlet',
  },
  {
    name: 'Møllers Tømrer, Maler & Søn',
    customerNumber: '10002',
    vatNumber: cvrFrom(32_000_000),
    street: 'Ærtevej 3',
    zipCode: '5700',
    city: 'Svendborg',
    countryCode: 'DK',
    email: 'post@mollerstomrer.example',
    phone: '62 00 00 02',
    website: 'www.mollerstomrer.example',
    notes: '',
  },
  {
    name: 'Æblegårdens "Grønne" Have',
    customerNumber: '10003',
    vatNumber: cvrFrom(33_000_000),
    street: 'Skovløbervænget 8',
    zipCode: '9900',
    city: 'Frederikshavn',
    countryCode: 'DK',
    email: 'kontor@aeblegaarden.example',
    phone: '98 00 00 03',
    website: '',
    notes: '',
  },
  {
    name: 'Norrby Snickeri AB',
    customerNumber: '10004',
    vatNumber: 'SE556677889901',
    street: 'Storgatan 5',
    zipCode: '211 22',
    city: 'Malmö',
    countryCode: 'SE',
    email: 'info@norrbysnickeri.example',
    phone: '+46 40 00 00 04',
    website: '',
    notes: '',
  },
];

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

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The same as Windows-1252 for the letters used here. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf16 = (text: string, order: 'le' | 'be' = 'le'): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [place, unit] of [
    0xfeff,
    ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)),
  ].entries())
    bytes.setUint16(2 * place, unit, order === 'le');
  return new Uint8Array(bytes.buffer);
};

/** Cells that need it are quoted. */
export function delimited(rows: readonly (readonly string[])[], delimiter: string, newline = '\r\n'): string {
  const cell = (text: string) =>
    text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

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

/** A list as long as any, with nobody twice. */
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
