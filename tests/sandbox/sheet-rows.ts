/** The few customers that every table of the tests has. */
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
