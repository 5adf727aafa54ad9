/** The door: how much needs the user's decision. */
import type { Counts } from '../../domain/counts.ts';

interface Counted {
  counts?: Counts;
  paused?: boolean;
}

/**
 * In one company: customers without a link, linked ones that differ, and those gone on one side. A paused company counts 0.
 * Duplicates do not count, since they are no difference between the systems.
 */
export function waitingIn({ counts, paused }: Counted): number {
  if (!counts || paused) return 0;
  return counts.undecided + (counts.differing ?? 0) + (counts.gone ?? 0);
}

/** In all companies: the number on the toolbar button. */
export const waitingInAll = (companies: readonly Counted[]): number =>
  companies.reduce((sum, company) => sum + waitingIn(company), 0);
