/** A run while it is going and after it has ended. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { System } from '../../lib/domain/problem.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import type { MessageName } from '../../lib/features/messages.ts';
import { type Background, background } from '../shared/background.ts';
import { latestOnly } from '../shared/view-state.ts';

/** What failed; the view has words for each. */
export type Failed = 'load' | 'command' | 'retry' | 'report';

export interface Waiting {
  system: System;
  /** In ms since 1970. */
  until: number;
}

export interface RunViewState {
  run: ReadonlySignal<Run | undefined>;
  /** Loaded when the view opens and when the run ends. */
  operations: ReadonlySignal<Operation[]>;
  failure: ReadonlySignal<{ error: unknown; what: Failed } | undefined>;
  busy: ReadonlySignal<boolean>;
  /** The system whose rate limit the run waits for. */
  waiting: ReadonlySignal<Waiting | undefined>;
  load(): Promise<void>;
  command(name: Extract<MessageName, 'pauseRun' | 'resumeRun' | 'stopRun' | 'retryFailed'>): Promise<void>;
  answerDeleted(seq: number, answer: DeletedAnswer): Promise<void>;
  /** Runs the action and keeps its error in `failure`. @returns whether it succeeded */
  attempt(what: Failed, act: () => Promise<unknown>): Promise<boolean>;
  dispose(): void;
}

/** No operation of the run is in progress or waiting. */
export const hasEnded = (run: Run): boolean => run.endedAt !== undefined || run.state === 'done';

export function createRunViewState(runId: string, { send, updates }: Background = background): RunViewState {
  const run = signal<Run | undefined>(undefined);
  const operations = signal<Operation[]>([]);
  const failure = signal<{ error: unknown; what: Failed } | undefined>(undefined);
  const busy = signal(false);
  const waiting = signal<Waiting | undefined>(undefined);

  async function attempt(what: Failed, act: () => Promise<unknown>): Promise<boolean> {
    busy.value = true;
    try {
      await act();
      failure.value = undefined;
      return true;
    } catch (error) {
      failure.value = { error, what };
      return false;
    } finally {
      busy.value = false;
    }
  }

  const startRequest = latestOnly();
  /** Pushed while an answer was awaited, so it may be newer than the answer. */
  let pushed: Run | undefined;
  const load = async () => {
    const isLatest = startRequest();
    pushed = undefined;
    await attempt('load', async () => {
      const result = await send('runResult', { runId });
      if (!isLatest()) return;
      operations.value = result.operations;
      run.value = pushed ?? result.run;
    });
  };

  const offUpdate = updates.onUpdate((update) => {
    if (update.type === 'waiting' && update.connectionId === run.value?.connectionId)
      waiting.value = { system: update.system, until: update.until };
    if (update.type !== 'run' || update.run.id !== runId) return;
    // The operations are loaded again only once the run has ended.
    if (hasEnded(update.run)) void load();
    else {
      run.value = update.run;
      pushed = update.run;
    }
  });
  const offReconnect = updates.onReconnect(load);
  void load();

  return {
    run,
    operations,
    failure,
    busy,
    waiting,
    load,
    attempt,
    async command(name) {
      await attempt(name === 'retryFailed' ? 'retry' : 'command', () => send(name, { runId }));
      await load();
    },
    async answerDeleted(seq, answer) {
      await attempt('retry', () => send('answerDeleted', { runId, seq, answer }));
      await load();
    },
    dispose() {
      offUpdate();
      offReconnect();
    },
  };
}
