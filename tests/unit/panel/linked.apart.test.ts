import { expect, test, vi } from 'vitest';
import { unlink } from '../../../components/panel/Linked.tsx';
import { createLiveView } from '../../../components/shared/live-view.ts';

const sent = vi.hoisted(() => [] as [string, unknown][]);
vi.mock('../../../components/shared/background.ts', () => ({
  send: async (name: string, input: unknown) => {
    sent.push([name, input]);
    return { id: 'r' };
  },
  updates: { onUpdate: () => () => undefined, onReconnect: () => () => undefined },
}));
// Needs the browser's storage and document.
vi.mock('../../../components/shared/text.ts', () => ({ t: { value: {} } }));

test('a removed link can be restored, once', async () => {
  let loads = 0;
  const state = createLiveView('c', async () => `${++loads}`);
  const link = { connectionId: 'c', customerId: '1', contactGuid: 'a', shown: 'Bagergården ApS' };
  await unlink(state, link, 'Link fjernet');
  expect(state.done.value?.text).toBe('Link fjernet');
  await state.done.value?.undo?.();
  expect(sent).toEqual([
    ['unlink', link],
    ['relink', link],
  ]);
  expect(state.done.value).toBeUndefined();
});
