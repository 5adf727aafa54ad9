import type { CustomerId, Party } from '../../domain/customer.ts';
import { singleSpaced } from '../../domain/text.ts';
import { vatNumberFor } from '../../domain/vat-number.ts';
import { shortened } from '../http/text.ts';
import { asText, isPersonOf, isRounded, plainCell, wholeNumber, zipAndCity } from './cells.ts';
import type { Recognised } from './columns.ts';
import { countryOf } from './country.ts';
import type { Column } from './headings.ts';
import { nameKey, zipKey } from './keys.ts';
import type { Table } from './table.ts';

/** A customer as read from a table. */
export interface SheetCustomer extends Omit<Party, 'updatedAt'> {
  id: CustomerId;
  customerNumber?: string;
  notes?: string;
}

/** A row that is not imported. */
export interface Refused {
  /** Line number in the user's spreadsheet, from 1. */
  line: number;
  /** `''` when it has none. */
  name: string;
  why: 'no-name' | 'same-id' | 'too-long';
  /** With `same-id`. */
  id?: CustomerId;
  /** With `same-id`: the lines of the other rows with this id. */
  with?: number[];
}

/**
 * A cell that cannot be used, so that its field stays empty: an unknown country, a rounded number, a VAT number
 * without digits, a text that is too long (notes are cut instead).
 */
export interface Doubt {
  line: number;
  name: string;
  what: 'country' | 'number-format' | 'vat-number' | 'too-long';
  column: Column;
  /** The cell, shortened. */
  text: string;
}

export interface SheetCustomers {
  customers: SheetCustomer[];
  refused: Refused[];
  doubts: Doubt[];
}

const LONGEST_NAME = 300;
const LONGEST_NOTES = 2000;
const NUMBERS: readonly Column[] = ['customerNumber', 'vatNumber', 'zipCode', 'phone'];
/** A last row with such a name, and nothing else, is the total. */
const TOTAL = /^(i ?alt|total|totalt|sum|antal)( kunder| customers)?:? ?\d*$/i;

/** Reads a cell, records doubts, and returns undefined for an empty one. */
type Read = (column: Column) => string | undefined;

/**
 * Turns the rows below the headings into customers. Of rows with the same id none is taken, since nothing tells which
 * one is right.
 */
export function customersOf(table: Table, { mapping, headings }: Recognised): SheetCustomers {
  const places = new Map(mapping.flatMap((column, place) => (column ? [[column, place] as const] : [])));
  const taken: { line: number; customer: SheetCustomer; doubts: Doubt[] }[] = [];
  const refused: Refused[] = [];
  const heading = JSON.stringify(table[headings - 1]);
  table.slice(headings).forEach((row, index) => {
    // Long lists repeat their headings on every page.
    if (row.every((cell) => cell === '') || JSON.stringify(row) === heading) return;
    const line = headings + index + 1;
    const name = nameIn((column) => row[places.get(column) ?? -1]);
    if (name.length > LONGEST_NAME) {
      refused.push({ line, name: shortened(name, LONGEST_NAME), why: 'too-long' });
    } else if (!/[\p{L}\p{N}]/u.test(name)) {
      refused.push({ line, name: '', why: 'no-name' });
    } else {
      const doubts: Doubt[] = [];
      const read = reader(row, places, (doubt) => doubts.push({ line, name, ...doubt }));
      taken.push({ line, customer: customerIn(name, read), doubts });
    }
  });
  const last = taken.at(-1);
  if (last && isTotal(last.customer)) taken.pop();

  const byId = Map.groupBy(taken, ({ customer }) => customer.id);
  const unique = taken.filter(({ customer }) => byId.get(customer.id)?.length === 1);
  for (const [id, rows] of byId) {
    if (rows.length === 1) continue;
    for (const { line, customer } of rows) {
      const others = rows.map((row) => row.line).filter((other) => other !== line);
      refused.push({ line, name: customer.name, why: 'same-id', id, with: others });
    }
  }
  return {
    customers: unique.map(({ customer }) => customer),
    refused: refused.toSorted((a, b) => a.line - b.line),
    doubts: unique.flatMap(({ doubts }) => doubts),
  };
}

/** The name, else first and last name, as web shops export private persons. */
function nameIn(cell: (column: Column) => string | undefined): string {
  const [name = '', first = '', last = ''] = (['name', 'firstName', 'lastName'] as const).map((column) =>
    singleSpaced(asText(cell(column) ?? '')),
  );
  return name || `${first} ${last}`.trim();
}

/** Reads a row's cells, except for the name. */
function reader(
  row: readonly string[],
  places: ReadonlyMap<Column, number>,
  report: (doubt: Pick<Doubt, 'what' | 'column' | 'text'>) => void,
): Read {
  return (column) => {
    const raw = asText(row[places.get(column) ?? -1] ?? '');
    if (column === 'notes') return plainCell(raw) === '' ? undefined : shortened(raw, LONGEST_NOTES);
    const text = NUMBERS.includes(column) ? wholeNumber(plainCell(raw)) : plainCell(raw);
    const doubt = (what: Doubt['what']): undefined => {
      report({ what, column, text: shortened(text, 100) });
    };
    if (text.length > LONGEST_NAME) return doubt('too-long');
    if (NUMBERS.includes(column) && isRounded(text)) return doubt('number-format');
    if (column === 'vatNumber' && text !== '' && !/\d/.test(text)) return doubt('vat-number');
    if (column === 'countryCode' && text !== '') return countryOf(text) ?? doubt('country');
    // Zeros are what spreadsheets make of an empty number.
    if (NUMBERS.includes(column) && /^0+$/.test(text)) return undefined;
    return text || undefined;
  };
}

function customerIn(name: string, read: Read): SheetCustomer {
  const both = zipAndCity(read('zipCity') ?? '');
  const countryCode = read('countryCode');
  const vatNumber = vatOf(read('vatNumber'), countryCode);
  const customer: Omit<SheetCustomer, 'id'> = {
    name,
    isPerson: isPersonOf(read('kind') ?? ''),
    customerNumber: read('customerNumber'),
    vatNumber,
    street: read('street'),
    zipCode: read('zipCode') ?? (both.zipCode || undefined),
    city: read('city') ?? (both.city || undefined),
    countryCode,
    email: read('email')?.replace(/^mailto:/i, ''),
    phone: read('phone')?.replace(/^tel:/i, ''),
    website: read('website'),
    notes: read('notes'),
  };
  return { id: idOf(customer), ...customer };
}

/** A prefix names the number's country, even if none is given. Unreadable numbers are kept. */
function vatOf(written: string | undefined, countryCode: string | undefined): string | undefined {
  const prefix = /^[A-Za-z]{2}(?=[\s\d])/.exec(written ?? '')?.[0].toUpperCase() ?? '';
  return vatNumberFor(written, countryCode) ?? vatNumberFor(written, countryOf(prefix)) ?? written;
}

/** The same id for the same customer in the next table, however it is written there. */
function idOf({ customerNumber, vatNumber, name, zipCode }: Omit<SheetCustomer, 'id'>): CustomerId {
  if (customerNumber) return `nr:${customerNumber}`;
  if (vatNumber) return `cvr:${vatNumber}`;
  return `navn:${nameKey(name)}|${zipKey(zipCode)}`;
}

/** Whether a row has nothing but a name, a kind or notes. */
function isTotal({ name, isPerson, notes, id, ...rest }: SheetCustomer): boolean {
  return TOTAL.test(name) && Object.values(rest).every((value) => value === undefined);
}
