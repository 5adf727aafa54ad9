/** Whose overview a view shows, whatever the background tells meanwhile about other companies. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Run } from '../../../lib/domain/run.ts';
import type { Overview } from '../../../lib/features/overview/messages.ts';
import type { Update } from '../../../lib/features/updates.ts';
import { nordisk } from '../../helpers/nordisk.ts';

/** The background's end: what waits for an answer, and what it can push. */
const background = vi.hoisted(() => ({
  asked: [] as { name: string; answer: (overview: unknown) => void }[],
  listener: undefined as undefined | ((update: unknown) => void),
}));
vi.mock('../../../components/shared/background.ts', () => ({
  send: (name: string) => new Promise((answer) => background.asked.push({ name, answer })),
  updates: {
    onUpdate: (listener: (update: unknown) => void) => {
      background.listener = listener;
      return () => undefined;
    },
    onReconnect: () => () => undefined,
  },
}));

const fjord = { ...nordisk, id: '551307:58' };
const push = (update: Update) => background.listener?.(update);
const told = (overview: Overview) => push({ type: 'overview', overview });

/** Answers the oldest question once it has been asked. */
async function answer(overview: Overview): Promise<void> {
  await expect.poll(() => background.asked.length).toBeGreaterThan(0);
  background.asked.shift()?.answer(overview);
}

/** A view that has just been opened. */
async function opened() {
  vi.resetModules();
  const { followOverview, overview } = await import('../../../components/shared/overview.ts');
  followOverview();
  return { shown: () => overview.value };
}

beforeEach(() => {
  background.asked.length = 0;
});

test('what is told about another company before the first answer is not taken for it', async () => {
  const { shown } = await opened();
  told({ connection: fjord });
  expect(shown()).toBeUndefined();
  await answer({ connection: nordisk });
  await expect.poll(shown).toEqual({ connection: nordisk });
});

test('a view whose company is removed turns to the one last used, whoever else is told of meanwhile', async () => {
  const { shown } = await opened();
  await answer({ connection: nordisk });
  // The first look.
  await answer({ connection: nordisk });
  const [last, other] = [fjord, { ...nordisk, id: '700001:77' }];
  push({ type: 'companies' });
  await answer({});
  await expect.poll(() => background.asked.length).toBe(1);
  told({ connection: other });
  await answer({ connection: last });
  await expect.poll(shown).toEqual({ connection: last });
});

test('the first company is shown once it is told of', async () => {
  const { shown } = await opened();
  await answer({});
  await expect.poll(shown).toEqual({});
  told({ connection: nordisk });
  expect(shown()).toEqual({ connection: nordisk });
});

test('an answer that was given before the latest news does not take them back', async () => {
  const { shown } = await opened();
  const run: Run = {
    id: 'r',
    connectionId: nordisk.id,
    kind: 'sync',
    state: 'running',
    startedAt: 0,
    total: 3,
    finished: 1,
    failed: 0,
  };
  await answer({ connection: nordisk, activeRun: run });
  await expect.poll(() => background.asked.length).toBe(1);
  told({ connection: nordisk, lastRun: { ...run, state: 'done', endedAt: 1 } });
  await answer({ connection: nordisk, activeRun: run });
  await expect.poll(shown).toMatchObject({ lastRun: { endedAt: 1 } });
  expect(shown()?.activeRun).toBeUndefined();
});
