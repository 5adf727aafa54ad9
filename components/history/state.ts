/** The list of runs and its search. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PastRun } from '../../lib/features/history/messages.ts';
import { type Background, background } from '../shared/background.ts';
import { latestOnly } from '../shared/view-state.ts';

/** Runs per page. */
const PAGE = 200;
/** Milliseconds after a key press before the search starts. */
const PAUSE = 150;

export interface HistoryState {
  /** Undefined until the first answer. */
  runs: ReadonlySignal<PastRun[] | undefined>;
  more: ReadonlySignal<boolean>;
  query: ReadonlySignal<string>;
  failure: ReadonlySignal<{ error: unknown } | undefined>;
  search(query: string): void;
  showMore(): Promise<void>;
  load(): Promise<void>;
  dispose(): void;
}

export function createHistoryState(
  connectionId: string,
  first: string,
  { send, updates }: Background = background,
): HistoryState {
  const runs = signal<PastRun[] | undefined>(undefined);
  const more = signal(false);
  const query = signal(first);
  const failure = signal<{ error: unknown } | undefined>(undefined);
  let most = PAGE;
  const startRequest = latestOnly();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const isLatest = startRequest();
    try {
      const answer = await send('history', { connectionId, query: query.value, most });
      // The query has changed since.
      if (!isLatest()) return;
      runs.value = answer.runs;
      more.value = answer.more;
      failure.value = undefined;
    } catch (error) {
      if (isLatest()) failure.value = { error };
    }
  }
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(load, PAUSE);
  };

  const offUpdate = updates.onUpdate((update) => {
    if (update.type === 'run' && update.run.connectionId === connectionId) later();
  });
  const offReconnect = updates.onReconnect(load);
  void load();

  return {
    runs,
    more,
    query,
    failure,
    load,
    search(text) {
      query.value = text;
      most = PAGE;
      later();
    },
    async showMore() {
      most += PAGE;
      await load();
    },
    dispose() {
      clearTimeout(timer);
      offUpdate();
      offReconnect();
    },
  };
}
