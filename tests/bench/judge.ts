/** Says how right the answers to a pair of lists are. */
import type { CustomerMatch } from '../../lib/match/index.ts';
import type { Lists } from './pairs.ts';

/** A source customer and its answer. */
export interface Row {
  /** It has a partner, or more than one. */
  partner: boolean;
  twice: boolean;
  verdict: CustomerMatch['verdict'];
  /** A partner is the first candidate, is among the first three, the first five. */
  r1: boolean;
  r3: boolean;
  r5: boolean;
}

/** Percent, but for the errors, which are counted. */
export type Metrics = Record<
  | 'precision'
  | 'recall'
  | 'f1'
  | 'recall1'
  | 'recall3'
  | 'recall5'
  | 'certainPrecision'
  | 'certainErrors'
  | 'certainCoverage'
  | 'certainOnDuplicate',
  number
>;

/** For machines without the labelled lists, which have their own of the same shape. */
export function judge(
  { source, truth }: Pick<Lists, 'source' | 'truth'>,
  matches: readonly CustomerMatch[],
): Row[] {
  const answers = new Map(matches.map((match) => [match.id, match]));
  return source.map(({ id }) => {
    const { verdict = 'none', candidates = [] } = answers.get(id) ?? {};
    const partners = truth[id] ?? [];
    const place = candidates.findIndex((candidate) => partners.includes(candidate.id));
    const within = (count: number) => place >= 0 && place < count;
    return {
      partner: partners.length > 0,
      twice: partners.length > 1,
      verdict: candidates.length > 0 ? verdict : 'none',
      r1: within(1),
      r3: within(3),
      r5: within(5),
    };
  });
}

/** Certain answers are judged on customers with at most one partner: which of two it is, is the user's to say. */
export function metrics(rows: readonly Row[]): Metrics {
  const partnered = rows.filter((row) => row.partner);
  const suggested = rows.filter((row) => row.verdict !== 'none');
  const certain = rows.filter((row) => row.verdict === 'certain');
  const once = certain.filter((row) => !row.twice);
  const right = (some: readonly Row[]) => some.filter((row) => row.r1).length;
  const precision = percent(right(suggested), suggested.length);
  const recall = percent(right(suggested), partnered.length);
  return {
    precision,
    recall,
    f1: rounded((2 * precision * recall) / (precision + recall) || 0),
    recall1: percent(right(partnered), partnered.length),
    recall3: percent(partnered.filter((row) => row.r3).length, partnered.length),
    recall5: percent(partnered.filter((row) => row.r5).length, partnered.length),
    certainPrecision: percent(right(once), once.length),
    certainErrors: once.length - right(once),
    certainCoverage: percent(right(once), partnered.filter((row) => !row.twice).length),
    certainOnDuplicate: percent(certain.length - once.length, rows.filter((row) => row.twice).length, 0),
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

const percent = (part: number, whole: number, ofNothing = 100): number =>
  whole > 0 ? rounded((100 * part) / whole) : ofNothing;

/**
 * The score from which on suggesting the first candidate gives the best F1; of several, the highest.
 * @returns nothing when no first candidate is right
 */
export function bestThreshold(
  rows: readonly { score: number; r1: boolean; partner: boolean }[],
): number | undefined {
  const partners = rows.filter((row) => row.partner).length;
  const sorted = rows.filter((row) => row.score > 0).sort((a, b) => b.score - a.score);
  let best: { f1: number; score?: number } = { f1: 0 };
  let right = 0;
  for (const [at, { score, r1 }] of sorted.entries()) {
    if (r1) right += 1;
    // Equal scores are suggested together or not at all.
    if (sorted[at + 1]?.score === score) continue;
    const f1 = (2 * right) / (at + 1 + partners);
    if (f1 > best.f1) best = { f1, score };
  }
  return best.score;
}
