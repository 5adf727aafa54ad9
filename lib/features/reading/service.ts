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

/** What came of a reading; `busy`: nothing was read, since a run is writing. */
export type RefreshOutcome = 'changed' | 'same' | 'busy';

/** @param onProgress how many have been read of one system so far; whoever joins another's reading hears nothing of it */
export type Refresh = (connectionId: string, onProgress?: Progress) => Promise<RefreshOutcome>;
type Progress = (system: System, read: number) => void;

/**
 * Brings the cached lists of a connection up to date: one reading at a time, and none while a run writes.
 * @param onChange what was made from the lists is out of date
 */
export function createRefresh(
  { database, now, push, locks }: Deps,
  clients: ClientPool,
  publishOverview: PublishOverview,
  onChange: (connectionId: string) => void,
) {
  const going = new Map<string, Promise<RefreshOutcome>>();
  /** They begin when the one that is going is over. */
  const next = new Map<string, Promise<RefreshOutcome>>();

  /** A run that is going keeps the lists up to date itself; an older answer must not overwrite what it has done. */
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
    // An older version has not counted everything.
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
   * For whoever shows what there is: a reading that is going already is good enough.
   * @throws ProblemError
   */
  const refreshShared: Refresh = (connectionId, onProgress) =>
    going.get(connectionId) ?? begin(connectionId, onProgress);

  /**
   * For whoever is about to change something, or has: what it finds is no older than the asking. A reading that is going began
   * before, so another one follows it, whatever comes of it; all who ask meanwhile share that one.
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
