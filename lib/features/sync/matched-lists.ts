import type { Deps } from '../deps.ts';
import { matchStoredLists } from './flow-data.ts';
import type { MatchingProgress, SyncLists } from './lists.ts';

/** A connection's lists, with a name of their own: a view that fetches them in parts must not mix two matchings. */
export interface MatchedLists {
  id: string;
  data: SyncLists;
}

/**
 * The matched lists of each connection as last made; the database is the truth.
 * Links may be made and removed while matching goes on, since it lets others in between. Whoever changes links calls
 * `forget` after that is stored: a matching that began before then begins again, so what is kept and handed out never
 * shows a link that is gone or misses a new one. Choices are no part of the lists: they are read when those are there.
 */
export function createMatchedLists({ database, newId }: Pick<Deps, 'database' | 'newId'>) {
  const kept = new Map<string, MatchedLists>();
  const changes = new Map<string, AbortController>();

  /** Aborted by the next `forget`. */
  function nextChange(connectionId: string): AbortSignal {
    const known = changes.get(connectionId) ?? new AbortController();
    changes.set(connectionId, known);
    return known.signal;
  }

  async function make(
    connectionId: string,
    onProgress?: (progress: MatchingProgress) => void,
  ): Promise<MatchedLists> {
    const db = await database;
    for (;;) {
      const changed = nextChange(connectionId);
      try {
        const data = await matchStoredLists(db, connectionId, changed, onProgress);
        const made = { id: newId(), data };
        kept.set(connectionId, made);
        return made;
      } catch (error) {
        if (!changed.aborted) throw error;
      }
    }
  }

  return {
    make,
    /** As the views last got them, or made anew when the worker has been stopped since. */
    current: async (connectionId: string) => kept.get(connectionId) ?? make(connectionId),
    /** Undefined when nothing is kept, or when it is out of date. */
    peek: (connectionId: string) => kept.get(connectionId),
    forget(connectionId: string): void {
      kept.delete(connectionId);
      changes.get(connectionId)?.abort();
      changes.delete(connectionId);
    },
  };
}
