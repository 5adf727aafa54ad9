import { Dexie, type EntityTable, type Table } from 'dexie';
import type { WizardProgress } from '../domain/choices.ts';
import type { Contact, ContactGuid, Customer, CustomerId, Field } from '../domain/customer.ts';
import { type Problem, ProblemError } from '../domain/problem.ts';
import type { Operation, Run } from '../domain/run.ts';
import type { LimiterState } from '../systems/http/limiter.ts';
import { listChanges } from './list-changes.ts';
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
    // Journal entries must be on the disk before anything is sent, even if the power fails.
    super(name, { autoOpen: true, chromeTransactionDurability: 'strict' });
    for (const [version, tables] of Object.entries(VERSIONS)) {
      const defined = this.version(Number(version)).stores(tables);
      const upgrade = UPGRADES[Number(version)];
      if (upgrade) defined.upgrade(upgrade);
    }
    this.use(listChanges(name));
    // A page left open since before an update must close its connection, or the upgrade waits for ever.
    this.on('versionchange', () => this.close());
  }
}

/**
 * Opens the database.
 * @throws ProblemError `database`: refused, full, or written by a newer version of the extension
 */
export async function openDatabase(name = 'kundebro'): Promise<Database> {
  try {
    // Checked first: Dexie would adapt a newer database to this schema.
    if ((await storedVersion(name)) > DATABASE_VERSION) throw new ProblemError(newerVersion);
    const database = new Database(name);
    await database.open();
    return database;
  } catch (error) {
    throw databaseProblem(error);
  }
}

const newerVersion: Problem = { system: 'kundebro', code: 'database', quote: 'VersionError' };

/** The version on the disk; 0 when there is no database yet. Dexie multiplies versions by ten. */
async function storedVersion(name: string): Promise<number> {
  const databases = await Dexie.dependencies.indexedDB.databases();
  return (databases.find((database) => database.name === name)?.version ?? 0) / 10;
}

/** Turns a Dexie error into a problem that can be shown. */
export function databaseProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ system: 'kundebro', code: 'database', quote: causeOf(error) });
}

/** Whether the browser refused to store or read. */
export const isDatabaseError = (error: unknown): boolean =>
  error instanceof Error &&
  /Quota|Abort|InvalidState|DatabaseClosed|OpenFailed|Unknown|Bulk|MissingAPI|Version/.test(error.name);

/** The browser's own error name; Dexie wraps it in its own errors. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof Dexie.BulkError) return causeOf(error.failures[0] ?? new Error('unknown'));
  const { inner } = error as { inner?: unknown };
  return inner instanceof Error && inner !== error ? causeOf(inner) : error.name;
}
