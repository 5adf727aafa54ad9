/** Which customer of one list is which of the other. Pure and synchronous; the order of the lists does not matter. */
import { DECISION } from './costs.ts';
import { indexTargets } from './index-tokens.ts';
import { compareNames } from './name-score.ts';
import { scorePair } from './score.ts';
import type { CustomerMatch, MatchInput } from './types.ts';
import { chance, type Pair, verdictOf, weighClaims } from './verdict.ts';
import { type Entry, newVocabulary, readEntry, wordWeights } from './vocabulary.ts';
import { wordComparer } from './word-compare.ts';

export type { CustomerMatch, MatchCandidate, MatchInput, MatchReason } from './types.ts';

/** From this score on a candidate is plausibly the same customer. */
export const LIKELY_SCORE = DECISION.likely;

const COMPARED = 24;
const KEPT = 8;
const SHOWN = 5;

/** Same customers in the same order, whatever order they came in. */
function sorted(inputs: readonly MatchInput[]): number[] {
  const key = (c: MatchInput) => `${c.id}\u0000${c.name}`;
  const keys = inputs.map(key);
  return inputs.map((_, i) => i).sort((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b));
}

/**
 * Finds for every source customer the target customers that may be the same.
 * @returns one entry per source customer, in the same order
 */
export function matchCustomers(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): CustomerMatch[] {
  const vocabulary = newVocabulary();
  const sourceOrder = sorted(source);
  const targetOrder = sorted(target);
  const sources = sourceOrder.map((i) => readEntry(vocabulary, source[i]!));
  const targets = targetOrder.map((i) => readEntry(vocabulary, target[i]!));
  const weights = wordWeights(vocabulary, source.length + target.length);
  const index = indexTargets(vocabulary, weights, targets);
  const comparison = { vocabulary, weights, compare: wordComparer(vocabulary) };
  const sidesOf = (a: Entry, b: Entry) => {
    const name = compareNames(a, b, comparison);
    return { name, score: scorePair(name, a.details, b.details, targets.length) };
  };

  const rows = sources.map((s) => {
    const row: Pair[] = [];
    for (const t of index.candidates(s, COMPARED)) {
      const { score } = sidesOf(s, targets[t]!);
      if (score.nats > DECISION.shown) row.push({ ...score, target: t, net: score.nats });
    }
    row.sort((a, b) => b.nats - a.nats || a.target - b.target);
    if (row.length > KEPT) row.length = KEPT;
    return row;
  });
  weighClaims(rows, targets.length);

  const claimed = new Map<number, { row: number; chance: number }>();
  rows.forEach((row, r) => {
    row.sort((a, b) => b.net - a.net || b.nats - a.nats || a.target - b.target);
    const best = row[0];
    if (best && best.net > 0 && (claimed.get(best.target)?.chance ?? 0) < best.net)
      claimed.set(best.target, { row: r, chance: best.net });
  });

  const answers: CustomerMatch[] = new Array(source.length);
  rows.forEach((row, r) => {
    const best = row[0];
    let same: Pair[] = [];
    if (best && best.net > -1) {
      same = row.filter((p) => {
        if (p === best) return true;
        if (p.nats < -1 || (claimed.get(p.target)?.row ?? r) !== r) return false;
        const { name, score } = sidesOf(targets[best.target]!, targets[p.target]!);
        return !score.vatDiffers && name.complete && name.cost <= DECISION.duplicateCost && score.nats > 0;
      });
    }
    const ordered = same.length > 1 ? [...same, ...row.filter((p) => !same.includes(p))] : row;
    answers[sourceOrder[r]!] = {
      id: source[sourceOrder[r]!]!.id,
      verdict: verdictOf(ordered, same.length),
      candidates: ordered.slice(0, SHOWN).map((p) => ({
        id: target[targetOrder[p.target]!]!.id,
        score: chance(p.net / 2),
        reasons: same.length > 1 && same.includes(p) ? [...p.reasons, 'duplicate'] : p.reasons,
      })),
    };
  });
  return answers;
}
