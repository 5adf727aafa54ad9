import { isAccess, ProblemError } from '../../domain/problem.ts';
import type { Database } from '../../storage/database.ts';
import type { ConnectionRecord } from '../../storage/records.ts';
import type { Deps } from '../deps.ts';
import { waitingIn } from '../overview/index.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import type { Checked } from './messages.ts';

/**
 * Looks at both systems without a flow: only what has changed is read, and nothing is ever written there. What needs a
 * decision is counted on the toolbar.
 */
export function createCheckService(
  { database }: Pick<Deps, 'database'>,
  {
    scheduler,
    publishOverview,
    refreshShared,
  }: { scheduler: RunScheduler; publishOverview: PublishOverview; refreshShared: Refresh },
) {
  let going: Promise<void> | undefined;

  const isRunning = async (connectionId: string): Promise<boolean> =>
    (await scheduler.activeRun(connectionId))?.state === 'running';

  /**
   * Whether a company is looked at by itself. The first reading of everything is the user's, and so is the next look after
   * one that found no access: Dinero may revoke a client that goes on asking.
   */
  async function isDue(db: Database, { id, paused, checkProblem }: ConnectionRecord): Promise<boolean> {
    if (paused || (checkProblem && isAccess(checkProblem))) return false;
    const marks = await db.marks.get(id);
    if (!marks?.contacts || !marks.customers || !(await db.secrets.get(id))) return false;
    return !(await isRunning(id));
  }

  /** Every open view is told when it was, also when it failed. */
  const look = (db: Database, connectionId: string) =>
    refreshShared(connectionId).finally(() => publishOverview(db, connectionId));

  /** One company after the other, and none of them keeps another from its turn. */
  async function lookAtAll(): Promise<void> {
    const db = await database;
    for (const { id } of await db.connections.toArray()) {
      // As it is when its turn comes.
      const record = await db.connections.get(id);
      if (record && (await isDue(db, record))) await look(db, id).catch(() => undefined);
    }
  }

  return {
    /** The automatic check. One that is going already is the same one. */
    checkAll(): Promise<void> {
      going ??= lookAtAll().finally(() => {
        going = undefined;
      });
      return going;
    },

    /** @throws ProblemError what the look met, `busy` while a run is going */
    async checkNow({ connectionId }: { connectionId: string }): Promise<Checked> {
      const db = await database;
      const outcome = (await isRunning(connectionId)) ? 'busy' : await look(db, connectionId);
      if (outcome === 'busy') throw new ProblemError({ system: 'kundebro', code: 'busy' });
      const record = await db.connections.get(connectionId);
      return { changed: outcome === 'changed', waiting: record ? waitingIn(record) : 0 };
    },
  };
}
