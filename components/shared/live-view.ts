/** The state of one card: what is known of the customer on the page, and what was done with it. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { isOnlyEarly, wasNotSent } from '../../lib/domain/problem.ts';
import type { Update } from '../../lib/features/updates.ts';
import { send, updates } from './background.ts';

export interface ViewFailure {
  error: unknown;
  /** What the user had pressed; otherwise the card could not be shown. */
  action?: string;
  /** The lists were being read. */
  fresh?: boolean;
}

export interface LiveView<Card> {
  /** Undefined until the first answer. */
  data: ReadonlySignal<Card | undefined>;
  /** The lists have been read since the card was opened. */
  isFresh: ReadonlySignal<boolean>;
  failure: ReadonlySignal<ViewFailure | undefined>;
  /** Which action is under way. */
  busy: ReadonlySignal<string | undefined>;
  /** What was done last, with the way back where there is one. */
  done: ReadonlySignal<{ text: string; undo?: () => Promise<void> } | undefined>;
  /** Shows what is known, then reads what has changed. Starts by itself. */
  refresh(): Promise<void>;
  /** Something else stands on the page. */
  reload(): Promise<void>;
  /** One action at a time; afterwards the card is shown anew. @returns whether it was done */
  perform<Result>(action: string, work: () => Promise<Result>): Promise<Result | undefined>;
  announce(text: string, undo?: () => Promise<void>): void;
  dispose(): void;
}

/** @param load `fresh`: reads the changes first */
export function createLiveView<Card>(
  connectionId: string,
  load: (fresh: boolean) => Promise<Card>,
): LiveView<Card> {
  const card = signal<Card | undefined>(undefined);
  const isFresh = signal(false);
  const failure = signal<ViewFailure | undefined>(undefined);
  const busy = signal<string | undefined>(undefined);
  const done = signal<{ text: string; undo?: () => Promise<void> } | undefined>(undefined);
  let asked = 0;
  /** The last asking whose answer was shown. */
  let shown = 0;
  let haveRead = false;
  let disposed = false;

  const show = async (fresh: boolean): Promise<void> => {
    asked += 1;
    const mine = asked;
    const found = await load(fresh);
    if (disposed) return;
    haveRead ||= fresh;
    batch(() => {
      // The first answer is shown whatever has been asked since: that may be a reading, which takes its time.
      if (mine === asked || shown === 0) {
        card.value = found;
        shown = mine;
      }
      // Reading tells every view of itself, so that a newer answer may have come before its own.
      if (haveRead && shown === asked) isFresh.value = true;
    });
  };
  /** That the lists could not be read stays said when only what is stored is shown once more. */
  const trying = async (fresh: boolean, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      const before = failure.peek();
      if (before && !before.action && (fresh || !before.fresh)) failure.value = undefined;
    } catch (error) {
      if (!disposed) failure.value = { error, fresh };
    }
  };
  const read = () =>
    trying(true, async () => {
      await show(false);
      await show(true);
    });
  const again = () => trying(false, () => show(false));

  const follow = (update: Update) => {
    if (!('connectionId' in update) && update.type !== 'overview') return;
    const id = update.type === 'overview' ? update.overview.connection?.id : update.connectionId;
    if (id === connectionId && (update.type === 'overview' || update.type === 'links')) void again();
  };
  const stops = [updates.onUpdate(follow), updates.onReconnect(() => void again())];
  void read();

  return {
    data: card,
    isFresh,
    failure,
    busy,
    done,
    refresh: read,
    reload: again,
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
        // It was done, whether or not it can be shown at once.
        await again();
        return result;
      } catch (error) {
        if (disposed) return undefined;
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
      disposed = true;
      for (const stop of stops) stop();
    },
  };
}

/** Removes a customer's link, and offers to put it back. */
export async function unlink<Card>(
  state: LiveView<Card>,
  link: { connectionId: string; customerId: string; contactGuid: string; shown: string },
  text: string,
): Promise<void> {
  const run = await state.perform('unlink', () => send('unlink', link));
  if (run) state.announce(text, async () => void (await state.perform('relink', () => send('relink', link))));
}
