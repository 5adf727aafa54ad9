import { beforeEach, expect, test, vi } from 'vitest';
import { createLiveView, type LiveView, unlink } from '../../../components/shared/live-view.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { Update } from '../../../lib/features/updates.ts';

/** The background's end: what it was sent, and what it can push. */
const background = vi.hoisted(() => ({
  sent: [] as [string, unknown][],
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
    send: async (name: string, input: unknown) => {
      background.sent.push([name, input]);
      return { id: 'r' };
    },
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
  background.sent.length = 0;
  background.listeners.clear();
  background.reconnected.clear();
});

interface Loading {
  fresh: boolean;
  answer: (card: string) => void;
  fail: (error: unknown) => void;
}

/** A card whose loads are answered when told to. */
function setUp() {
  const loads: Loading[] = [];
  const state: LiveView<string> = createLiveView('c', (fresh) => {
    return new Promise<string>((answer, fail) => loads.push({ fresh, answer, fail }));
  });
  /** Answers the n-th load once it has been asked for. */
  const answer = async (at: number, card: string) => {
    await expect.poll(() => loads.length).toBeGreaterThan(at);
    loads[at]?.answer(card);
  };
  return { state, loads, answer };
}

test('what is known is shown at once, then what has changed', async () => {
  const { state, loads, answer } = setUp();
  await answer(0, 'known');
  await expect.poll(() => state.data.value).toBe('known');
  expect(state.isFresh.value).toBe(false);
  await answer(1, 'fresh');
  await expect.poll(() => state.data.value).toBe('fresh');
  expect(state.isFresh.value).toBe(true);
  expect(loads.map(({ fresh }) => fresh)).toEqual([false, true]);
});

test('what is known is shown although something was announced before it came, and the reading takes long', async () => {
  const { state, loads, answer } = setUp();
  push(overview);
  await expect.poll(() => loads.length).toBe(2);
  await answer(0, 'known');
  await expect.poll(() => state.data.value).toBe('known');
  // The reading has been asked for, and hangs.
  await expect.poll(() => loads.map(({ fresh }) => fresh)).toEqual([false, false, true]);
  await answer(1, 'announced');
  expect(state.data.value).toBe('known');
  await answer(2, 'fresh');
  await expect.poll(() => state.data.value).toBe('fresh');
});

test('it is fresh although something was announced while the lists were read', async () => {
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

test('it is shown anew when its own links or company change, and for nothing else', async () => {
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

test('a failed reading leaves what is known and stays said until a reading succeeds', async () => {
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

test('one action at a time, and the card is shown anew after it', async () => {
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

test('an action that fails says which it was, and looking again does not take that away', async () => {
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

test('a card that was put away shows nothing more', async () => {
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

test('a removed link can be put back, once', async () => {
  let loads = 0;
  const state = createLiveView('c', async () => `${++loads}`);
  const link = { connectionId: 'c', customerId: '1', contactGuid: 'a', shown: 'Bagergården ApS' };
  await unlink(state, link, 'Link fjernet');
  expect(state.done.value?.text).toBe('Link fjernet');
  await state.done.value?.undo?.();
  expect(background.sent).toEqual([
    ['unlink', link],
    ['relink', link],
  ]);
  expect(state.done.value).toBeUndefined();
});

test.each(['early', 'unseen'] as const)(
  'a click that did not count (%s) leaves the way back that was offered',
  async (code) => {
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
    // One that was only early is told elsewhere.
    expect(state.failure.value?.action).toBe(code === 'early' ? undefined : 'relink');
  },
);
