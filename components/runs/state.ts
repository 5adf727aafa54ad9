/** A run as it goes and as it ended. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeletedAnswer } from '../../lib/domain/choices.ts';
import type { System } from '../../lib/domain/problem.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import type { MessageName } from '../../lib/features/messages.ts';
import { type Background, background } from '../shared/background.ts';
import { latestOnly } from '../shared/view-state.ts';

/** What the view tells about a press that failed. */
export type Failed = 'load' | 'command' | 'retry' | 'report';

export interface Waiting {
  system: System;
  /** In ms since 1970. */
  until: number;
}

export interface RunView {
  run: ReadonlySignal<Run | undefined>;
  /** As of the last time the run stood still. */
  operations: ReadonlySignal<Operation[]>;
  failure: ReadonlySignal<{ error: unknown; what: Failed } | undefined>;
  busy: ReadonlySignal<boolean>;
  /** Whose turn is waited for, and until when. */
  waiting: ReadonlySignal<Waiting | undefined>;
  load(): Promise<void>;
  command(name: Extract<MessageName, 'pauseRun' | 'resumeRun' | 'stopRun' | 'retryFailed'>): Promise<void>;
  answerDeleted(seq: number, answer: DeletedAnswer): Promise<void>;
  /** Does it, and keeps what it throws. @returns whether it went well */
  attempt(what: Failed, act: () => Promise<unknown>): Promise<boolean>;
  dispose(): void;
}

/** Nothing of the run is going on or waits any more. */
export const hasEnded = (run: Run): boolean => run.endedAt !== undefined || run.state === 'done';

export function createRunView(runId: string, { send, updates }: Background = background): RunView {
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
  /** Told while an answer was awaited, which may have been given before. */
  let toldMeanwhile: Run | undefined;
  const load = async () => {
    const isLatest = startRequest();
    toldMeanwhile = undefined;
    await attempt('load', async () => {
      const result = await send('runResult', { runId });
      if (!isLatest()) return;
      operations.value = result.operations;
      run.value = toldMeanwhile ?? result.run;
    });
  };

  const offUpdate = updates.onUpdate((update) => {
    if (update.type === 'waiting' && update.connectionId === run.value?.connectionId)
      waiting.value = { system: update.system, until: update.until };
    if (update.type !== 'run' || update.run.id !== runId) return;
    // What was done is shown once the run stands still: then its operations are read again.
    if (hasEnded(update.run)) void load();
    else {
      run.value = update.run;
      toldMeanwhile = update.run;
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
