/** Loads the wizard's lists through the background, however often its worker is stopped meanwhile. */
import type { Signal } from '@preact/signals';
import { problemOf } from '../../lib/domain/problem.ts';
import { type SyncLists, wholeLists } from '../../lib/features/sync/index.ts';
import type { SyncSnapshot } from '../../lib/features/sync/messages.ts';
import type { Update } from '../../lib/features/updates.ts';
import type { Background } from '../shared/background.ts';
import { latestOnly } from '../shared/view-state.ts';
import type { Phase, ProgressState } from './progress.ts';

export interface LoaderParts {
  connectionId: string;
  send: Background['send'];
  phase: Signal<Phase>;
  progress: ProgressState;
  /** Takes everything but the lists; later changes to it are pushed. */
  applySnapshot: (snapshot: SyncSnapshot) => void;
  showLists: (lists: SyncLists) => void;
  onEnd: () => void;
}

/** Attempts while the background does not answer at all. */
const ATTEMPTS = 3;

export function createLoader(parts: LoaderParts) {
  const { connectionId, send, phase, progress, applySnapshot, showLists, onEnd } = parts;
  const startRequest = latestOnly();

  const load = async (attempts = ATTEMPTS): Promise<void> => {
    const isLatest = startRequest();
    if (phase.value.name === 'failed') phase.value = { name: 'reading', read: {} };
    try {
      // While a run is active the lists are not needed: its progress is shown at once.
      const { flow } = await send('overview', { connectionId });
      if (!isLatest()) return;
      if (!flow) return onEnd();
      progress.receive(flow);
      if (flow.runId) return;
      const snapshot = await send('loadFlow', { connectionId });
      if (!isLatest()) return;
      applySnapshot(snapshot);
      const { lists, parts } = snapshot;
      const data = await wholeLists(snapshot.data, parts, (part) =>
        send('flowPart', { connectionId, lists, part }),
      );
      if (!isLatest()) return;
      // Links have changed meanwhile, or the worker was stopped: the parts do not belong together.
      if (!data) return load(attempts);
      showLists(data);
    } catch (error) {
      if (!isLatest()) return;
      const problem = problemOf(error);
      if (!problem && attempts > 1) return load(attempts - 1);
      // Lists that are shown already stay, even if they are not the newest.
      if (phase.value.name !== 'ready') phase.value = { name: 'failed', problem };
    }
  };

  return {
    load: () => load(),
    /** After the worker was stopped: restarts a reading that was in progress, and does not repeat a finished one. */
    reconnect: async () => {
      // The result updates itself, and stays until the user leaves it although the flow has ended.
      if (progress.current.value?.runId) return;
      const { name } = phase.value;
      if (name === 'reading' || name === 'matching') return load();
      if (name !== 'ready') return;
      const before = progress.current.value;
      const overview = await send('overview', { connectionId }).catch(() => undefined);
      // The user has changed the step meanwhile: the answer is older than that.
      if (progress.current.value !== before) return;
      if (overview?.flow) progress.receive(overview.flow);
      else if (overview) onEnd();
    },
    follow: (update: Update) => {
      if (phase.value.name === 'ready' || phase.value.name === 'failed') return;
      if (update.type === 'matching') phase.value = { name: 'matching', progress: update.progress };
      else if (update.type === 'reading') {
        const read = phase.value.name === 'reading' ? phase.value.read : {};
        phase.value = { name: 'reading', read: { ...read, [update.system]: update.read } };
      }
    },
    /** Drops the answers that are still to come. */
    dispose: () => void startRequest(),
  };
}
