/** A view shows its own company's overview, whatever updates say about others. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Run } from '../../../lib/domain/run.ts';
import type { Overview } from '../../../lib/features/overview/messages.ts';
import type { Update } from '../../../lib/features/updates.ts';
import { nordisk } from '../../helpers/nordisk.ts';

/** The background: pending requests, and updates to push. */
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

/** Answers the oldest request once it was made. */
async function answer(overview: Overview): Promise<void> {
  await expect.poll(() => background.asked.length).toBeGreaterThan(0);
  background.asked.shift()?.answer(overview);
}

/** A view that was just opened. */
async function opened() {
  vi.resetModules();
  const { followOverview, overview } = await import('../../../components/shared/overview.ts');
  followOverview();
  return { shown: () => overview.value };
}

beforeEach(() => {
  background.asked.length = 0;
});

test('ignores updates about another company before the first answer', async () => {
  const { shown } = await opened();
  told({ connection: fjord });
  expect(shown()).toBeUndefined();
  await answer({ connection: nordisk });
  await expect.poll(shown).toEqual({ connection: nordisk });
});

test('shows the company last used when its own is removed, despite updates about others', async () => {
  const { shown } = await opened();
  await answer({ connection: nordisk });
  // The first check of the connection.
  await answer({ connection: nordisk });
  const [last, other] = [fjord, { ...nordisk, id: '700001:77' }];
  push({ type: 'companies' });
  await answer({});
  await expect.poll(() => background.asked.length).toBe(1);
  told({ connection: other });
  await answer({ connection: last });
  await expect.poll(shown).toEqual({ connection: last });
});

test('shows the first company once an update announces it', async () => {
  const { shown } = await opened();
  await answer({});
  await expect.poll(shown).toEqual({});
  told({ connection: nordisk });
  expect(shown()).toEqual({ connection: nordisk });
});

test('an outdated answer does not undo a newer update', async () => {
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
