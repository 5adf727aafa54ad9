/**
 * The state of a view that loads twice, as in stale-while-revalidate: it shows what is stored at once, then what the lists
 * contain after a reading. It also runs the user's actions, one at a time.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { isOnlyEarly, wasNotSent } from '../../lib/domain/problem.ts';
import type { Update } from '../../lib/features/updates.ts';
import { updates } from './background.ts';

export interface ViewFailure {
  error: unknown;
  /** The action that failed; undefined when loading did. */
  action?: string;
  /** Reading the lists failed, not loading what is stored. */
  fresh?: boolean;
}

export interface LiveView<Data> {
  /** Undefined until the first answer. */
  data: ReadonlySignal<Data | undefined>;
  /** The lists have been read since the view was opened. */
  isFresh: ReadonlySignal<boolean>;
  failure: ReadonlySignal<ViewFailure | undefined>;
  /** The action that is running. */
  busy: ReadonlySignal<string | undefined>;
  /** What the last action did, with its undo where there is one. */
  done: ReadonlySignal<{ text: string; undo?: () => Promise<void> } | undefined>;
  /** Loads what is stored, then reads the lists. Called once by `createLiveView`. */
  refresh(): Promise<void>;
  /** Loads what is stored. */
  reload(): Promise<void>;
  /** Runs one action at a time and reloads after it. @returns undefined when it was refused or failed */
  perform<Result>(action: string, work: () => Promise<Result>): Promise<Result | undefined>;
  announce(text: string, undo?: () => Promise<void>): void;
  dispose(): void;
}

/** @param load `fresh`: reads the lists first */
export function createLiveView<Data>(
  connectionId: string,
  load: (fresh: boolean) => Promise<Data>,
): LiveView<Data> {
  const data = signal<Data | undefined>(undefined);
  const isFresh = signal(false);
  const failure = signal<ViewFailure | undefined>(undefined);
  const busy = signal<string | undefined>(undefined);
  const done = signal<{ text: string; undo?: () => Promise<void> } | undefined>(undefined);
  /** The number of the latest request, and of the one whose answer is shown. */
  let latest = 0;
  let shown = 0;
  let hasRead = false;
  let isDisposed = false;

  const show = async (fresh: boolean): Promise<void> => {
    latest += 1;
    const mine = latest;
    const found = await load(fresh);
    if (isDisposed) return;
    hasRead ||= fresh;
    batch(() => {
      // The first answer is shown even if it is outdated: the latest request may be a slow reading.
      if (mine === latest || shown === 0) {
        data.value = found;
        shown = mine;
      }
      // A reading pushes its own changes, so a newer answer may have arrived before the reading's.
      if (hasRead && shown === latest) isFresh.value = true;
    });
  };
  /** A failed reading stays visible when only what is stored is loaded again. */
  const keepFailure = async (fresh: boolean, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      const before = failure.peek();
      if (before && !before.action && (fresh || !before.fresh)) failure.value = undefined;
    } catch (error) {
      if (!isDisposed) failure.value = { error, fresh };
    }
  };
  const refresh = () =>
    keepFailure(true, async () => {
      await show(false);
      await show(true);
    });
  const reload = () => keepFailure(false, () => show(false));

  const follow = (update: Update) => {
    if (!('connectionId' in update) && update.type !== 'overview') return;
    const id = update.type === 'overview' ? update.overview.connection?.id : update.connectionId;
    if (id === connectionId && (update.type === 'overview' || update.type === 'links')) void reload();
  };
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void reload())];
  void refresh();

  return {
    data,
    isFresh,
    failure,
    busy,
    done,
    refresh,
    reload,
    async perform(action, work) {
      if (busy.value) return undefined;
      const before = done.peek();
      batch(() => {
        busy.value = action;
        failure.value = undefined;
        done.value = undefined;
      });
      try {
        const result = await work();
        // The action succeeded, even if the reload fails.
        await reload();
        return result;
      } catch (error) {
        if (isDisposed) return undefined;
        if (wasNotSent(error)) done.value = before;
        if (!isOnlyEarly(error)) failure.value = { error, action };
        return undefined;
      } finally {
        busy.value = undefined;
      }
    },
    announce(text, undo) {
      done.value = { text, undo };
    },
    dispose() {
      isDisposed = true;
      for (const stop of stops) stop();
    },
  };
}
