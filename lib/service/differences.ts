import type { Customer, CustomerId, Field } from '../customer.ts';
import { comparable, written } from '../differences/comparable.ts';
import { planUpdate } from '../differences/plan.ts';
import type { CustomerDifferences, Decision } from '../differences/types.ts';
import { byName } from '../flow.ts';
import type { DifferencesRow, FieldAnswer, GivenAnswer } from '../messaging/differences.ts';
import type { Run } from '../run.ts';
import type { Database } from '../store/database.ts';
import { decisionsOf, differencesOf } from '../store/differences.ts';
import type { DecisionRecord } from '../store/records.ts';
import { updateCounts } from '../sync/counts.ts';
import type { Announce } from './announce.ts';
import type { Deps } from './deps.ts';
import type { Engine } from './engine.ts';

interface OfConnection {
  connectionId: string;
}

/** What linked customers differ in, what the user says to it, and the run that makes them the same. */
export function createDifferencesService({ database, push }: Deps, engine: Engine, announce: Announce) {
  return {
    async differences({ connectionId }: OfConnection): Promise<{ rows: DifferencesRow[] }> {
      const db = await database;
      const answers = Map.groupBy(await decisionsOf(db, connectionId), ({ customerId }) => customerId);
      const rows = (await differencesOf(db, connectionId)).map(({ connectionId: _, ...row }) => ({
        ...row,
        answers: (answers.get(row.customerId) ?? []).map(fieldAnswer),
      }));
      return { rows: rows.sort(byName(({ customerId }) => customerId)) };
    },

    async answerDifferences({ connectionId, answers }: OfConnection & { answers: GivenAnswer[] }) {
      const db = await database;
      await db.transaction('rw', [db.differences, db.decisions, db.customers, db.contacts], async () => {
        for (const given of answers) await store(db, connectionId, given);
      });
      push({ type: 'answers', connectionId });
    },

    async updateFields({ connectionId }: OfConnection): Promise<{ run?: Run; kept: number }> {
      const db = await database;
      const { tasks, keep } = planUpdate(
        await differencesOf(db, connectionId),
        await decisionsOf(db, connectionId),
      );
      const run = tasks.length > 0 ? await engine.start(connectionId, 'update', tasks) : undefined;
      await keepBoth(db, connectionId, keep);
      if (!run && keep.length > 0) {
        await updateCounts(db, connectionId);
        await announce(db, connectionId);
      }
      push({ type: 'answers', connectionId });
      return { run, kept: keep.length };
    },
  };
}

const fieldAnswer = ({ field, answer, kept, stale }: Decision): FieldAnswer => ({
  field,
  answer,
  ...(kept && { kept }),
  ...(stale && { stale }),
});

/** An answer about values that are not there any more is kept as a stale one: the user is told, and asked again. */
async function store(db: Database, connectionId: string, given: GivenAnswer): Promise<void> {
  const { customerId, field, answer } = given;
  const key: [string, CustomerId, Field] = [connectionId, customerId, field];
  if (answer === null) return db.decisions.delete(key);
  const row = await db.differences.get([connectionId, customerId]);
  const difference = row?.differences.find((one) => one.field === field);
  if (!row || !difference) return;
  const isOld = difference.dinero !== given.dinero || difference.effihub !== given.effihub;
  const decision = await decisionAbout(db, connectionId, row, field);
  if (decision) await db.decisions.put({ ...decision, answer, ...(isOld && { stale: true }) });
}

async function decisionAbout(
  db: Database,
  connectionId: string,
  { customerId, contactGuid }: CustomerDifferences,
  field: Field,
): Promise<Omit<DecisionRecord, 'answer'> | undefined> {
  const customer: Customer | undefined = await db.customers.get([connectionId, customerId]);
  const contact = await db.contacts.get([connectionId, contactGuid]);
  if (!customer || !contact) return undefined;
  return {
    connectionId,
    customerId,
    contactGuid,
    field,
    dinero: comparable(field, written(contact, field), contact),
    effihub: comparable(field, written(customer, field), customer),
  };
}

async function keepBoth(
  db: Database,
  connectionId: string,
  keep: readonly [CustomerId, Field][],
): Promise<void> {
  await db.transaction('rw', db.decisions, async () => {
    for (const [customerId, field] of keep)
      await db.decisions.update([connectionId, customerId, field], { kept: true });
  });
}
