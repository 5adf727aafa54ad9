/** Twins: entries of the target list that are the same customer. */

import { DECISION } from './costs.ts';
import type { Pair } from './one-to-one-assignment.ts';
import type { SearchableList } from './searchable-list.ts';

/** Whether two targets, by index, are the same customer. */
export type AreDuplicates = (a: number, b: number) => boolean;

/** Pairs below this many nats are skipped. */
const WORTH_A_LOOK = -4;

export function duplicateFinder({ targets, compare, mayBeSame }: SearchableList): AreDuplicates {
  return (a, b) => {
    if (!mayBeSame(a, b)) return false;
    const { name, score } = compare(targets[Math.min(a, b)]!, targets[Math.max(a, b)]!);
    const alike = name.complete && !name.formDiffers && name.wordCost <= DECISION.duplicateCost;
    return alike && !name.numbersDiffer && score.nats > 0 && !score.reasons.includes('vat-differs');
  };
}

/**
 * Finds the twins among a row's pairs and fills in `twinOf`.
 * @param row best first
 */
export function pairTwins(row: Pair[], areDuplicates: AreDuplicates): void {
  for (let k = 1; k < row.length; k++) {
    const pair = row[k]!;
    if (pair.nats < WORTH_A_LOOK) return;
    const first = row.find((p, j) => j < k && p.twinOf === p.target && areDuplicates(p.target, pair.target));
    if (first) pair.twinOf = first.target;
  }
}

/**
 * @param row best first
 * @param isFree whether no other source customer has a better claim on the target
 * @returns the best pair and its twins; empty when it has none
 */
export function withTwins(row: readonly Pair[], isFree: (target: number) => boolean): Pair[] {
  const best = row[0];
  if (!best || best.net < -1) return [];
  const again = row.filter((p) => p !== best && p.twinOf === best.twinOf && p.nats >= -1 && isFree(p.target));
  return again.length ? [best, ...again] : [];
}
