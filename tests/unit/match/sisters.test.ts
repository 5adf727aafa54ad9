import { describe, expect, it } from 'vitest';
import { sandboxNames } from '../../bench/names.ts';
import { samePairs, sisterPairs } from '../../bench/sister-pairs.ts';
import { ofItsOwn, type Played, play } from '../../bench/sisters.ts';

const SEED = 41;

/** Required percentage of certain matches among equal names in another notation. */
const SAME_CERTAIN = 99;

const pool = sandboxNames(2_000, SEED);

/** The first of every kind; somebody reads the list. */
const named = (pairs: readonly Played[]): string[] =>
  [...Map.groupBy(pairs, ({ kind }) => kind)].flatMap(([kind, some]) =>
    some.slice(0, 3).map(({ one, other }) => `${kind} (${some.length}): ${one} | ${other}`),
  );

describe('two customers with a distinctive difference in their names', () => {
  it('are never a certain match', () => {
    const played = play(sisterPairs(pool, 2_000, SEED), pool, { seed: SEED });
    expect(played).toHaveLength(2_000);
    expect(named(played.filter(ofItsOwn))).toEqual([]);
  });

  it('are never a certain match, even with the same domain, phone number or place', () => {
    const played = play(sisterPairs(pool, 1_000, SEED + 1), pool, { seed: SEED + 1, sharing: true });
    expect(played).toHaveLength(1_000);
    expect(named(played.filter(ofItsOwn))).toEqual([]);
  });
});

it('a company name in another notation is a certain match', () => {
  const played = play(samePairs(pool, 800, SEED), pool, { seed: SEED });
  const doubted = played.filter((pair) => !ofItsOwn(pair));
  const share = 100 - (100 * doubted.length) / played.length;
  expect(share, named(doubted).join('\n')).toBeGreaterThanOrEqual(SAME_CERTAIN);
});
