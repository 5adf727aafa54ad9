/** Customer tables of accounts without an API, between views and background. Plain data. */
import * as v from 'valibot';
import type { CustomerId, Party } from '../../domain/customer.ts';
import { message, READ, WRITE } from '../../messaging/define.ts';
import { connection, countryCode, id, line, ofConnection, text } from '../../messaging/schema-parts.ts';
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

const sheetCustomer = v.object({
  id: id,
  customerNumber: v.optional(text),
  notes: v.optional(text),
  name: text,
  isPerson: v.optional(v.boolean()),
  vatNumber: v.optional(text),
  street: v.optional(text),
  zipCode: v.optional(text),
  city: v.optional(text),
  countryCode: v.optional(countryCode),
  email: v.optional(text),
  phone: v.optional(text),
  website: v.optional(text),
});

/** A table of customers as a view has read it. Rows that were refused are not absent: `refusedIds`. */
const sheetTable = v.object({
  file: v.optional(line),
  columns: v.array(v.tuple([line, line])),
  customers: v.pipe(v.array(sheetCustomer), v.maxLength(100_000)),
  refusedIds: v.array(id),
});

export type SheetTable = v.InferOutput<typeof sheetTable>;

const ofTable = v.object({ ...connection, table: sheetTable });

/** A customer to be pasted into Effihub. */
export interface AwaitedImport extends Party {
  id: CustomerId;
  isPerson: boolean;
  pasted: boolean;
}

export const sheetMessages = {
  /** What reading a table would change. */
  previewSheet: message(READ, ofTable).answers<SheetChanges>(),
  readSheet: message(WRITE, ofTable).answers<SheetChanges>(),
  /** Imports that wait to be pasted into Effihub. */
  awaitedImports: message(READ, ofConnection).answers<AwaitedImport[]>(),
  /** The user says whether these have been pasted. */
  markPasted: message(
    WRITE,
    v.object({ ...connection, ids: v.array(id), pasted: v.boolean() }),
  ).answers<void>(),
};
