/** Differences of linked customers, the values that both sides last agreed on, and the user's decisions. */

import type { Contact, Customer, CustomerId, Field } from '../../domain/customer.ts';
import type { CustomerDifferences, Decision } from '../../domain/difference.ts';
import type { Link } from '../../domain/link.ts';
import { putAll, rowsOf } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import type { AgreedRecord, DecisionRecord, DifferencesRecord } from '../../storage/records.ts';
import { findDifferences, stillHolds, updateAgreed } from './find.ts';

interface Lists {
  customers: readonly Customer[];
  contacts: readonly Contact[];
  links: readonly Link[];
  /** The fields that Effihub provides. */
  known: readonly Field[];
}

/**
 * Updates the table of differences, so that showing them needs no lists. Writes only what has changed.
 * @returns the number of customers with a difference that the user has not decided to keep
 */
export async function updateDifferences(db: Database, connectionId: string, lists: Lists): Promise<number> {
  const pairs = linkedPairs(lists);
  const tables = [db.differences, db.agreed, db.decisions];
  return db.transaction('rw', tables, async () => {
    const agreed = byCustomer(await agreedOf(db, connectionId));
    const stored = byCustomer(await differencesOf(db, connectionId));
    const decisions = await decisionsOf(db, connectionId);
    const changed: DifferencesRecord[] = [];
    const newlyAgreed: AgreedRecord[] = [];
    const found = new Map<CustomerId, CustomerDifferences>();
    for (const [customer, contact] of pairs.values()) {
      const before = agreed.get(customer.id);
      const row = findDifferences(customer, contact, before, lists.known);
      if (row) found.set(customer.id, row);
      if (row && !sameRow(row, stored.get(customer.id))) changed.push({ ...row, connectionId });
      const now = updateAgreed(customer, contact, before);
      if (now !== before) newlyAgreed.push({ ...now, connectionId });
    }
    await putAll(db.differences, changed);
    await putAll(db.agreed, newlyAgreed);
    await db.differences.bulkDelete(keysWithout(connectionId, stored, found));
    await db.agreed.bulkDelete(keysWithout(connectionId, agreed, pairs));
    const standing = await settleDecisions(db, decisions, pairs, found);
    return [...found.values()].filter((row) => !isAllKept(row, standing)).length;
  });
}

type Pairs = ReadonlyMap<CustomerId, [Customer, Contact]>;

function linkedPairs({ customers, contacts, links }: Omit<Lists, 'known'>): Pairs {
  const contactOf = new Map(contacts.map((contact) => [contact.guid, contact]));
  const customerOf = new Map(customers.map((customer) => [customer.id, customer]));
  const pairs = new Map<CustomerId, [Customer, Contact]>();
  for (const { customerId, contactGuid, state } of links) {
    const customer = customerOf.get(customerId);
    const contact = contactOf.get(contactGuid);
    // Archived and deleted records are not compared.
    if (state !== 'ok' || !customer || customer.archivedAt || !contact || contact.deletedAt) continue;
    pairs.set(customerId, [customer, contact]);
  }
  return pairs;
}

/** Deletes decisions about fields that no longer differ, and marks those whose values have changed as stale. */
async function settleDecisions(
  db: Database,
  decisions: readonly DecisionRecord[],
  pairs: Pairs,
  found: ReadonlyMap<CustomerId, CustomerDifferences>,
): Promise<DecisionRecord[]> {
  const standing: DecisionRecord[] = [];
  for (const decision of decisions) {
    const { connectionId, customerId, field } = decision;
    const pair = pairs.get(customerId);
    const differs = found.get(customerId)?.differences.some((difference) => difference.field === field);
    if (!pair || !differs) await db.decisions.delete([connectionId, customerId, field]);
    else if (stillHolds(decision, ...pair)) standing.push(decision);
    else if (!decision.stale) {
      const { kept: _, ...rest } = decision;
      await db.decisions.put({ ...rest, stale: true });
    }
  }
  return standing;
}

/** Whether the user keeps all differences of a customer. */
export function isAllKept(row: CustomerDifferences, decisions: readonly Decision[]): boolean {
  const kept = new Set(
    decisions.filter((one) => one.customerId === row.customerId && one.kept).map(({ field }) => field),
  );
  return row.differences.every(({ field }) => kept.has(field));
}

const byCustomer = <Row extends { customerId: CustomerId }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.customerId, row]));

const keysWithout = (
  connectionId: string,
  stored: ReadonlyMap<CustomerId, unknown>,
  now: ReadonlyMap<CustomerId, unknown>,
): [string, CustomerId][] => [...stored.keys()].filter((id) => !now.has(id)).map((id) => [connectionId, id]);

/** Compares without the owner, which is always the same. */
function sameRow(row: CustomerDifferences, stored: DifferencesRecord | undefined): boolean {
  if (!stored) return false;
  const { connectionId: _, ...other } = stored;
  return JSON.stringify(row) === JSON.stringify(other);
}

export const differencesOf = (db: Database, connectionId: string): Promise<DifferencesRecord[]> =>
  rowsOf(db.differences, connectionId, ({ customerId }) => customerId);

const agreedOf = (db: Database, connectionId: string): Promise<AgreedRecord[]> =>
  rowsOf(db.agreed, connectionId, ({ customerId }) => customerId);

export const decisionsOf = (db: Database, connectionId: string): Promise<DecisionRecord[]> =>
  db.decisions.where({ connectionId }).toArray();
