import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Contact, ContactGuid, Customer, CustomerDefaults, CustomerId } from '../customer.ts';
import type { ContactChoice, Counts, CustomerChoice, FlowHead, Link } from '../flow.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { LimiterState } from '../remote/limiter.ts';
import type { Operation, Run } from '../run.ts';

/** One Dinero organization and one Effihub account. Everything else in the database belongs to one of these. */
export interface ConnectionRecord {
  /** `{organizationId}:{accountId}` */
  id: string;
  organizationId: number;
  organizationName: string;
  accountId: string;
  accountName: string;
  subdomain: string;
  lastUsedAt: number;
  /** Effihub's own Dinero integration, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** As of the last read or run. */
  counts?: Counts;
  /** The account's standard choices, as last read. */
  defaults?: CustomerDefaults;
}

/** Read by the background alone; never sent to a page. */
export interface SecretsRecord {
  connectionId: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  baseUrl: string;
  token: string;
}

/** From where the next incremental read goes on. */
export interface MarksRecord {
  connectionId: string;
  contacts?: string;
  customers?: string;
  /** The links do not follow from the lists yet: a reading was cut short, or left contacts to be looked up. */
  unsettled?: boolean;
}

export type OfConnection<T> = T & { connectionId: string };

export type LinkRecord = OfConnection<Link> & {
  how: 'effihub' | 'match' | 'create' | 'import';
  linkedAt: number;
};

export interface IgnoredRecord {
  connectionId: string;
  contactGuid: ContactGuid;
  name: string;
  ignoredAt: number;
}

/** See `contact-numbers.ts`. */
export interface ContactNumberRecord {
  connectionId: string;
  number: string;
  contactGuid: ContactGuid;
}

export type ChoiceRecord =
  | { connectionId: string; of: 'customer'; id: CustomerId; choice: CustomerChoice }
  | { connectionId: string; of: 'contact'; id: ContactGuid; choice: ContactChoice };

/** Raised with every change of `VERSIONS`. */
const DATABASE_VERSION = 2;

/** Every version that was ever released, with the tables as they were; nothing is taken out of this list. */
const VERSIONS: Record<number, Record<string, string>> = {
  1: {
    connections: 'id, lastUsedAt',
    secrets: 'connectionId',
    marks: 'connectionId',
    links: '[connectionId+customerId], &[connectionId+contactGuid], connectionId',
    ignored: '[connectionId+contactGuid], connectionId',
    contacts: '[connectionId+guid], connectionId',
    customers: '[connectionId+id], connectionId',
    flows: 'connectionId',
    choices: '[connectionId+of+id], connectionId',
    runs: 'id, [connectionId+startedAt], state',
    operations: '[runId+seq], [runId+state]',
    limiters: 'key',
  },
  // What is not named stays as it was.
  2: {
    contactNumbers: '[connectionId+number], [connectionId+contactGuid]',
  },
};

export class Database extends Dexie {
  declare connections: EntityTable<ConnectionRecord, 'id'>;
  declare secrets: EntityTable<SecretsRecord, 'connectionId'>;
  declare marks: EntityTable<MarksRecord, 'connectionId'>;
  declare links: Table<LinkRecord, [string, CustomerId]>;
  declare ignored: Table<IgnoredRecord, [string, ContactGuid]>;
  declare contacts: Table<OfConnection<Contact>, [string, ContactGuid]>;
  declare customers: Table<OfConnection<Customer>, [string, CustomerId]>;
  declare flows: Table<OfConnection<FlowHead>, string>;
  declare choices: Table<ChoiceRecord, [string, 'customer' | 'contact', string]>;
  declare runs: EntityTable<Run, 'id'>;
  declare operations: Table<Operation, [string, number]>;
  declare contactNumbers: Table<ContactNumberRecord, [string, string]>;
  declare limiters: Table<LimiterState & { key: string }, string>;

  constructor(name: string) {
    // What the journal says is on the disk before anything is sent, also when the power goes.
    super(name, { autoOpen: true, chromeTransactionDurability: 'strict' });
    for (const [version, tables] of Object.entries(VERSIONS)) this.version(Number(version)).stores(tables);
    // A page left open from before an update must let go, or the new version waits for it for ever.
    this.on('versionchange', () => this.close());
  }
}

/**
 * Opens the database, and says in our own words when the browser will not.
 * @throws ProblemError `database`: refused, full, or written by a newer version of the extension
 */
export async function openDatabase(name = 'kundebro'): Promise<Database> {
  try {
    // Looked up before it is opened: Dexie would adapt a newer database to what this code knows.
    if ((await storedVersion(name)) > DATABASE_VERSION) throw new ProblemError(newerVersion);
    const database = new Database(name);
    await database.open();
    return database;
  } catch (error) {
    throw databaseProblem(error);
  }
}

const newerVersion: Problem = { system: 'kundebro', code: 'database', quote: 'VersionError' };

/** 0 when there is none yet. Dexie counts in tenths. */
async function storedVersion(name: string): Promise<number> {
  const databases = await Dexie.dependencies.indexedDB.databases();
  return (databases.find((database) => database.name === name)?.version ?? 0) / 10;
}

/** Turns what Dexie throws into a problem that can be shown. */
export function databaseProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ system: 'kundebro', code: 'database', quote: causeOf(error) });
}

/** Whether the browser has refused to store or to read. */
export const isDatabaseError = (error: unknown): boolean =>
  error instanceof Error &&
  /Quota|Abort|InvalidState|DatabaseClosed|OpenFailed|Unknown|Bulk|MissingAPI|Version/.test(error.name);

/** The browser's own name for it: Dexie wraps it in errors of its own. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof Dexie.BulkError) return causeOf(error.failures[0] ?? new Error('unknown'));
  const { inner } = error as { inner?: unknown };
  return inner instanceof Error && inner !== error ? causeOf(inner) : error.name;
}
