import { beforeEach, expect, test } from 'vitest';
import { createMissingState } from '../../../components/missing/state.ts';
import type { Background } from '../../../components/shared/background.ts';
import type { MissingCounterpart } from '../../../lib/features/missing/index.ts';
import type { Update } from '../../../lib/features/updates.ts';

/** The background's end: what it was sent, and the lists that it has not answered with yet. */
const requests: [string, unknown][] = [];
const lists: ((list: unknown[]) => void)[] = [];
let push: ((update: Update) => void) | undefined;
const send = async (name: string, input: { anyway?: boolean }) => {
  requests.push([name, input]);
  if (name === 'missing') return new Promise((answer) => lists.push(answer));
  if (name !== 'importOne' || input.anyway) return { done: true };
  return { done: false, similar: [{ id: '9', name: 'Fjordens Fisk I/S', reasons: [] }] };
};
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

const gone: MissingCounterpart = {
  kind: 'customerDeleted',
  customerId: '2',
  contactGuid: 'b',
  name: 'Fjordens Fisk I/S',
};
const sent = () => requests.filter(([name]) => name !== 'missing');
const answerLists = () => {
  for (const answer of lists.splice(0)) answer([]);
};

beforeEach(() => {
  requests.length = 0;
  lists.length = 0;
});

test('what may be the same is asked about only when the answer can be carried out', async () => {
  const state = createMissingState('c', background);
  void state.act(gone, 'importAgain', gone.name);
  // The list is read once more, which takes its time.
  await expect.poll(() => lists.length).toBe(2);
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
  const state = createMissingState('c', background);
  void state.act(gone, 'importAgain', gone.name);
  await expect.poll(() => lists.length).toBe(2);
  answerLists();
  await expect.poll(() => state.asked.value).toBeDefined();
  const matching = state.matchWith('9');
  await expect.poll(() => lists.length).toBe(1);
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
  const state = createMissingState('c', background);
  void state.act(gone, 'leave', gone.name);
  await expect.poll(() => lists.length).toBe(2);
  push?.({ type: 'links', connectionId: 'c', links: [] });
  answerLists();
  await expect.poll(() => lists.length).toBe(1);
  expect(state.busy.value).toBe(gone.customerId);
  answerLists();
  await expect.poll(() => state.busy.value).toBeUndefined();
});
