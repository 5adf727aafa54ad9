/** Reads the contents of a backup from the database and stores a restore. */

import { companyOf } from '../../domain/company.ts';
import type { Operation, Run } from '../../domain/run.ts';
import { putAll, rowsOf } from '../../storage/batched-rows.ts';
import { contactRecords, customerRecords, linkRecords } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { operationsOf, runsOf } from '../../storage/journal.ts';
import {
  type ConnectionRecord,
  type DecisionRecord,
  type SheetRowRecord,
  withoutOwner,
} from '../../storage/records.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import { decisionsOf } from '../differences/repository.ts';
import { sheetRecords } from '../sheets/repository.ts';
import { keptKey } from './compare-rows.ts';
import type {
  SavedCompany,
  SavedImport,
  SavedKeptDifference,
  SavedLink,
  SavedOperation,
  SavedRun,
} from './contents.ts';
import type { CurrentCompany, CurrentState } from './current-state.ts';
import type { CompanyPlan } from './restore-plan.ts';

/** All tables that a restore reads or writes. */
const tablesOf = (db: Database) => [
  db.connections,
  db.secrets,
  db.links,
  db.ignored,
  db.contacts,
  db.customers,
  db.contactNumbers,
  db.flows,
  db.runs,
  db.operations,
  db.sheets,
  db.sheetRows,
  db.dismissals,
  db.decisions,
  db.marks,
];

/** Runs the work in one transaction over all tables of a backup. */
export const inTransaction = <Result>(db: Database, work: () => Promise<Result>): Promise<Result> =>
  db.transaction('rw', tablesOf(db), work);

/** @param connectionId only this company */
export async function savedCompanies(db: Database, connectionId?: string): Promise<SavedCompany[]> {
  return db.transaction('r', tablesOf(db), async () => {
    const saved: SavedCompany[] = [];
    for (const record of await connectionsOf(db, connectionId)) saved.push((await company(db, record)).saved);
    return saved;
  });
}

/** What is stored now, as input for planning a restore. */
export async function currentState(db: Database): Promise<CurrentState> {
  const companies: CurrentCompany[] = [];
  for (const record of await connectionsOf(db)) companies.push(await company(db, record));
  return { companies, runs: new Set(await db.runs.toCollection().primaryKeys()) };
}

async function connectionsOf(db: Database, connectionId?: string): Promise<ConnectionRecord[]> {
  const records = await db.connections.toArray();
  return connectionId === undefined ? records : records.filter(({ id }) => id === connectionId);
}

async function company(db: Database, record: ConnectionRecord): Promise<CurrentCompany> {
  const { id: connectionId } = record;
  const contacts = new Map(
    (await contactRecords(db, connectionId)).map((contact) => [contact.guid, contact]),
  );
  const customers = new Map(
    (await customerRecords(db, connectionId)).map((customer) => [customer.id, customer]),
  );
  const runs = await runsOf(db, connectionId);
  const flow = await db.flows.get(connectionId);
  const links = (await linkRecords(db, connectionId)).map(
    ({ customerId, contactGuid, how, linkedAt }): SavedLink => ({
      customerId,
      contactGuid,
      customer: customers.get(customerId)?.name ?? '',
      contact: contacts.get(contactGuid)?.name ?? '',
      how,
      linkedAt,
    }),
  );
  const decisions = await decisionsOf(db, connectionId);
  const rows = await sheetRecords(db, connectionId);
  const saved: SavedCompany = {
    ...companyOf(record),
    lastUsedAt: record.lastUsedAt,
    links,
    ignored: (await rowsOf(db.ignored, connectionId, ({ contactGuid }) => contactGuid)).map(withoutOwner),
    contactNumbers: (await rowsOf(db.contactNumbers, connectionId, ({ number }) => number)).map(withoutOwner),
    imports: rows.flatMap(awaited),
    columns: (await db.sheets.get(connectionId))?.columns ?? [],
    dismissals: (await db.dismissals.where({ connectionId }).toArray()).map(withoutOwner),
    kept: decisions.flatMap(kept),
    runs: await endedRuns(db, runs),
  };
  const held = runs.filter(({ id, endedAt }) => endedAt === undefined || id === flow?.runId);
  return {
    saved,
    hasKeys: (await db.secrets.get(connectionId)) !== undefined,
    paused: record.paused === true,
    customers: new Set(customers.keys()),
    contacts: new Set([...contacts.values()].flatMap(({ guid, deletedAt }) => (deletedAt ? [] : guid))),
    formerIds: new Set(rows.flatMap(({ id, gone }) => (gone ? id : []))),
    rows: new Set(rows.map(({ id }) => id)),
    imports: new Map(rows.flatMap(({ id, importKey }) => (importKey ? [[importKey, id]] : []))),
    answered: new Set(decisions.filter((row) => kept(row).length === 0).map(keptKey)),
    held: new Set(held.map(({ id }) => id)),
  };
}

function awaited(row: SheetRowRecord): SavedImport[] {
  const { awaited, ...rest } = withoutOwner(row);
  return awaited ? [{ ...rest, awaited }] : [];
}

function kept(row: DecisionRecord): SavedKeptDifference[] {
  const { answer, kept, stale: _, ...rest } = withoutOwner(row);
  return answer === 'both' && kept ? [{ ...rest, answer, kept }] : [];
}

async function endedRuns(db: Database, runs: readonly Run[]): Promise<SavedRun[]> {
  const ended: SavedRun[] = [];
  for (const { connectionId: _, expectedEnd: __, restored: ___, state, endedAt, ...rest } of runs) {
    if (endedAt === undefined || (state !== 'done' && state !== 'stopped')) continue;
    const operations = (await operationsOf(db, rest.id)).map(savedOperation);
    ended.push({ ...rest, state, endedAt, operations });
  }
  return ended;
}

/** Leaves out the request, which is needed only until it is answered. */
function savedOperation(operation: Operation): SavedOperation {
  const { runId: _, connectionId: __, body: ___, idempotencyKey: ____, state, ...rest } = operation;
  return { ...rest, state: state === 'done' || state === 'failed' ? state : 'notRun' };
}

/** Stores what a plan says, but for the links that a run has to write. To be called within `atOnce`. */
export async function applyPlan(db: Database, plan: CompanyPlan, now: number): Promise<void> {
  const { file, here, preview } = plan;
  const { id: connectionId } = file;
  const isFirst = here === undefined && (await db.connections.count()) === 0;
  if (!here)
    await db.connections.put(newConnection(plan, isFirst ? Math.min(file.lastUsedAt ?? now, now) : 0));
  else await db.connections.update(connectionId, { name: plan.name });
  await applyIgnored(db, plan);
  await applyDecisions(db, plan);
  await applyRuns(db, plan);
  await applyNumbers(db, plan);
  await applySheet(db, plan, now);
  if (preview.linkWay === 'stored') await storeLinks(db, plan, now);
  await markUncounted(db, connectionId);
}

/** A restored company has no keys, so the user has to connect it. */
const newConnection = ({ file, name }: CompanyPlan, lastUsedAt: number): ConnectionRecord => ({
  ...companyOf({ ...file, name }),
  lastUsedAt,
});

async function applyIgnored(db: Database, { file, ignored }: CompanyPlan): Promise<void> {
  const { id: connectionId } = file;
  await putAll(
    db.ignored,
    ignored.put.map((entry) => ({ ...entry, connectionId })),
  );
  await db.ignored.bulkDelete(ignored.remove.map(({ contactGuid }) => [connectionId, contactGuid]));
}

async function applyDecisions(db: Database, { file, dismissals, kept }: CompanyPlan): Promise<void> {
  const { id: connectionId } = file;
  await putAll(
    db.dismissals,
    dismissals.put.map((entry) => ({ ...entry, connectionId })),
  );
  await db.dismissals.bulkDelete(dismissals.remove.map(({ of, key }) => [connectionId, of, key]));
  await putAll(
    db.decisions,
    kept.put.map((entry) => ({ ...entry, connectionId })),
  );
  await db.decisions.bulkDelete(
    kept.remove.map(({ customerId, field }) => [connectionId, customerId, field]),
  );
}

async function applyRuns(db: Database, { file, runs }: CompanyPlan): Promise<void> {
  const { id: connectionId } = file;
  for (const { id } of [...runs.remove, ...runs.put]) {
    await db.operations.where('[runId+seq]').between([id, 0], [id, Number.MAX_SAFE_INTEGER]).delete();
    await db.runs.delete(id);
  }
  for (const { operations, ...run } of runs.put) {
    await db.runs.put({ ...run, restored: true, connectionId });
    await putAll(
      db.operations,
      operations.map((operation): Operation => ({ ...operation, runId: run.id, connectionId })),
    );
  }
}

async function applyNumbers(db: Database, { file, contactNumbers }: CompanyPlan): Promise<void> {
  const { id: connectionId } = file;
  await db.contactNumbers.bulkDelete(contactNumbers.remove.map(({ number }) => [connectionId, number]));
  for (const { number, contactGuid } of contactNumbers.put) {
    await db.contactNumbers.where({ connectionId, contactGuid }).delete();
    await db.contactNumbers.put({ connectionId, number, contactGuid });
  }
}

async function applySheet(db: Database, { file, imports, columns }: CompanyPlan, now: number) {
  const { id: connectionId } = file;
  const changedHeadings = new Set([...columns.put, ...columns.remove].map(([heading]) => heading));
  if (changedHeadings.size > 0) {
    const sheet = await db.sheets.get(connectionId);
    const others = sheet?.columns.filter(([heading]) => !changedHeadings.has(heading)) ?? [];
    await db.sheets.put({ ...sheet, connectionId, columns: [...others, ...columns.put] });
  }
  const updatedAt = new Date(now).toISOString();
  // The link is restored with the others. The new time makes incremental reads pick the row up.
  const rows = imports.put.map(({ contactGuid: _, ...row }) => ({ ...row, connectionId, updatedAt }));
  await putAll(db.sheetRows, rows);
}

/** Customers that are in no table yet get a row that only holds the link, until a table with them is read. */
async function storeLinks(db: Database, { file, links }: CompanyPlan, now: number): Promise<void> {
  const { id: connectionId } = file;
  const updatedAt = new Date(now).toISOString();
  for (const { customerId } of links.remove) {
    await db.links.delete([connectionId, customerId]);
    await db.sheetRows
      .where('[connectionId+id]')
      .equals([connectionId, customerId])
      .modify((row) => {
        delete row.contactGuid;
        row.updatedAt = updatedAt;
      });
  }
  for (const { customerId: id, contactGuid, customer, how, linkedAt } of links.set) {
    const row = await db.sheetRows.get([connectionId, id]);
    const stub = { connectionId, id, customer: { name: customer }, absentSince: updatedAt };
    await db.sheetRows.put({ ...(row ?? stub), contactGuid, updatedAt });
    await db.links.put({ connectionId, customerId: id, contactGuid, state: 'ok', how, linkedAt });
  }
}
