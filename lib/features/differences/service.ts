import type { OfConnection } from '../../domain/company.ts';
import type { CustomerId, Field } from '../../domain/customer.ts';
import type { Decision } from '../../domain/difference.ts';
import { byName } from '../../domain/order.ts';
import type { Run } from '../../domain/run.ts';
import type { Database } from '../../storage/database.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { updateCounts } from '../overview/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import type { DifferencesRow, FieldAnswer, GivenAnswer } from './messages.ts';
import { planUpdate } from './plan.ts';
import { decisionsOf, differencesOf } from './repository.ts';

/** Shows differences of linked customers, stores the user's answers and starts the run that applies them. */
export function createDifferencesService(
  { database, push }: Deps,
  scheduler: RunScheduler,
  publishOverview: PublishOverview,
) {
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
      const tables = [db.differences, db.decisions, db.marks];
      const isCountedAnew = await db.transaction('rw', tables, async () => {
        const before = await keptIn(db, connectionId);
        for (const given of answers) await store(db, connectionId, given);
        const isOther = before > 0 && (await keptIn(db, connectionId)) !== before;
        if (isOther) await markUncounted(db, connectionId);
        return isOther;
      });
      if (isCountedAnew) {
        await updateCounts(db, connectionId);
        await publishOverview(db, connectionId);
      }
      push({ type: 'answers', connectionId });
    },

    async updateFields({ connectionId }: OfConnection): Promise<{ run?: Run; kept: number }> {
      const db = await database;
      const { tasks, keep } = planUpdate(
        await differencesOf(db, connectionId),
        await decisionsOf(db, connectionId),
      );
      const run = tasks.length > 0 ? await scheduler.start(connectionId, 'update', tasks) : undefined;
      await keepBoth(db, connectionId, keep);
      if (!run && keep.length > 0) {
        await updateCounts(db, connectionId);
        await publishOverview(db, connectionId);
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

/** Stores an answer. If the values have changed since, it is stale, and the user is asked again. */
async function store(db: Database, connectionId: string, given: GivenAnswer): Promise<void> {
  const { customerId, field, answer } = given;
  const key: [string, CustomerId, Field] = [connectionId, customerId, field];
  if (answer === null) return db.decisions.delete(key);
  const row = await db.differences.get([connectionId, customerId]);
  const difference = row?.differences.find((one) => one.field === field);
  if (!row || !difference) return;
  const isOld = difference.dinero !== given.dinero || difference.effihub !== given.effihub;
  const { contactGuid } = row;
  const { dinero, effihub } = difference;
  const about = { connectionId, customerId, contactGuid, field, dinero, effihub };
  await db.decisions.put({ ...about, answer, ...(isOld && { stale: true }) });
}

/** Number of differences that the user keeps. */
const keptIn = (db: Database, connectionId: string): Promise<number> =>
  db.decisions
    .where({ connectionId })
    .filter(({ kept }) => kept === true)
    .count();

async function keepBoth(
  db: Database,
  connectionId: string,
  keep: readonly [CustomerId, Field][],
): Promise<void> {
  if (keep.length === 0) return;
  await db.transaction('rw', db.decisions, db.marks, async () => {
    for (const [customerId, field] of keep)
      await db.decisions.update([connectionId, customerId, field], { kept: true });
    await markUncounted(db, connectionId);
  });
}
