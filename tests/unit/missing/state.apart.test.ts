import { beforeEach, expect, test, vi } from 'vitest';
import { createGone } from '../../../components/missing/state.ts';
import type { MissingCounterpart } from '../../../lib/features/missing/index.ts';

/** The background's end: what it was sent, and the lists that it has not answered with yet. */
const background = vi.hoisted(() => ({
  sent: [] as [string, unknown][],
  lists: [] as ((list: unknown[]) => void)[],
  tell: undefined as undefined | ((update: unknown) => void),
}));
vi.mock('../../../components/shared/background.ts', () => ({
  send: async (name: string, input: { anyway?: boolean }) => {
    background.sent.push([name, input]);
    if (name === 'gone') return new Promise((answer) => background.lists.push(answer));
    if (name !== 'importOne' || input.anyway) return { done: true };
    return { done: false, similar: [{ id: '9', name: 'Fjordens Fisk I/S', reasons: [] }] };
  },
  updates: {
    onUpdate: (listener: (update: unknown) => void) => {
      background.tell = listener;
      return () => undefined;
    },
    onReconnect: () => () => undefined,
  },
}));

const gone: MissingCounterpart = {
  kind: 'customerDeleted',
  customerId: '2',
  contactGuid: 'b',
  name: 'Fjordens Fisk I/S',
};
const sent = () => background.sent.filter(([name]) => name !== 'gone');
const answerLists = () => {
  for (const answer of background.lists.splice(0)) answer([]);
};

beforeEach(() => {
  background.sent.length = 0;
  background.lists.length = 0;
});

test('what may be the same is asked about only when the answer can be carried out', async () => {
  const state = createGone('c');
  void state.act(gone, 'importAgain', gone.name);
  // The list is read once more, which takes its time.
  await expect.poll(() => background.lists.length).toBe(2);
  expect(state.asked.value).toBeUndefined();
  answerLists();
  await expect.poll(() => state.asked.value?.candidates).toMatchObject([{ id: '9' }]);
  void state.importAnyway();
  await expect
    .poll(() => sent().at(-1))
    .toEqual(['importOne', { connectionId: 'c', contactGuid: 'b', anyway: true }]);
  await expect.poll(() => state.done.value?.action).toBe('importAgain');
  expect(state.asked.value).toBeUndefined();
});

test('whoever is there already gets the contact, and loses it again by Fortryd', async () => {
  const state = createGone('c');
  void state.act(gone, 'importAgain', gone.name);
  await expect.poll(() => background.lists.length).toBe(2);
  answerLists();
  await expect.poll(() => state.asked.value).toBeDefined();
  const matching = state.matchWith('9');
  await expect.poll(() => background.lists.length).toBe(1);
  answerLists();
  await matching;
  void state.done.value?.undo?.();
  const link = { connectionId: 'c', customerId: '9', contactGuid: 'b' };
  await expect
    .poll(() => sent().slice(-2))
    .toEqual([
      ['matchOne', link],
      ['unlink', link],
    ]);
});

test('what is told while the list is read after a press is read, too', async () => {
  const state = createGone('c');
  void state.act(gone, 'leave', gone.name);
  await expect.poll(() => background.lists.length).toBe(2);
  background.tell?.({ type: 'links', connectionId: 'c', links: [] });
  answerLists();
  await expect.poll(() => background.lists.length).toBe(1);
  expect(state.busy.value).toBe(gone.customerId);
  answerLists();
  await expect.poll(() => state.busy.value).toBeUndefined();
});
