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
 * Checks both systems outside a sync: reads only what has changed and writes nothing there. What needs a decision is
 * counted on the toolbar.
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
   * Whether a company is checked automatically. The first full read is the user's, and so is the next check after one without
   * access: Dinero may revoke a client that keeps asking.
   */
  async function isDue(db: Database, { id, paused, checkProblem }: ConnectionRecord): Promise<boolean> {
    if (paused || (checkProblem && isAccess(checkProblem))) return false;
    const marks = await db.marks.get(id);
    if (!marks?.contacts || !marks.customers || !(await db.secrets.get(id))) return false;
    return !(await isRunning(id));
  }

  /** Publishes the time of the check also when it failed. */
  const check = (db: Database, connectionId: string) =>
    refreshShared(connectionId).finally(() => publishOverview(db, connectionId));

  /** In sequence; a company that fails does not stop the others. */
  async function checkEach(): Promise<void> {
    const db = await database;
    for (const { id } of await db.connections.toArray()) {
      // It may have changed while the others were checked.
      const record = await db.connections.get(id);
      if (record && (await isDue(db, record))) await check(db, id).catch(() => undefined);
    }
  }

  return {
    /** The automatic check; joins one that is already going. */
    checkAll(): Promise<void> {
      going ??= checkEach().finally(() => {
        going = undefined;
      });
      return going;
    },

    /** @throws ProblemError also `busy` while a run is going */
    async checkNow({ connectionId }: { connectionId: string }): Promise<Checked> {
      const db = await database;
      const outcome = (await isRunning(connectionId)) ? 'busy' : await check(db, connectionId);
      if (outcome === 'busy') throw new ProblemError({ system: 'kundebro', code: 'busy' });
      const record = await db.connections.get(connectionId);
      return { changed: outcome === 'changed', waiting: record ? waitingIn(record) : 0 };
    },
  };
}
