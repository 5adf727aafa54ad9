/** What a finished operation changes besides the journal. */

import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { LinkOrigin } from '../../domain/link.ts';
import type { Operation, Run } from '../../domain/run.ts';
import { putAll } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import { recordOutcomes } from '../../storage/journal.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';

interface Effects {
  operation: Operation;
  customer?: Customer;
  contact?: Contact;
  removedCustomer?: CustomerId;
  how?: LinkOrigin;
}

/**
 * Stores an operation's end and all its effects in one transaction.
 * @param expectedEnd of the run, in ms since 1970
 */
export async function commit(
  db: Database,
  runId: string,
  effects: Effects,
  now: number,
  expectedEnd?: number,
): Promise<Run> {
  const { operation, customer, contact, removedCustomer, how } = effects;
  const { connectionId } = operation;
  const tables = [db.runs, db.operations, db.customers, db.contacts, db.links, db.gone, db.marks];
  return db.transaction('rw', tables, async () => {
    if (contact) await db.contacts.put({ ...contact, connectionId });
    if (customer) {
      await db.customers.put({ ...customer, connectionId });
      await putLink(db, connectionId, customer.id, customer.contactGuid, how, now);
    }
    if (removedCustomer !== undefined) await forgetCustomer(db, connectionId, removedCustomer);
    if (operation.kind === 'reset' && operation.state === 'done') await forgetLinks(db, connectionId);
    return recordEnd(db, runId, [operation], expectedEnd);
  });
}

async function putLink(
  db: Database,
  connectionId: string,
  customerId: CustomerId,
  contactGuid: ContactGuid | undefined,
  how: LinkOrigin | undefined,
  now: number,
): Promise<void> {
  const before = await db.links.get([connectionId, customerId]);
  const same = before?.contactGuid === contactGuid ? before : undefined;
  // Something other than the link has changed.
  if (!how && same) return;
  // Undo tells by this time whether the run made the link.
  const linkedAt = same?.state === 'ok' ? same.linkedAt : now;
  await db.links.delete([connectionId, customerId]);
  if (!contactGuid) return;
  // A contact has one customer; the previous one has lost it.
  await db.links.where({ connectionId, contactGuid }).delete();
  await db.links.put({ connectionId, customerId, contactGuid, state: 'ok', how: how ?? 'effihub', linkedAt });
}

/** Deleted on purpose; not reported as missing. */
async function forgetCustomer(db: Database, connectionId: string, customerId: CustomerId): Promise<void> {
  await db.customers.delete([connectionId, customerId]);
  await db.links.delete([connectionId, customerId]);
  await db.gone.delete([connectionId, customerId]);
}

async function forgetLinks(db: Database, connectionId: string): Promise<void> {
  await db.links.where({ connectionId }).delete();
  await db.customers.where({ connectionId }).modify((customer) => {
    delete customer.contactGuid;
  });
}

async function recordEnd(
  db: Database,
  runId: string,
  operations: readonly Operation[],
  expectedEnd?: number,
): Promise<Run> {
  const run = await recordOutcomes(db, runId, operations, expectedEnd);
  await markUncounted(db, run.connectionId);
  return run;
}

/** Puts contacts on the ignore list and ends their operations, in one transaction. */
export async function commitIgnored(
  db: Database,
  runId: string,
  operations: readonly Operation[],
  ignoredAt: number,
): Promise<Run> {
  return db.transaction('rw', [db.runs, db.operations, db.ignored, db.marks], async () => {
    await putAll(
      db.ignored,
      operations.map(({ connectionId, contactGuid = '', name }) => ({
        connectionId,
        contactGuid,
        name,
        ignoredAt,
      })),
    );
    return recordEnd(
      db,
      runId,
      operations.map((operation) => ({ ...operation, state: 'done' })),
    );
  });
}

/** Takes contacts off the ignore list and ends their operations, in one transaction. */
export async function commitUnignored(
  db: Database,
  runId: string,
  operations: readonly Operation[],
): Promise<Run> {
  return db.transaction('rw', [db.runs, db.operations, db.ignored, db.marks], async () => {
    await db.ignored.bulkDelete(
      operations.map(({ connectionId, contactGuid = '' }): [string, ContactGuid] => [
        connectionId,
        contactGuid,
      ]),
    );
    return recordEnd(
      db,
      runId,
      operations.map((operation) => ({ ...operation, state: 'done' })),
    );
  });
}
