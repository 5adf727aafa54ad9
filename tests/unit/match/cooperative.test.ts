import { describe, expect, test } from 'vitest';
import { sortCooperatively } from '../../../lib/match/cooperative.ts';

const upward = (a: { n: number }, b: { n: number }) => a.n - b.n;

/** Many that compare alike, each with its place. */
const mixed = (length: number) => Array.from({ length }, (_, place) => ({ n: (place * 7919) % 1000, place }));

describe('sorting in turns', () => {
  test.each([0, 1, 1999, 2000, 2001, 9000])('%i items come out as from toSorted', async (length) => {
    const items = mixed(length);
    expect(await sortCooperatively(items, upward)).toEqual(items.toSorted(upward));
  });

  test('lets others in between, but not for a short list', async () => {
    let turns = 0;
    const turn = async () => {
      turns += 1;
    };
    await sortCooperatively(mixed(2000), upward, turn);
    expect(turns).toBe(0);
    await sortCooperatively(mixed(6000), upward, turn);
    expect(turns).toBeGreaterThanOrEqual(3);
  });

  test('leaves the list that it was given as it is', async () => {
    const items = mixed(5000);
    await sortCooperatively(items, upward);
    expect(items).toEqual(mixed(5000));
  });
});
