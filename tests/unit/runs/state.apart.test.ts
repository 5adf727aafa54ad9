/** How far a run is, whatever comes first: the answer to a question, or what is told without one. */
import { beforeEach, expect, test } from 'vitest';
import { createRunViewState } from '../../../components/runs/state.ts';
import type { Background } from '../../../components/shared/background.ts';
import type { Run } from '../../../lib/domain/run.ts';
import type { Update } from '../../../lib/features/updates.ts';

/** The background's end: what waits for an answer, and what it can push. */
const asked: ((result: unknown) => void)[] = [];
let push: ((update: Update) => void) | undefined;
const send = (name: string) =>
  name === 'runResult' ? new Promise((answer) => asked.push(answer)) : Promise.resolve(undefined);
const background: Background = {
  send: send as Background['send'],
  updates: {
    onUpdate: (listener) => {
      push = listener;
      return () => undefined;
    },
    onReconnect: () => () => undefined,
  },
};

const runAt = (finished: number, parts: Partial<Run> = {}): Run => ({
  id: 'r',
  connectionId: 'c',
  kind: 'sync',
  state: 'running',
  startedAt: 0,
  total: 3,
  finished,
  failed: 0,
  ...parts,
});
const answer = (run: Run) => asked.shift()?.({ run, operations: [] });
const tell = (run: Run) => push?.({ type: 'run', run });

beforeEach(() => {
  asked.length = 0;
});

test('an answer that was given before the run went on does not take it back', async () => {
  const view = createRunViewState('r', background);
  answer(runAt(1));
  await expect.poll(() => view.run.value?.finished).toBe(1);
  void view.command('pauseRun');
  await expect.poll(() => asked.length).toBe(1);
  tell(runAt(2, { state: 'paused' }));
  answer(runAt(1, { state: 'paused' }));
  await expect.poll(() => view.busy.value).toBe(false);
  expect(view.run.value).toMatchObject({ finished: 2, state: 'paused' });
});

test('the end that is told while something is asked is shown with what was done', async () => {
  const view = createRunViewState('r', background);
  const ended = runAt(3, { state: 'done', endedAt: 1 });
  tell(runAt(2));
  tell(ended);
  expect(asked).toHaveLength(2);
  answer(runAt(1));
  answer(ended);
  await expect.poll(() => view.run.value).toEqual(ended);
});
