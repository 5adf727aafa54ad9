import { problemOf, type System } from '../../domain/problem.ts';
import { allLinks } from '../../storage/cached-lists.ts';
import { getConnection, noteLook } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import type { ClientPool, Clients } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { updateCounts } from '../overview/service.ts';
import { refresh } from './refresh.ts';

export { refresh } from './refresh.ts';

/** `busy`: nothing was read, since a run is writing. */
export type RefreshOutcome = 'changed' | 'same' | 'busy';

/** @param onProgress how many have been read of one system so far; not called when another call's refresh is shared */
export type Refresh = (connectionId: string, onProgress?: Progress) => Promise<RefreshOutcome>;
type Progress = (system: System, read: number) => void;

/**
 * Refreshes the cached lists of a connection: one refresh at a time, and none while a run writes.
 * @param onChange called when what was derived from the lists is out of date
 */
export function createRefresh(
  { database, now, push, locks }: Deps,
  clients: ClientPool,
  publishOverview: PublishOverview,
  onChange: (connectionId: string) => void,
) {
  const going = new Map<string, Promise<RefreshOutcome>>();
  /** Begin after the one that is going. */
  const next = new Map<string, Promise<RefreshOutcome>>();

  /** A run keeps the lists up to date itself; an older answer must not overwrite its changes. */
  async function refreshed(
    db: Database,
    connectionId: string,
    both: Clients,
    onProgress?: Progress,
  ): Promise<RefreshOutcome> {
    return locks.request(`run:${connectionId}`, { ifAvailable: true }, async (lock) => {
      if (lock === null) return 'busy';
      return (await refresh(db, connectionId, both, { now: now(), onProgress })) ? 'changed' : 'same';
    });
  }

  async function read(connectionId: string, onProgress?: Progress): Promise<RefreshOutcome> {
    const db = await database;
    const both = await clients.of(connectionId);
    const outcome = await refreshed(db, connectionId, both, onProgress).catch(async (error: unknown) => {
      const problem = problemOf(error);
      if (problem) await noteLook(db, connectionId, now(), problem);
      throw error;
    });
    if (outcome === 'busy') return outcome;
    await noteLook(db, connectionId, now());
    // An older version did not count everything.
    const isCounted = (await getConnection(db, connectionId)).counts?.sides !== undefined;
    if (outcome === 'same' && isCounted) return outcome;
    if (outcome === 'changed') onChange(connectionId);
    await updateCounts(db, connectionId);
    await publishOverview(db, connectionId);
    push({ type: 'links', connectionId, links: await allLinks(db, connectionId) });
    return outcome;
  }

  function begin(connectionId: string, onProgress?: Progress): Promise<RefreshOutcome> {
    const promise = read(connectionId, onProgress).finally(() => going.delete(connectionId));
    going.set(connectionId, promise);
    return promise;
  }

  /**
   * For showing data: joins a refresh that is already going.
   * @throws ProblemError
   */
  const refreshShared: Refresh = (connectionId, onProgress) =>
    going.get(connectionId) ?? begin(connectionId, onProgress);

  /**
   * For writing: the result is no older than the call. A refresh that is already going began earlier, so another one follows
   * it, even if it fails; calls made meanwhile share that one.
   * @throws ProblemError
   */
  const refreshStrict: Refresh = (connectionId, onProgress) => {
    const running = going.get(connectionId);
    if (!running) return begin(connectionId, onProgress);
    const known = next.get(connectionId);
    if (known) return known;
    const promise = running
      .catch(() => undefined)
      .then(() => {
        next.delete(connectionId);
        return refreshShared(connectionId, onProgress);
      });
    next.set(connectionId, promise);
    return promise;
  };

  return { refreshShared, refreshStrict };
}
