import { expect, test } from 'vitest';
import { nextStep, previousStep } from '../../../lib/features/sync/index.ts';

test('step 2 is included only when something is to be created', () => {
  expect(nextStep(1, 1)).toBe(2);
  expect(nextStep(1, 0)).toBe(3);
  expect(previousStep(3, 1)).toBe(2);
  expect(previousStep(3, 0)).toBe(1);
});

test('step 2 leads to step 3 and back to step 1, even if its last row was skipped', () => {
  expect(nextStep(2, 0)).toBe(3);
  expect(nextStep(2, 4)).toBe(3);
  expect(previousStep(2, 0)).toBe(1);
});
