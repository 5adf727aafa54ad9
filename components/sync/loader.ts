/** Reads both lists through the background, however often its worker is stopped meanwhile. */
import type { Signal } from '@preact/signals';
import { problemOf } from '../../lib/domain/problem.ts';
import type { SyncSnapshot } from '../../lib/features/messages.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import { wholeLists } from '../../lib/features/sync/index.ts';
import type { Update } from '../../lib/features/updates.ts';
import type { Background } from '../shared/background.ts';
import type { Head } from './progress.ts';
import type { Phase } from './types.ts';

export interface LoaderParts {
  connectionId: string;
  send: Background['send'];
  phase: Signal<Phase>;
  head: Head;
  /** The choices and all that is short: what changes from then on is told. */
  take: (snapshot: SyncSnapshot) => void;
  show: (data: SyncLists) => void;
  onEnd: () => void;
}

/** How often a reading is begun again by itself when there was no answer at all. */
const TRIES = 3;

export function createLoader({ connectionId, send, phase, head, take, show, onEnd }: LoaderParts) {
  /** Answers of earlier attempts are let go. */
  let attempt = 0;

  const load = async (tries = TRIES): Promise<void> => {
    attempt += 1;
    const mine = attempt;
    if (phase.value.name === 'failed') phase.value = { name: 'reading', read: {} };
    try {
      // A run that goes on needs no lists: its progress is shown at once.
      const { flow } = await send('overview', { connectionId });
      if (mine !== attempt) return;
      if (!flow) return onEnd();
      head.told(flow);
      if (flow.runId) return;
      const snapshot = await send('loadFlow', { connectionId });
      if (mine !== attempt) return;
      take(snapshot);
      const { lists, parts } = snapshot;
      const data = await wholeLists(snapshot.data, parts, (part) =>
        send('flowPart', { connectionId, lists, part }),
      );
      if (mine !== attempt) return;
      // Links were made or removed meanwhile, or the worker was stopped.
      if (!data) return load(tries);
      show(data);
    } catch (error) {
      if (mine !== attempt) return;
      const problem = problemOf(error);
      if (!problem && tries > 1) return load(tries - 1);
      // What is shown already stays; it is only not the newest.
      if (phase.value.name !== 'ready') phase.value = { name: 'failed', problem };
    }
  };

  return {
    load: () => load(),
    /** After the worker was stopped: a reading begins again, what was read already is not read once more. */
    again: async () => {
      // The result keeps itself up to date, and stays until the user leaves it: a finished run is no longer a flow.
      if (head.current.value?.runId) return;
      const { name } = phase.value;
      if (name === 'reading' || name === 'matching') return load();
      if (name !== 'ready') return;
      const before = head.current.value;
      const overview = await send('overview', { connectionId }).catch(() => undefined);
      // The user has gone to another step meanwhile: the answer is older than that.
      if (head.current.value !== before) return;
      if (overview?.flow) head.told(overview.flow);
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
    dispose: () => {
      attempt += 1;
    },
  };
}
