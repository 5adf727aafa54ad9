/** The crash test's rounds: a few of them for every day, and each sort of moment in the slow tier. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactGuid, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { type Judge, makeJudge, type Plan } from './judge.ts';
import { anything, everySort } from './plans.ts';
import { clicks, resetAndUndo, sync, syncThenUndo, undo, undoAndAgain } from './scenarios.ts';
import { contactNames, OPERATIONS } from './sixty.ts';

export interface Rounds {
  /** One in so many sorts of moments; the undo of a sync, which has the most of them, one in six or twenty-four times so many. */
  oneIn: number;
  /** Of the rounds in which anything happens anywhere. */
  seeds: readonly number[];
}

export function crashTest({ oneIn, seeds }: Rounds): void {
  const chosen = (points: readonly string[], every = 1): Plan[] =>
    everySort(points).filter((_, place) => place % (oneIn * every) === 0);

  let sandbox: Sandbox;
  let judge: Judge;
  beforeAll(async () => {
    sandbox = await startSandbox();
    judge = await makeJudge(sandbox, sync);
  });
  afterAll(() => sandbox.close());

  describe('a sync of 60 operations', () => {
    it('has every kind of operation, and the expected failures, when undisturbed', () => {
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

    it('ends the same wherever the worker dies', { timeout: 180_000 }, async () => {
      expect(everySort(judge.points).length).toBeGreaterThan(50);
      const plans = chosen(judge.points);
      for (const plan of plans) {
        const { differences, hit, lives } = await judge.play(plan);
        expect(hit, 'something has happened').toHaveLength(1);
        expect(lives).toBe(2);
        expect(differences, JSON.stringify(hit)).toEqual([]);
      }
    });

    it.each(seeds)('ends alike whatever happens, seed %i', { timeout: 180_000 }, async (seed) => {
      const { differences, hit } = await judge.play(anything(seed, judge.points.length));
      expect(differences, JSON.stringify(hit)).toEqual([]);
    });
  });

  describe('the undo of a sync of 60 operations', () => {
    it('leaves no created or imported customer and no link behind', async () => {
      const { undisturbed } = await makeJudge(sandbox, undo);
      expect(undisturbed.runs).toContainEqual(
        expect.objectContaining({ kind: 'undo', failed: 0, total: 50 }),
      );
      // Made by a colleague.
      expect(undisturbed.links).toEqual([['Bageren 17 ApS', contactGuid(61), 'ok']]);
      expect(undisturbed.ignored).toEqual([]);
      const contacts = undisturbed.contacts as {
        Name: string;
        ExternalReference?: string;
        deleted: boolean;
      }[];
      const ours = contacts.filter(({ ExternalReference }) => ExternalReference);
      expect(ours.length).toBeGreaterThan(14);
      expect(ours.every(({ deleted }) => deleted)).toBe(true);
      const customers = undisturbed.customers as { name: string }[];
      expect(customers.filter(({ name }) => name.startsWith(contactNames.imports))).toEqual([]);
    });

    it.each([
      ['is ended at any sort of moment', undo, 6],
      ['follows a sync that was', syncThenUndo, 24],
      ['is followed by the same sync, which makes exactly one of each', undoAndAgain, 24],
    ])('ends alike when it %s', { timeout: 180_000 }, async (_, scenario, every) => {
      const judge = await makeJudge(sandbox, scenario);
      const made = new Set(judge.undisturbed.links.map((link) => (link as string[])[1]));
      expect(made.size).toBe(judge.undisturbed.links.length);
      expect(everySort(judge.points).length).toBeGreaterThan(2 * every);
      for (const plan of chosen(judge.points, every)) {
        const { differences, hit } = await judge.play(plan);
        expect(differences, JSON.stringify(hit)).toEqual([]);
      }
    });
  });

  describe.each([
    ['links that are reset and brought back', resetAndUndo],
    ['one click after the other', clicks],
  ])('%s', (_, scenario) => {
    it('end the same wherever the worker dies', { timeout: 180_000 }, async () => {
      const judge = await makeJudge(sandbox, scenario);
      expect(judge.undisturbed.links.length).toBeGreaterThan(8);
      for (const plan of chosen(judge.points)) {
        const { differences, hit } = await judge.play(plan);
        expect(differences, JSON.stringify(hit)).toEqual([]);
      }
    });
  });
}
