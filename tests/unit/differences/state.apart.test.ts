import { beforeEach, expect, test } from 'vitest';
import { createDifferencesState } from '../../../components/differences/state.ts';
import type { Background } from '../../../components/shared/background.ts';
import type { Difference } from '../../../lib/domain/difference.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { Update } from '../../../lib/features/updates.ts';

/** The background's end: what it was sent, what it knows of, and answers that come when told to. */
const sent: string[] = [];
let differences: Difference[] = [];
let push: ((update: Update) => void) | undefined;
let answer: { resolve: () => void; reject: (error: unknown) => void } | undefined;
const ROW = { customerId: '1', contactGuid: 'g', name: 'Bagergården ApS', otherName: 'Bagergården ApS' };
const send = (name: string) => {
  sent.push(name);
  if (name === 'differences') {
    const about = { changedAt: {}, countries: {}, answers: [] };
    return Promise.resolve({ rows: [{ ...ROW, ...about, differences }] });
  }
  if (name === 'updateFields') return Promise.resolve({ kept: 0 });
  return new Promise<void>((resolve, reject) => {
    answer = { resolve, reject };
  });
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

const CITY: Difference = { field: 'city', dinero: 'a', effihub: 'b' };
const EMAIL: Difference = { field: 'email', dinero: 'a', effihub: 'b' };

beforeEach(() => {
  sent.length = 0;
  differences = [CITY];
});

/** The only line is answered, and the answers are carried out before the background has heard it. */
async function answerAndSave() {
  const state = createDifferencesState('c', background);
  await expect.poll(() => state.shown.value.length).toBe(1);
  const row = state.shown.value[0]!;
  state.answer({ row, difference: row.differences[0]! }, 'dinero');
  const saved = state.save();
  await Promise.resolve();
  expect(sent).toEqual(['differences', 'answerDifferences']);
  return { state, saved };
}

test('what was answered last is stored before the answers are carried out', async () => {
  const { saved, state } = await answerAndSave();
  answer?.resolve();
  await saved;
  expect(sent.at(-1)).toBe('updateFields');
  expect(state.saving.value).toBe(false);
});

test('nothing is carried out when an answer could not be stored', async () => {
  const { saved, state } = await answerAndSave();
  answer?.reject(new ProblemError({ system: 'kundebro', code: 'database' }));
  await saved;
  expect(sent).not.toContain('updateFields');
  expect(state.failure.value?.what).toBe('answer');
  expect(state.saving.value).toBe(false);
});

test('all is shown again when nobody differs any more in the field that was looked at', async () => {
  differences = [CITY, EMAIL];
  const state = createDifferencesState('c', background);
  await expect.poll(() => state.shown.value.length).toBe(1);
  state.field.value = 'email';
  expect(state.shown.value[0]?.differences).toMatchObject([{ field: 'email' }]);
  differences = [CITY];
  push?.({ type: 'links', connectionId: 'c', links: [] });
  await expect.poll(() => state.fields.value).toEqual(['city']);
  expect(state.onlyField.value).toBe('all');
  expect(state.shown.value[0]?.differences).toMatchObject([{ field: 'city' }]);
});

test('an answer for all leaves out what is empty and what cannot be read, and counts the empty ones', async () => {
  differences = [
    CITY,
    { ...EMAIL, effihub: '' },
    { field: 'vatNumber', dinero: '25313763', effihub: '253137' },
  ];
  const state = createDifferencesState('c', background);
  await expect.poll(() => state.shown.value.length).toBe(1);
  const answers = () =>
    state.shown.value.flatMap((row) =>
      row.differences.map((difference) => state.answerOf({ row, difference })),
    );
  state.answerShown('effihub');
  expect(answers()).toEqual(['effihub', undefined, undefined]);
  expect(state.leftOut.value).toBe(1);
  state.answerShown('dinero');
  expect(answers()).toEqual(['dinero', 'dinero', 'dinero']);
  expect(state.leftOut.value).toBe(0);
});
