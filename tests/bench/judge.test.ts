import { describe, expect, it } from 'vitest';
import type { CustomerMatch } from '../../lib/match/index.ts';
import { bestThreshold, judge, metrics } from './judge.ts';

const answer = (id: string, verdict: CustomerMatch['verdict'], ...found: string[]): CustomerMatch => ({
  id,
  verdict,
  candidates: found.map((target) => ({ id: target, score: 0.5, fit: 0.5, reasons: [] })),
});

/** Four customers with a partner, one of them with two, and one without. */
const lists = {
  source: ['right', 'missed', 'third', 'twice', 'alone'].map((id) => ({ id, name: id })),
  truth: { right: ['a'], missed: ['b'], third: ['c'], twice: ['d', 'e'], alone: [] },
};
const answers = [
  answer('alone', 'likely', 'b'),
  answer('right', 'certain', 'a', 'b'),
  answer('missed', 'none', 'b'),
  answer('third', 'certain', 'a', 'b', 'c'),
  answer('twice', 'certain', 'e', 'd'),
];

describe('judging answers', () => {
  it('finds the place of a partner among the candidates', () => {
    const [right, missed, third] = judge(lists, answers);
    expect(right).toMatchObject({ partner: true, twice: false, verdict: 'certain', r1: true });
    expect(missed).toMatchObject({ verdict: 'none', r1: true });
    expect(third).toMatchObject({ r1: false, r3: true, r5: true });
  });

  it('takes a customer without an answer, or without candidates, for one without a suggestion', () => {
    const rows = judge(lists, [answer('right', 'likely')]);
    expect(rows.map(({ verdict, r5 }) => ({ verdict, r5 }))).toEqual(
      Array(5).fill({ verdict: 'none', r5: false }),
    );
  });

  it('counts in percent, and what is certain without the customers that stand twice', () => {
    expect(metrics(judge(lists, answers))).toEqual({
      precision: 50,
      recall: 50,
      f1: 50,
      recall1: 75,
      recall3: 100,
      recall5: 100,
      certainPrecision: 50,
      certainErrors: 1,
      certainCoverage: 33.33,
      certainOnDuplicate: 100,
    });
  });

  it('finds no fault with matchers that suggest nothing, but no good either', () => {
    expect(metrics(judge(lists, []))).toMatchObject({
      precision: 100,
      recall: 0,
      f1: 0,
      certainOnDuplicate: 0,
    });
  });
});

describe('the best threshold', () => {
  const row = (score: number, r1: boolean, partner = true) => ({ score, r1, partner });

  it('lies where right and wrong suggestions part', () => {
    expect(bestThreshold([row(0.2, false, false), row(0.9, true), row(0.5, true), row(0.4, false)])).toBe(
      0.5,
    );
  });

  it('accepts a wrong suggestion for the sake of two right ones', () => {
    expect(bestThreshold([row(0.9, false, false), row(0.8, true), row(0.7, true)])).toBe(0.7);
  });

  it('takes equal scores together', () => {
    expect(bestThreshold([row(0.9, true), row(0.5, true), ...Array(8).fill(row(0.5, false, false))])).toBe(
      0.9,
    );
  });

  it('is none when nothing is right', () => {
    expect(bestThreshold([row(0.9, false), row(0, false)])).toBeUndefined();
  });
});
