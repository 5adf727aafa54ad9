/** The verdict per customer: is its best candidate certainly the same customer, likely, or not. */

import { Doubt } from './compare/doubt.ts';
import { DECISION } from './costs.ts';
import { type Pair, weightOf } from './one-to-one-assignment.ts';
import type { MatchReason } from './types.ts';

/** A probability, 0..1; 0.5 at 0 nats. */
export const chance = (nats: number): number => 1 / (1 + Math.exp(-nats));

/** Evidence that sister companies share. */
const SHAREABLE: readonly MatchReason[] = ['email', 'domain', 'phone', 'address'];

/**
 * @param row the customer's pairs, best first
 * @param standsTwice whether the best candidate has twins in the target list
 */
export function verdictOf(row: readonly Pair[], standsTwice: boolean): 'certain' | 'likely' | 'none' {
  const best = row[0];
  if (!best) return 'none';
  const sum = weightOf(row);
  if (1 - 1 / sum < DECISION.likely) return 'none';
  if (standsTwice || !best.provable || Math.exp(best.net) / sum < DECISION.certain) return 'likely';
  const rivals = row.filter((p) => p.twinOf !== best.twinOf);
  const next = rivals[0]?.net ?? -Infinity;
  if (next > 0 && best.net - next < DECISION.margin) return 'likely';
  if (rivals.some((p) => p.nats > best.nats)) return 'likely';
  const shared = SHAREABLE.some(
    (reason) => best.reasons.includes(reason) && rivals.some((p) => p.reasons.includes(reason)),
  );
  return best.doubts & ~Doubt.namesake && shared ? 'likely' : 'certain';
}
