/** The part of the stored data that planning a restore depends on. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Run } from '../../domain/run.ts';
import type { SavedCompany, SavedImport } from './contents.ts';

/** A company that is stored here. */
export interface CurrentCompany {
  saved: SavedCompany;
  hasKeys: boolean;
  paused: boolean;
  /** Customers and contacts that can be linked. */
  customers: ReadonlySet<CustomerId>;
  contacts: ReadonlySet<ContactGuid>;
  /** Accounts without an API: ids no longer in use, mostly because the customer has a new one. */
  formerIds: ReadonlySet<CustomerId>;
  /** Accounts without an API: all row ids, and the row id of each import by its key. */
  rows: ReadonlySet<CustomerId>;
  imports: ReadonlyMap<NonNullable<SavedImport['importKey']>, CustomerId>;
  /** Answers to differences that are pending or stale; see `keptKey`. */
  answered: ReadonlySet<string>;
  /** Runs that must stay as they are: unfinished, or shown by an unfinished flow. */
  held: ReadonlySet<Run['id']>;
}

export interface CurrentState {
  companies: CurrentCompany[];
  /** Every run, ended or not. */
  runs: ReadonlySet<Run['id']>;
}
