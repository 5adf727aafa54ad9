import { allLinks } from '../store/lists.ts';
import { updateCounts } from '../sync/counts.ts';
import { refresh } from '../sync/refresh.ts';
import type { Announce } from './announce.ts';
import type { ClientPool } from './clients.ts';
import type { Deps } from './deps.ts';

/**
 * Brings the cached lists of a connection up to date outside a flow: one reading at a time, and none while a run writes.
 * @param onChange what was made from the lists is out of date
 */
export function createReading(
  { database, now, push, locks }: Deps,
  clients: ClientPool,
  announce: Announce,
  onChange: (connectionId: string) => void,
) {
  const reading = new Map<string, Promise<void>>();

  async function read(connectionId: string): Promise<void> {
    const db = await database;
    const both = await clients.of(connectionId);
    // A run that is going keeps the lists up to date itself; an older answer must not overwrite what it has done.
    const changed = await locks.request(
      `run:${connectionId}`,
      { ifAvailable: true },
      async (lock) => lock !== null && (await refresh(db, connectionId, both, { now: now() })),
    );
    if (!changed) return;
    onChange(connectionId);
    await updateCounts(db, connectionId);
    await announce(db, connectionId);
    push({ type: 'links', connectionId, links: await allLinks(db, connectionId) });
  }

  /** @throws ProblemError */
  return function readNow(connectionId: string): Promise<void> {
    const running = reading.get(connectionId);
    if (running) return running;
    const promise = read(connectionId).finally(() => reading.delete(connectionId));
    reading.set(connectionId, promise);
    return promise;
  };
}

export type Reading = ReturnType<typeof createReading>;
