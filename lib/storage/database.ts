import { Dexie, type EntityTable, type Table } from 'dexie';
import type { WizardProgress } from '../domain/choices.ts';
import type { Contact, ContactGuid, Customer, CustomerId, Field } from '../domain/customer.ts';
import { type Problem, ProblemError } from '../domain/problem.ts';
import type { Operation, Run } from '../domain/run.ts';
import type { LimiterState } from '../systems/http/limiter.ts';
import type {
  AgreedRecord,
  ChoiceRecord,
  ClientRecord,
  ConnectionRecord,
  ContactNumberRecord,
  DecisionRecord,
  DifferencesRecord,
  DismissalRecord,
  GoneRecord,
  IgnoredRecord,
  LinkRecord,
  Owned,
  SecretsRecord,
  SheetRecord,
  SheetRowRecord,
  SignInRecord,
  SyncCursorsRecord,
} from './records.ts';
import { DATABASE_VERSION, UPGRADES, VERSIONS } from './versions.ts';

export class Database extends Dexie {
  declare connections: EntityTable<ConnectionRecord, 'id'>;
  declare secrets: EntityTable<SecretsRecord, 'connectionId'>;
  declare marks: EntityTable<SyncCursorsRecord, 'connectionId'>;
  declare links: Table<LinkRecord, [string, CustomerId]>;
  declare ignored: Table<IgnoredRecord, [string, ContactGuid]>;
  declare contacts: Table<Owned<Contact>, [string, ContactGuid]>;
  declare customers: Table<Owned<Customer>, [string, CustomerId]>;
  declare flows: Table<Owned<WizardProgress>, string>;
  declare choices: Table<ChoiceRecord, [string, 'customer' | 'contact', string]>;
  declare runs: EntityTable<Run, 'id'>;
  declare operations: Table<Operation, [string, number]>;
  declare contactNumbers: Table<ContactNumberRecord, [string, string]>;
  declare limiters: Table<LimiterState & { key: string }, string>;
  declare clients: Table<ClientRecord, [string]>;
  declare signIns: EntityTable<SignInRecord, 'id'>;
  declare sheets: EntityTable<SheetRecord, 'connectionId'>;
  declare sheetRows: Table<SheetRowRecord, [string, CustomerId]>;
  declare differences: Table<DifferencesRecord, [string, CustomerId]>;
  declare agreed: Table<AgreedRecord, [string, CustomerId]>;
  declare decisions: Table<DecisionRecord, [string, CustomerId, Field]>;
  declare gone: Table<GoneRecord, [string, CustomerId]>;
  declare dismissals: Table<DismissalRecord, [string, string, string]>;

  constructor(name: string) {
    // What the journal says is on the disk before anything is sent, also when the power goes.
    super(name, { autoOpen: true, chromeTransactionDurability: 'strict' });
    for (const [version, tables] of Object.entries(VERSIONS)) {
      const defined = this.version(Number(version)).stores(tables);
      const upgrade = UPGRADES[Number(version)];
      if (upgrade) defined.upgrade(upgrade);
    }
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
