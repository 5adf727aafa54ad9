/** The crash test's short version; `npm run crash` is the whole of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Judge, makeJudge } from './judge.ts';
import { anything, everySort } from './plans.ts';
import { clicks, resetAndUndo, sync } from './scenarios.ts';
import { OPERATIONS } from './sixty.ts';

let sandbox: Sandbox;
let judge: Judge;
beforeAll(async () => {
  sandbox = await startSandbox();
  judge = await makeJudge(sandbox, sync);
});
afterAll(() => sandbox.close());

describe('a sync of 60 operations', () => {
  it('does something of every kind when nothing disturbs it, and fails where it has to', () => {
    const { operations, runs } = judge.undisturbed;
    expect(runs).toMatchObject([{ state: 'done', failed: 6 }]);
    const states = (operations as { kind: string; state: string }[]).map(
      ({ kind, state }) => `${kind} ${state}`,
    );
    expect(states).toHaveLength(OPERATIONS);
    expect(new Set(states)).toEqual(
      new Set([
        'link done',
        'link failed',
        'create done',
        'create failed',
        'import done',
        'import failed',
        'ignore done',
        'skip done',
      ]),
    );
  });

  it('ends alike wherever the worker dies: at every sort of moment', { timeout: 180_000 }, async () => {
    const plans = everySort(judge.points);
    expect(plans.length).toBeGreaterThan(50);
    for (const plan of plans) {
      const { differences, hit, lives } = await judge.play(plan);
      expect(hit, 'something has happened').toHaveLength(1);
      expect(lives).toBe(2);
      expect(differences, JSON.stringify(hit)).toEqual([]);
    }
  });

  it.each(Array.from({ length: 12 }, (_, at) => at + 1))(
    'ends alike whatever happens, seed %i',
    async (seed) => {
      const { differences, hit } = await judge.play(anything(seed, judge.points.length));
      expect(differences, JSON.stringify(hit)).toEqual([]);
    },
  );
});

describe.each([
  ['links that are reset and brought back', resetAndUndo],
  ['one click after the other', clicks],
])('%s', (_, scenario) => {
  it('end alike wherever the worker dies, at every sort of moment', { timeout: 180_000 }, async () => {
    const judge = await makeJudge(sandbox, scenario);
    expect(judge.undisturbed.links.length).toBeGreaterThan(8);
    for (const plan of everySort(judge.points)) {
      const { differences, hit } = await judge.play(plan);
      expect(differences, JSON.stringify(hit)).toEqual([]);
    }
  });
});
