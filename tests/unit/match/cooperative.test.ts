import { describe, expect, test } from 'vitest';
import {
  type MatchInput,
  matchCooperatively,
  matchCustomers,
  sortCooperatively,
} from '../../../lib/match/index.ts';
import { companyName } from '../../sandbox/names.ts';
import { makeRandom } from '../../sandbox/random.ts';

function names(count: number, seed: number): MatchInput[] {
  const random = makeRandom(seed);
  return Array.from({ length: count }, (_, place) => ({ id: `${seed}/${place}`, name: companyName(random) }));
}

const source = names(400, 1);
const target = [...source.map(({ name }, place) => ({ id: `same/${place}`, name })), ...names(400, 2)];

/** A clock that makes every step look slow. */
function slowClock(step = 30) {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

/** A task of somebody else; resolves when it has run. */
const others = () => new Promise<void>((resolve) => setTimeout(resolve));

test('matchCooperatively returns what matchCustomers returns', async () => {
  expect(await matchCooperatively(source, target, { now: slowClock() })).toEqual(
    matchCustomers(source, target),
  );
});

test('other tasks run before the result is there', async () => {
  const order: string[] = [];
  const matching = matchCooperatively(source, target, { now: slowClock() }).then(() => order.push('matched'));
  await Promise.all([matching, others().then(() => order.push('another'))]);
  expect(order).toEqual(['another', 'matched']);
});

test('a short list is matched without yielding', async () => {
  let yields = 0;
  const yieldNow = async () => {
    yields += 1;
  };
  await matchCooperatively(source.slice(0, 5), target, { yieldNow, now: () => 0 });
  expect(yields).toBe(0);
});

test('progress increases from 0 and is reported at most ten times a second', async () => {
  const told: number[] = [];
  let steps = 0;
  const clock = slowClock();
  const now = () => {
    steps += 1;
    return clock();
  };
  await matchCooperatively(source, target, { now, onProgress: (done) => told.push(done) });
  expect(told[0]).toBe(0);
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  expect(told.at(-1)).toBeLessThanOrEqual(1);
  // The clock advances 30 ms each time it is read.
  expect(told.length).toBeLessThanOrEqual(1 + (steps * 30) / 100);
});

test('an error in the middle rejects the promise', async () => {
  const broken = {
    id: 'broken',
    get name(): string {
      throw new Error('Unreadable');
    },
  };
  await expect(matchCooperatively(source, [...target, broken], { now: slowClock() })).rejects.toThrow(
    'Unreadable',
  );
});

test('an aborted signal ends the work', async () => {
  const controller = new AbortController();
  const told: number[] = [];
  const matching = matchCooperatively(source, target, {
    now: slowClock(),
    signal: controller.signal,
    onProgress: (done) => {
      told.push(done);
      if (told.length === 2) controller.abort(new Error('Out of date'));
    },
  });
  await expect(matching).rejects.toThrow('Out of date');
  expect(told).toHaveLength(2);
});

const upward = (a: { n: number }, b: { n: number }) => a.n - b.n;

/** Many items that compare equal, each with its index. */
const mixed = (length: number) => Array.from({ length }, (_, place) => ({ n: (place * 7919) % 1000, place }));

describe('sortCooperatively', () => {
  test.each([0, 1, 1999, 2000, 2001, 9000])('sorts %i items like toSorted', async (length) => {
    const items = mixed(length);
    expect(await sortCooperatively(items, upward)).toEqual(items.toSorted(upward));
  });

  test('yields in between, except for a short list', async () => {
    let yields = 0;
    const yieldNow = async () => {
      yields += 1;
    };
    await sortCooperatively(mixed(2000), upward, yieldNow);
    expect(yields).toBe(0);
    await sortCooperatively(mixed(6000), upward, yieldNow);
    expect(yields).toBeGreaterThanOrEqual(3);
  });

  test('does not change its input', async () => {
    const items = mixed(5000);
    await sortCooperatively(items, upward);
    expect(items).toEqual(mixed(5000));
  });
});
