/** From scores of pairs to one answer per customer: who else is close, who else claims the same target. */
import { DECISION } from './costs.ts';
import type { PairScore } from './score.ts';

/** A pair that may be the same customer. */
export interface Pair extends PairScore {
  target: number;
  /** Nats that are left when other customers' claims on the target are counted. */
  net: number;
}

export const chance = (nats: number): number => 1 / (1 + Math.exp(-nats));

const ROUNDS = 6;

/**
 * Lets every customer lay claim to its candidates and every target weigh the claims: a target that another customer
 * fits better is worth less. Each target goes to one customer at most. Fills in `net`.
 */
export function weighClaims(rows: Pair[][], targets: number): void {
  const total = new Float64Array(targets);
  const claims = rows.map((row) => new Float64Array(row.length));
  for (const row of rows) for (const p of row) p.net = p.nats;
  for (let round = 0; round < ROUNDS; round++) {
    total.fill(0);
    rows.forEach((row, s) => {
      const sum = row.reduce((x, p) => x + Math.exp(p.net), 1);
      row.forEach((p, k) => {
        const claim = Math.exp(p.nats) / Math.max(sum - Math.exp(p.net), 1);
        claims[s]![k] = claim;
        total[p.target]! += claim;
      });
    });
    rows.forEach((row, s) => {
      row.forEach((p, k) => {
        const others = Math.max(total[p.target]! - claims[s]![k]!, 0);
        p.net = p.nats - Math.log1p(others);
      });
    });
  }
}

/**
 * @param row the customer's pairs, best first
 * @param duplicates how many of the first pairs are the same customer standing more than once
 */
export function verdictOf(row: Pair[], duplicates: number): 'certain' | 'likely' | 'none' {
  const best = row[0];
  if (!best) return 'none';
  const sum = row.reduce((x, p) => x + Math.exp(p.net), 1);
  const same = row.slice(0, Math.max(duplicates, 1)).reduce((x, p) => x + Math.exp(p.net), 0);
  if (1 - 1 / sum < DECISION.likely) return 'none';
  return duplicates < 2 && !best.vatDiffers && same / sum > DECISION.certain ? 'certain' : 'likely';
}
