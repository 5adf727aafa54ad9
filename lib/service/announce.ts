import type { Problem } from '../problem.ts';
import { activeConnection } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import type { Deps } from './deps.ts';
import { overviewOf } from './overview.ts';

/**
 * Tells every view how a connection stands now, and the toolbar how many customers wait in the one last used.
 * @param problem what the latest look at the connection met
 */
export function createAnnounce({ push, showWaiting }: Pick<Deps, 'push' | 'showWaiting'>) {
  return async function announce(db: Database, connectionId: string, problem?: Problem): Promise<void> {
    push({ type: 'overview', overview: await overviewOf(db, connectionId, problem) });
    showWaiting(await waitingNow(db));
  };
}

/** How many customers nobody has decided on, in the company last used; a paused one has time. */
export async function waitingNow(db: Database): Promise<number> {
  const active = await activeConnection(db);
  return active?.paused ? 0 : (active?.counts?.undecided ?? 0);
}

export type Announce = ReturnType<typeof createAnnounce>;
