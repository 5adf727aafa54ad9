import { describe, expect, it } from 'vitest';
import { sandboxNames } from '../../bench/names.ts';
import { samePairs, sisterPairs } from '../../bench/sister-pairs.ts';
import { ofItsOwn, type Played, play } from '../../bench/sisters.ts';

const SEED = 41;

/** Percent of the same names that are certain, written otherwise as they are. */
const SAME_CERTAIN = 99;

const pool = sandboxNames(2_000, SEED);

/** The first of every kind: the list is read by somebody. */
const named = (pairs: readonly Played[]): string[] =>
  [...Map.groupBy(pairs, ({ kind }) => kind)].flatMap(([kind, some]) =>
    some.slice(0, 3).map(({ one, other }) => `${kind} (${some.length}): ${one} | ${other}`),
  );

describe('two customers whose names differ in what tells customers apart', () => {
  it('are never certainly the same', () => {
    const played = play(sisterPairs(pool, 2_000, SEED), pool, { seed: SEED });
    expect(played).toHaveLength(2_000);
    expect(named(played.filter(ofItsOwn))).toEqual([]);
  });

  it('are not either when they share a domain, a telephone number or a place', () => {
    const played = play(sisterPairs(pool, 1_000, SEED + 1), pool, { seed: SEED + 1, sharing: true });
    expect(played).toHaveLength(1_000);
    expect(named(played.filter(ofItsOwn))).toEqual([]);
  });
});

it('a company’s name that is written otherwise is certainly the same', () => {
  const played = play(samePairs(pool, 800, SEED), pool, { seed: SEED });
  const doubted = played.filter((pair) => !ofItsOwn(pair));
  const share = 100 - (100 * doubted.length) / played.length;
  expect(share, named(doubted).join('\n')).toBeGreaterThanOrEqual(SAME_CERTAIN);
});
