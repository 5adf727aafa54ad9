import { beforeEach, expect, test, vi } from 'vitest';
import { createLiveView, type LiveView } from '../../../components/shared/live-view.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { Update } from '../../../lib/features/updates.ts';

/** The background: its listeners, to push to. */
const background = vi.hoisted(() => ({
  listeners: new Set<(update: never) => void>(),
  reconnected: new Set<() => void>(),
}));
vi.mock('../../../components/shared/background.ts', () => {
  const on =
    <Listener>(listeners: Set<Listener>) =>
    (listener: Listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
  return {
    updates: { onUpdate: on(background.listeners), onReconnect: on(background.reconnected) },
  };
});

const push = (update: Update) => {
  for (const listener of background.listeners) listener(update as never);
};
const connection = { id: 'c' } as NonNullable<
  Extract<Update, { type: 'overview' }>['overview']['connection']
>;
const overview: Update = { type: 'overview', overview: { connection } };

beforeEach(() => {
  background.listeners.clear();
  background.reconnected.clear();
});

interface Loading {
  fresh: boolean;
  answer: (card: string) => void;
  fail: (error: unknown) => void;
}

/** A view whose loads the test answers. */
function setUp() {
  const loads: Loading[] = [];
  const state: LiveView<string> = createLiveView('c', (fresh) => {
    return new Promise<string>((answer, fail) => loads.push({ fresh, answer, fail }));
  });
  /** Answers the n-th load once it was requested. */
  const answer = async (at: number, card: string) => {
    await expect.poll(() => loads.length).toBeGreaterThan(at);
    loads[at]?.answer(card);
  };
  return { state, loads, answer };
}

test('shows what is stored at once, then what was read', async () => {
  const { state, loads, answer } = setUp();
  await answer(0, 'known');
  await expect.poll(() => state.data.value).toBe('known');
  expect(state.isFresh.value).toBe(false);
  await answer(1, 'fresh');
  await expect.poll(() => state.data.value).toBe('fresh');
  expect(state.isFresh.value).toBe(true);
  expect(loads.map(({ fresh }) => fresh)).toEqual([false, true]);
});

test('shows what is stored despite an update before it arrived and a slow reading', async () => {
  const { state, loads, answer } = setUp();
  push(overview);
  await expect.poll(() => loads.length).toBe(2);
  await answer(0, 'known');
  await expect.poll(() => state.data.value).toBe('known');
  // The reading was requested, and hangs.
  await expect.poll(() => loads.map(({ fresh }) => fresh)).toEqual([false, false, true]);
  await answer(1, 'announced');
  expect(state.data.value).toBe('known');
  await answer(2, 'fresh');
  await expect.poll(() => state.data.value).toBe('fresh');
});

test('is fresh despite an update during the reading', async () => {
  const { state, loads, answer } = setUp();
  await answer(0, 'known');
  await expect.poll(() => loads.length).toBe(2);
  push(overview);
  await answer(2, 'later');
  await expect.poll(() => state.data.value).toBe('later');
  await answer(1, 'fresh');
  await expect.poll(() => state.isFresh.value).toBe(true);
  expect(state.data.value).toBe('later');
});

test('reloads when its company or its links change, and on nothing else', async () => {
  const { loads, answer } = setUp();
  await answer(0, 'known');
  await answer(1, 'fresh');
  const run = { connectionId: 'c' } as Extract<Update, { type: 'run' }>['run'];
  push({ type: 'links', connectionId: 'other', links: [] });
  push({ type: 'overview', overview: {} });
  push({ type: 'head', connectionId: 'c', head: null });
  push({ type: 'run', run });
  push({ type: 'page', moved: false });
  expect(loads).toHaveLength(2);
  push({ type: 'links', connectionId: 'c', links: [] });
  push(overview);
  for (const listener of background.reconnected) listener();
  expect(loads.slice(2).map(({ fresh }) => fresh)).toEqual([false, false, false]);
});

test('a failed reading keeps the data, and its failure stays until a reading succeeds', async () => {
  const { state, loads, answer } = setUp();
  await answer(0, 'known');
  await expect.poll(() => loads.length).toBe(2);
  const error = new ProblemError({ system: 'dinero', code: 'unreachable' });
  loads[1]?.fail(error);
  await expect.poll(() => state.failure.value).toMatchObject({ error });
  expect(state.data.value).toBe('known');
  expect(state.isFresh.value).toBe(false);
  push(overview);
  await answer(2, 'told');
  await expect.poll(() => state.data.value).toBe('told');
  expect(state.failure.value).toMatchObject({ error });
  void state.refresh();
  await answer(3, 'known');
  await answer(4, 'fresh');
  await expect.poll(() => state.failure.value).toBeUndefined();
});

test('performs one action at a time, and reloads after it', async () => {
  const { state, answer } = setUp();
  await answer(0, 'known');
  await answer(1, 'fresh');
  let finish = (_: string) => {};
  const acting = state.perform('create', () => new Promise<string>((resolve) => (finish = resolve)));
  expect(state.busy.value).toBe('create');
  expect(await state.perform('import', async () => 'never')).toBeUndefined();
  finish('made');
  await answer(2, 'linked');
  expect(await acting).toBe('made');
  expect(state.data.value).toBe('linked');
  expect(state.busy.value).toBeUndefined();
});

test('a failed action is named, and a reload keeps its failure', async () => {
  const { state, answer } = setUp();
  await answer(0, 'known');
  await answer(1, 'fresh');
  const error = new ProblemError({ system: 'kundebro', code: 'busy' });
  expect(await state.perform('create', () => Promise.reject(error))).toBeUndefined();
  expect(state.failure.value).toEqual({ error, action: 'create' });
  expect(state.busy.value).toBeUndefined();
  push(overview);
  await answer(2, 'again');
  await expect.poll(() => state.data.value).toBe('again');
  expect(state.failure.value).toEqual({ error, action: 'create' });
});

test('ignores answers after dispose', async () => {
  const { state, answer } = setUp();
  await answer(0, 'known');
  await expect.poll(() => state.data.value).toBe('known');
  state.dispose();
  await answer(1, 'fresh');
  push(overview);
  expect(background.listeners.size + background.reconnected.size).toBe(0);
  await new Promise(setImmediate);
  expect(state.data.value).toBe('known');
  expect(state.isFresh.value).toBe(false);
});

test.each(['early', 'unseen'] as const)('a refused click (%s) keeps the offered undo', async (code) => {
  const state = createLiveView('c', async () => 'card');
  let backs = 0;
  state.announce('Linket er fjernet', async () => {
    backs += 1;
  });
  const done = await state.perform('relink', () =>
    Promise.reject(new ProblemError({ system: 'kundebro', code })),
  );
  expect(done).toBeUndefined();
  await state.done.value?.undo?.();
  expect(backs).toBe(1);
  // An early click is told elsewhere.
  expect(state.failure.value?.action).toBe(code === 'early' ? undefined : 'relink');
});
