/** Assigns targets one to one: adjusts the scores of pairs by other customers' claims on the same target. */
import type { PairScore } from './compare/score.ts';
import { eachOf, type Stepwise, within } from './stepwise.ts';

/** A source and a target that may be the same customer. */
export interface Pair extends PairScore {
  /** Index in the target list. */
  target: number;
  /** Nats after subtracting other customers' claims on the target. */
  net: number;
  /** The target that this one duplicates within the row; usually itself. */
  twinOf: number;
}

/** Best first; equal ones in the target list's own order. */
export const byNet = (a: Pair, b: Pair): number => b.net - a.net || b.nats - a.nats || a.target - b.target;

/** The claims converge in a few rounds. */
const ROUNDS = 6;

/** A twin weakens the claim only when it fits this many times better. */
const TWIN_BETTER = Math.exp(1.2);

/** Total weight of a row's pairs and of "none of them", which weighs 1. Twins count once. */
export function weightOf(row: readonly Pair[]): number {
  let sum = 1;
  row.forEach((pair, k) => {
    const better = row.some(
      (p, j) => p.twinOf === pair.twinOf && (p.net > pair.net || (p.net === pair.net && j < k)),
    );
    if (!better) sum += Math.exp(pair.net);
  });
  return sum;
}

/**
 * Every customer claims its candidates, and every target weighs the claims: a target is worth less when another
 * customer fits it better and has no better alternative. Fills in `net`. (Message passing for a one-to-one assignment
 * in which both sides may stay unmatched.)
 */
export function* assignOneToOne(rows: Pair[][], targets: number): Stepwise<void> {
  // All pairs in flat arrays: a row's are from offset[row] up to, not including, offset[row + 1].
  const offset = new Int32Array(rows.length + 1);
  for (let r = 0; r < rows.length; r++) offset[r + 1] = offset[r]! + rows[r]!.length;
  const size = offset[rows.length]!;
  const target = new Int32Array(size);
  const twinOf = new Int32Array(size);
  const odds = new Float64Array(size);
  const left = new Float64Array(size);
  const claims = new Float64Array(size);
  const total = new Float64Array(targets);
  const read = (r: number) => {
    rows[r]!.forEach((pair, j) => {
      const k = offset[r]! + j;
      target[k] = pair.target;
      twinOf[k] = pair.twinOf;
      odds[k] = Math.exp(pair.nats);
      left[k] = Math.exp(pair.net);
    });
  };
  yield* within(0, 0.1, eachOf(rows.length, 1000, read));

  /** How strongly a row claims a target: the better its alternatives, the less. */
  function claimOf(k: number, begin: number, end: number): number {
    let others = 1;
    for (let j = begin; j < end; j++) {
      if (j === k) continue;
      others += twinOf[j] === twinOf[k] ? Math.max(left[j]! / TWIN_BETTER - odds[k]!, 0) : left[j]!;
    }
    return odds[k]! / others;
  }
  const lay = (r: number) => {
    const end = offset[r + 1]!;
    for (let k = offset[r]!; k < end; k++) {
      claims[k] = claimOf(k, offset[r]!, end);
      total[target[k]!]! += claims[k]!;
    }
  };
  const weigh = (k: number) => {
    left[k] = odds[k]! / (1 + Math.max(total[target[k]!]! - claims[k]!, 0));
  };
  for (let round = 0; round < ROUNDS; round++) {
    total.fill(0);
    const from = 0.1 + (round / ROUNDS) * 0.8;
    yield* within(from, from + 0.1, eachOf(rows.length, 1000, lay));
    yield* within(from + 0.1, from + 0.13, eachOf(size, 5000, weigh));
  }
  const write = (r: number) => {
    rows[r]!.forEach((pair, j) => {
      pair.net = Math.log(left[offset[r]! + j]!);
    });
  };
  yield* within(0.9, 1, eachOf(rows.length, 1000, write));
}

/** @returns per target the row with the strongest claim among those that have it as their best candidate */
export function claimantsOf(rows: Pair[][]): Map<number, number> {
  const strongest = new Map<number, { row: number; net: number }>();
  rows.forEach((row, r) => {
    const best = row[0];
    if (best && best.net > 0 && best.net > (strongest.get(best.target)?.net ?? 0))
      strongest.set(best.target, { row: r, net: best.net });
  });
  return new Map([...strongest].map(([target, { row }]) => [target, row]));
}
