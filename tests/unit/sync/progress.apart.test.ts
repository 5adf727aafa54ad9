import { expect, test } from 'vitest';
import { createProgressState } from '../../../components/sync/progress.ts';
import type { WizardProgress } from '../../../lib/domain/choices.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';

const begun: WizardProgress = { step: 1, startedAt: 1 };
const refusal = new ProblemError({ system: 'kundebro', code: 'database' });

/** A background that answers when told to. */
function setUp() {
  const progress = createProgressState();
  progress.receive(begun);
  const answers: { accept: () => void; refuse: (error: unknown) => void }[] = [];
  const refused: unknown[] = [];
  const change = (changes: Partial<WizardProgress>) =>
    progress.change(
      changes,
      () => new Promise<void>((accept, refuse) => answers.push({ accept, refuse })),
      (error) => refused.push(error),
    );
  return { progress, change, answers, refused, shown: () => progress.current.value };
}

test('a change is shown before anybody answers', () => {
  const { change, shown } = setUp();
  void change({ step: 2 });
  expect(shown()).toEqual({ ...begun, step: 2 });
});

test('what is told of an older change does not take back a newer one', async () => {
  const { progress, change, answers, shown } = setUp();
  const first = change({ step: 2 });
  const second = change({ step: 3 });
  progress.receive({ ...begun, step: 2 });
  expect(shown()?.step).toBe(3);
  answers[0]?.accept();
  await first;
  expect(shown()?.step).toBe(3);
  answers[1]?.accept();
  await second;
  expect(shown()?.step).toBe(3);
});

test('what another view has changed is shown beside a change of this one', () => {
  const { progress, change, shown } = setUp();
  void change({ step: 2 });
  progress.receive({ ...begun, runId: 'r' });
  expect(shown()).toEqual({ ...begun, step: 2, runId: 'r' });
});

test('a refused change is taken back and told; a later one stays', async () => {
  const { change, answers, refused, shown } = setUp();
  const first = change({ step: 2, runId: 'r' });
  const second = change({ step: 3 });
  answers[0]?.refuse(refusal);
  await first;
  expect(refused).toEqual([refusal]);
  expect(shown()).toEqual({ ...begun, step: 3 });
  answers[1]?.accept();
  await second;
  expect(shown()).toEqual({ ...begun, step: 3 });
});

test('a change that got no answer at all is sent again', async () => {
  const { change, answers, refused, shown } = setUp();
  const done = change({ step: 2 });
  answers[0]?.refuse(new Error('The message channel closed'));
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.accept();
  await done;
  expect(shown()?.step).toBe(2);
  expect(refused).toEqual([]);
});
