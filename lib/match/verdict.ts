/** From scores of pairs to one answer per customer: who else is close, who else claims the same target. */
import { DECISION } from './costs.ts';
import type { PairScore } from './score.ts';
import { eachOf, type Steps, within } from './steps.ts';

/** A pair that may be the same customer. */
export interface Pair extends PairScore {
  /** Place in the target list. */
  target: number;
  /** Nats that are left when other customers' claims on the target are counted. */
  net: number;
}

/** 0..1, 0.5 at 0 nats. */
export const chance = (nats: number): number => 1 / (1 + Math.exp(-nats));

/** Best first; what is equal, in the target list's own order. */
export const byNet = (a: Pair, b: Pair): number => b.net - a.net || b.nats - a.nats || a.target - b.target;

/** The claims settle in a few rounds. */
const ROUNDS = 6;

/**
 * Lets every customer lay claim to its candidates and every target weigh the claims: a target that another customer
 * fits better, and that has nothing better to go to, is worth less. Fills in `net`. (Message passing for a one-to-one
 * assignment in which both sides may stay alone.)
 */
export function* weighClaims(rows: Pair[][], targets: number): Steps<void> {
  const total = new Float64Array(targets);
  const claims = rows.map((row) => new Float64Array(row.length));
  const lay = (r: number) => {
    const row = rows[r]!;
    const sum = row.reduce((x, p) => x + Math.exp(p.net), 1);
    row.forEach((p, k) => {
      const claim = Math.exp(p.nats) / Math.max(sum - Math.exp(p.net), 1);
      claims[r]![k] = claim;
      total[p.target]! += claim;
    });
  };
  const weigh = (r: number) => {
    rows[r]!.forEach((p, k) => {
      const others = Math.max(total[p.target]! - claims[r]![k]!, 0);
      p.net = p.nats - Math.log1p(others);
    });
  };
  for (let round = 0; round < ROUNDS; round++) {
    total.fill(0);
    yield* within(round / ROUNDS, (round + 0.5) / ROUNDS, eachOf(rows.length, 1000, lay));
    yield* within((round + 0.5) / ROUNDS, (round + 1) / ROUNDS, eachOf(rows.length, 1000, weigh));
  }
}

/** @returns per target the row that has it as its best candidate, the strongest one if there are several */
export function claimants(rows: Pair[][]): Map<number, number> {
  const strongest = new Map<number, { row: number; net: number }>();
  rows.forEach((row, r) => {
    const best = row[0];
    if (best && best.net > 0 && best.net > (strongest.get(best.target)?.net ?? 0))
      strongest.set(best.target, { row: r, net: best.net });
  });
  return new Map([...strongest].map(([target, { row }]) => [target, row]));
}

/**
 * @param row the customer's pairs, best first
 * @param duplicates how many of the first pairs are one customer standing more than once
 */
export function verdictOf(row: Pair[], duplicates: number): 'certain' | 'likely' | 'none' {
  const best = row[0];
  if (!best) return 'none';
  const sum = row.reduce((x, p) => x + Math.exp(p.net), 1);
  if (1 - 1 / sum < DECISION.likely) return 'none';
  const sure = Math.exp(best.net) / sum >= DECISION.certain;
  return sure && duplicates === 0 && best.provable ? 'certain' : 'likely';
}
