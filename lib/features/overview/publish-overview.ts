import type { Problem } from '../../domain/problem.ts';
import type { Database } from '../../storage/database.ts';
import type { Deps } from '../deps.ts';
import { overviewOf } from './service.ts';
import { waitingInAll } from './waiting.ts';

/**
 * Tells every view how a connection stands now, and the toolbar how much waits in all of them.
 * @param problem what the latest look at the connection met
 */
export function createPublishOverview({ push, showWaiting }: Pick<Deps, 'push' | 'showWaiting'>) {
  const tell = async (db: Database, connectionId: string, problem?: Problem): Promise<void> => {
    push({ type: 'overview', overview: await overviewOf(db, connectionId, problem) });
    showWaiting(await countWaiting(db));
  };
  /** One after the other: what is told last is what was read last. */
  let last: Promise<unknown> = Promise.resolve();
  return function publishOverview(db: Database, connectionId: string, problem?: Problem): Promise<void> {
    const mine = last.then(() => tell(db, connectionId, problem));
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** How much needs a decision of the user's, in all companies together. */
export const countWaiting = async (db: Database): Promise<number> =>
  waitingInAll(await db.connections.toArray());

export type PublishOverview = ReturnType<typeof createPublishOverview>;
