import type { WizardProgress } from '../../domain/choices.ts';
import { byLabel, type Company, companyOf } from '../../domain/company.ts';
import type { Problem } from '../../domain/problem.ts';
import { isActive, type Run } from '../../domain/run.ts';
import { activeConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { operationsOf, runsOf } from '../../storage/journal.ts';
import type { ConnectionRecord } from '../../storage/records.ts';
import type { Deps } from '../deps.ts';
import { sheetInfo } from '../sheets/repository.ts';
import { wizardProgress } from '../sync/repository.ts';
import { waitingIn, waitingInAll } from './index.ts';
import type { Overview } from './messages.ts';

export { updateCounts } from './counts.ts';

export const companyIn = (record: ConnectionRecord): Company => ({
  ...companyOf(record),
  ...(record.paused && { paused: true }),
});

/**
 * The start page, from the database alone.
 * @param connectionId by default the one last used
 * @param problem why the latest check of the connection failed
 */
export async function overviewOf(db: Database, connectionId?: string, problem?: Problem): Promise<Overview> {
  const record = connectionId ? await db.connections.get(connectionId) : await activeConnection(db);
  const companies = (await db.connections.toArray())
    .map((each) => ({ ...companyIn(each), waiting: waitingIn(each) }))
    .sort(byLabel);
  if (!record) return { companies };
  const runs = await runsOf(db, record.id);
  const head = await wizardProgress(db, record.id);
  const latest = runs.at(-1);
  return {
    connection: companyIn(record),
    companies,
    sheet: await sheetInfo(db, record.id),
    counts: record.counts,
    checkedAt: record.checkedAt,
    checkProblem: record.checkProblem,
    lastRun: runs.findLast((run) => run.kind === 'sync' && !isActive(run)),
    activeRun: runs.find(isActive),
    flow: isUnfinished(head, runs) ? head : undefined,
    undoableReset: latest && (await undoable(db, latest)),
    integration: record.integration,
    problem,
  };
}

/** After a stopped run choices are left that were not carried out; after a finished one none are. */
function isUnfinished(head: WizardProgress | undefined, runs: readonly Run[]): boolean {
  if (!head) return false;
  return runs.find(({ id }) => id === head.runId)?.state !== 'done';
}

/** A reset can be undone until the next run. */
async function undoable(db: Database, latest: Run): Promise<Overview['undoableReset']> {
  if (latest.kind !== 'reset' || latest.state !== 'done') return undefined;
  const [operation] = await operationsOf(db, latest.id);
  const count = operation?.removed?.length ?? 0;
  return operation?.state === 'done' ? { runId: latest.id, count } : undefined;
}

/**
 * Pushes a connection's overview to every view, and the number of all connections to the toolbar.
 * @param problem why the latest check of the connection failed
 */
export function createPublishOverview({ push, showWaiting }: Pick<Deps, 'push' | 'showWaiting'>) {
  const publish = async (db: Database, connectionId: string, problem?: Problem): Promise<void> => {
    push({ type: 'overview', overview: await overviewOf(db, connectionId, problem) });
    showWaiting(await countWaiting(db));
  };
  /** In sequence, so that the last push is the last state. */
  let last: Promise<unknown> = Promise.resolve();
  return function publishOverview(db: Database, connectionId: string, problem?: Problem): Promise<void> {
    const current = last.then(() => publish(db, connectionId, problem));
    last = current.catch(() => undefined);
    return current;
  };
}

/** How much needs the user's decision, in all companies together. */
export const countWaiting = async (db: Database): Promise<number> =>
  waitingInAll(await db.connections.toArray());

export type PublishOverview = ReturnType<typeof createPublishOverview>;
