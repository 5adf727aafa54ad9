/** Reads customer tables and makes tables to paste. Pure: everything in `lib/systems/spreadsheets` except `api.ts` is. */
export { type Mapping, recognise } from '../../systems/spreadsheets/columns.ts';
export { customersOf, type SheetCustomers } from '../../systems/spreadsheets/customers.ts';
export { decodeTable } from '../../systems/spreadsheets/decode.ts';
export { COLUMNS, type Column } from '../../systems/spreadsheets/headings.ts';
export type { SheetChanges } from '../../systems/spreadsheets/merge.ts';
export { asClipboard, asCsv, pasteTables } from '../../systems/spreadsheets/paste.ts';
export { parseTable, type Table } from '../../systems/spreadsheets/table.ts';
