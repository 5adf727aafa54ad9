/** The unfinished wizard: its progress, and the choices by id. */

import type { ContactChoice, CustomerChoice, WizardProgress } from '../../domain/choices.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Operation } from '../../domain/run.ts';
import { putAll } from '../../storage/batched-rows.ts';
import type { Database } from '../../storage/database.ts';
import type { ChoiceRecord } from '../../storage/records.ts';

export async function wizardProgress(
  db: Database,
  connectionId: string,
): Promise<WizardProgress | undefined> {
  const record = await db.flows.get(connectionId);
  if (!record) return undefined;
  const { connectionId: _, ...progress } = record;
  return progress;
}

/**
 * Changes the wizard's progress, creating it if needed. Concurrent changes of different fields are all kept.
 * @param now ms since 1970
 */
export async function changeWizardProgress(
  db: Database,
  connectionId: string,
  changes: Partial<WizardProgress>,
  now: number,
): Promise<void> {
  await db.transaction('rw', db.flows, async () => {
    const record = await db.flows.get(connectionId);
    await db.flows.put({ step: 1, startedAt: now, ...record, ...changes, connectionId });
  });
}

/** Choices as lists of pairs: ids come from other systems, so they are never used as property names. */
export async function choicesOf(
  db: Database,
  connectionId: string,
): Promise<{ customers: [CustomerId, CustomerChoice][]; contacts: [ContactGuid, ContactChoice][] }> {
  const customers: [CustomerId, CustomerChoice][] = [];
  const contacts: [ContactGuid, ContactChoice][] = [];
  for (const record of await db.choices.where({ connectionId }).toArray()) {
    if (record.of === 'customer') customers.push([record.id, record.choice]);
    else contacts.push([record.id, record.choice]);
  }
  return { customers, contacts };
}

/** @param choices `null` removes a choice */
export async function putChoices(
  db: Database,
  connectionId: string,
  of: ChoiceRecord['of'],
  choices: readonly [string, CustomerChoice | ContactChoice | null][],
): Promise<void> {
  const put: ChoiceRecord[] = [];
  const remove: [string, ChoiceRecord['of'], string][] = [];
  for (const [id, choice] of choices) {
    if (choice) put.push({ connectionId, of, id, choice } as ChoiceRecord);
    else remove.push([connectionId, of, id]);
  }
  await db.transaction('rw', db.choices, async () => {
    await putAll(db.choices, put);
    await db.choices.bulkDelete(remove);
  });
}

/** Deletes progress and choices. */
export async function clearWizard(db: Database, connectionId: string): Promise<void> {
  await db.transaction('rw', db.flows, db.choices, async () => {
    await db.flows.delete(connectionId);
    await db.choices.where({ connectionId }).delete();
  });
}

/**
 * Restarts the wizard with its choices.
 * @param done what was carried out: choices about these are deleted
 * @param now ms since 1970
 */
export async function reopenWizard(
  db: Database,
  connectionId: string,
  done: readonly Pick<Operation, 'customerId' | 'contactGuid'>[],
  now: number,
): Promise<void> {
  const customers = new Set(done.map(({ customerId }) => customerId));
  const contacts = new Set(done.map(({ contactGuid }) => contactGuid));
  await db.transaction('rw', db.flows, db.choices, async () => {
    const { importDefaults } = (await db.flows.get(connectionId)) ?? {};
    await db.flows.put({ step: 1, startedAt: now, importDefaults, connectionId });
    await db.choices
      .where({ connectionId })
      .filter(({ of, id }) => (of === 'customer' ? customers : contacts).has(id))
      .delete();
  });
}
