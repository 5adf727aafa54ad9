import { beforeEach, expect, test, vi } from 'vitest';
import { createDifferences } from '../../components/differences/state.ts';
import { ProblemError } from '../../lib/problem.ts';

/** The background's end: what it was sent, and answers that come when told to. */
const background = vi.hoisted(() => ({
  sent: [] as string[],
  answer: undefined as undefined | { resolve: () => void; reject: (error: unknown) => void },
}));
vi.mock('../../components/background.ts', () => {
  const difference = { field: 'city', dinero: 'Aarhus C', effihub: 'Viby J' };
  const row = { customerId: '1', contactGuid: 'g', name: 'Bagergården ApS', otherName: 'Bagergården ApS' };
  return {
    send: (name: string) => {
      background.sent.push(name);
      if (name === 'differences')
        return Promise.resolve({ rows: [{ ...row, changedAt: {}, answers: [], differences: [difference] }] });
      if (name === 'updateFields') return Promise.resolve({ kept: 0 });
      return new Promise<void>((resolve, reject) => {
        background.answer = { resolve, reject };
      });
    },
    updates: { onUpdate: () => () => undefined, onReconnect: () => () => undefined },
  };
});

beforeEach(() => {
  background.sent.length = 0;
});

/** The only line is answered, and the answers are carried out before the background has heard it. */
async function answerAndSave() {
  const state = createDifferences('c');
  await expect.poll(() => state.shown.value.length).toBe(1);
  const row = state.shown.value[0]!;
  state.answer({ row, difference: row.differences[0]! }, 'dinero');
  const saved = state.save();
  await Promise.resolve();
  expect(background.sent).toEqual(['differences', 'answerDifferences']);
  return { state, saved };
}

test('what was answered last is stored before the answers are carried out', async () => {
  const { saved, state } = await answerAndSave();
  background.answer?.resolve();
  await saved;
  expect(background.sent.at(-1)).toBe('updateFields');
  expect(state.saving.value).toBe(false);
});

test('nothing is carried out when an answer could not be stored', async () => {
  const { saved, state } = await answerAndSave();
  background.answer?.reject(new ProblemError({ system: 'kundebro', code: 'database' }));
  await saved;
  expect(background.sent).not.toContain('updateFields');
  expect(state.failure.value?.what).toBe('answer');
  expect(state.saving.value).toBe(false);
});
