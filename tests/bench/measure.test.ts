import { describe, expect, it } from 'vitest';
import { exponent, sampleOf } from './measure.ts';

describe('growth', () => {
  it.each([
    ['as much', 1, [500, 2000, 20_000].map((n): [number, number] => [n, n * 3])],
    ['with the square', 2, [500, 2000, 20_000].map((n): [number, number] => [n, n * n])],
    ['not at all', 0, [500, 2000].map((n): [number, number] => [n, 7])],
  ])('has an exponent when something grows %s', (_, expected, points) => {
    expect(exponent(points)).toBeCloseTo(expected);
  });

  it('evens out what does not lie on one line', () => {
    expect(
      exponent([
        [1, 1],
        [10, 20],
        [100, 100],
      ]),
    ).toBeCloseTo(1);
  });
});

describe('a sample', () => {
  it('lies evenly over the whole list', () => {
    expect(sampleOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 3, 6, 9]);
  });

  it('is the whole list when that is not longer than wanted', () => {
    expect(sampleOf(['a', 'b'], 100)).toEqual(['a', 'b']);
  });
});
