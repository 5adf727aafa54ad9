/** Customer tables of accounts without an API, between views and background. Plain data. */
import type { CustomerId, Party } from '../../domain/customer.ts';
import type { SheetCustomer } from '../../systems/spreadsheets/customers.ts';
import type { SheetChanges } from '../../systems/spreadsheets/merge.ts';

/** How things stand with the customer table of an account without an API. */
export interface SheetInfo {
  /** Undefined before the first table. */
  readAt?: number;
  /** How many customers the latest table had; missing when an earlier version read it. */
  customers?: number;
  /** The file's name; missing when it was pasted. */
  file?: string;
  /** What the user said each heading means. */
  columns: [heading: string, column: string][];
  /** Imports that wait to be pasted, and those pasted that wait for the next table. */
  toPaste: { companies: number; persons: number };
  pasted: number;
}

/** A table of customers as it was read in a view. */
export interface SheetTable {
  file?: string;
  columns: [heading: string, column: string][];
  customers: SheetCustomer[];
  /** Of rows that were refused: they are not absent. */
  refusedIds: CustomerId[];
}

/** A customer to be pasted into Effihub. */
export interface AwaitedImport extends Party {
  id: CustomerId;
  isPerson: boolean;
  pasted: boolean;
}

export interface TableMessages {
  /** What reading a table would change. */
  previewSheet(input: { connectionId: string; table: SheetTable }): SheetChanges;
  readSheet(input: { connectionId: string; table: SheetTable }): SheetChanges;
  /** Imports that wait to be pasted into Effihub. */
  awaitedImports(input: { connectionId: string }): AwaitedImport[];
  /** The user says whether these have been pasted. */
  markPasted(input: { connectionId: string; ids: CustomerId[]; pasted: boolean }): void;
}
