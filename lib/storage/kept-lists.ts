/**
 * Both lists of one connection, kept in memory until either table changes: what is shown and counted in between needs one
 * look, and one index. Whoever is about to write to another system reads the tables itself, see `rereadLists`.
 */
import { Dexie } from 'dexie';
import type { Contact, Customer } from '../domain/customer.ts';
import { allContacts, allCustomers } from './cached-lists.ts';
import type { Database } from './database.ts';
import { listVersion } from './list-changes.ts';

/** As they were at one moment. Shared by all who ask, so never changed. */
export interface StoredLists {
  readonly connectionId: string;
  /** Archived ones too. */
  readonly customers: readonly Customer[];
  /** Deleted ones too. */
  readonly contacts: readonly Contact[];
}

interface Kept {
  version: number;
  connectionId: string;
  reading: Promise<StoredLists>;
  /** Once they are read. */
  lists?: StoredLists;
}

/** Of the connection that was asked for last: the lists of one company are enough memory. */
const keptIn = new WeakMap<Database, Kept>();

/** The lists as they are stored now; read only when they are not kept or have changed. */
export async function keptLists(db: Database, connectionId: string): Promise<StoredLists> {
  const kept = keptIn.get(db);
  if (kept?.connectionId !== connectionId || kept.version !== listVersion(db.name))
    return rereadLists(db, connectionId);
  // Inside a transaction nobody may wait for a reading that waits for that transaction's end.
  return kept.lists ?? (Dexie.currentTransaction ? read(db, connectionId) : kept.reading);
}

/** The lists as they are stored now, read again whatever is kept. */
export async function rereadLists(db: Database, connectionId: string): Promise<StoredLists> {
  const version = listVersion(db.name);
  const reading = read(db, connectionId);
  // A transaction that began a while ago does not see what has changed since.
  if (Dexie.currentTransaction) return reading;
  const kept: Kept = { version, connectionId, reading };
  keptIn.set(db, kept);
  try {
    kept.lists = await reading;
    return kept.lists;
  } catch (error) {
    if (keptIn.get(db) === kept) keptIn.delete(db);
    throw error;
  }
}

const read = (db: Database, connectionId: string): Promise<StoredLists> =>
  db.transaction('r', db.customers, db.contacts, async () => ({
    connectionId,
    customers: await allCustomers(db, connectionId),
    contacts: await allContacts(db, connectionId),
  }));

/** What is worked out from the lists once, and forgotten together with them. */
export function derivedFrom<Result>(derive: (lists: StoredLists) => Result): (lists: StoredLists) => Result {
  const results = new WeakMap<StoredLists, { result: Result }>();
  return (lists) => {
    const known = results.get(lists) ?? { result: derive(lists) };
    results.set(lists, known);
    return known.result;
  };
}
