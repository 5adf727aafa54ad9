import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../lib/domain/counts.ts';
import { waitingIn, waitingInAll } from '../../../lib/features/overview/index.ts';

const counts = (extra: Partial<Counts> = {}): Counts => ({
  customers: 9,
  contacts: 9,
  linked: 4,
  broken: 1,
  ignored: 2,
  undecided: 3,
  ...extra,
});

describe('how much needs a decision', () => {
  it('counts who has no link, differs, or is gone; duplicates do not count', () => {
    expect(waitingIn({ counts: counts() })).toBe(3);
    expect(waitingIn({ counts: counts({ differing: 4, gone: 2, duplicates: 50 }) })).toBe(9);
  });

  it('is 0 before the first read, and while the company is paused', () => {
    expect(waitingIn({})).toBe(0);
    expect(waitingIn({ counts: counts(), paused: true })).toBe(0);
  });

  it('is the sum over all companies', () => {
    const paused = { counts: counts(), paused: true };
    expect(waitingInAll([{ counts: counts() }, {}, paused, { counts: counts({ differing: 1 }) }])).toBe(7);
    expect(waitingInAll([])).toBe(0);
  });
});
