/** How right the matcher and its rivals are, on the same pairs of lists. */
import { type CustomerMatch, type MatchInput, matchCustomers } from '../../lib/match/index.ts';
import { bestThreshold, type Metrics, type Row } from './judge.ts';
import { sampleOf } from './measure.ts';
import type { Lists } from './pairs.ts';
import { type Found, type Rival, rivals } from './rivals.ts';

/** Pairs of lists; those of one name count together. */
export interface Task extends Lists {
  name: string;
  /** The source customers that count; all when it is missing. */
  counted?: MatchInput[];
}

export interface Judge {
  judge(lists: Pick<Lists, 'source' | 'truth'>, matches: readonly CustomerMatch[]): Row[];
  metrics(rows: readonly Row[]): Metrics;
}

export interface QualityRow {
  set: string;
  matcher: string;
  /** A rival suggests its first candidate from this score on, which gives its best F1 in this set; else never. */
  threshold?: number;
  /** So many source customers were asked about. */
  customers: number;
  /** They are a sample of those that count. */
  sampled: boolean;
  /** Some of them stand twice in the target. */
  twice: boolean;
  figures: Metrics;
}

/** A slow rival makes about so many comparisons in a pair of lists. */
const COMPARISONS = 200_000;

interface Answered {
  row: Row;
  /** Of the first candidate. */
  score: number;
}

/** @returns one row per set and matcher, Kundebro first */
export function benchQuality(tasks: Iterable<Task>, judged: Judge): QualityRow[] {
  const sets = new Map<string, Map<string, Answered[]>>();
  const sampled = new Set<string>();
  const keep = (task: Task, matcher: string, asked: readonly MatchInput[], matches: CustomerMatch[]) => {
    const scores = new Map(matches.map(({ id, candidates }) => [id, candidates[0]?.score ?? 0]));
    const answered = judged
      .judge({ source: [...asked], truth: task.truth }, matches)
      .map((row, at) => ({ row, score: scores.get(asked[at]?.id ?? '') ?? 0 }));
    const set = sets.get(task.name) ?? new Map<string, Answered[]>();
    sets.set(task.name, set.set(matcher, [...(set.get(matcher) ?? []), ...answered]));
  };
  for (const task of tasks) {
    const counted = task.counted ?? task.source;
    keep(task, 'Kundebro', counted, matchCustomers(task.source, task.target));
    for (const rival of rivals) {
      const asked = rival.slow ? sampleOf(counted, COMPARISONS / task.target.length) : counted;
      if (asked.length < counted.length) sampled.add(`${task.name} ${rival.name}`);
      keep(task, rival.name, asked, answersOf(rival, asked, task.target));
    }
  }
  return [...sets].flatMap(([set, matchers]) =>
    [...matchers]
      .filter(([, answered]) => answered.length > 0)
      .map(([matcher, answered]) => ({
        set,
        matcher,
        ...(matcher === 'Kundebro' ? asItIs(answered, judged) : atItsBest(answered, judged)),
        customers: answered.length,
        sampled: sampled.has(`${set} ${matcher}`),
        twice: answered.some(({ row }) => row.twice),
      })),
  );
}

function answersOf(
  rival: Rival,
  asked: readonly MatchInput[],
  target: readonly MatchInput[],
): CustomerMatch[] {
  const find = rival.prepare(target, 0);
  const candidate = ({ id, score }: Found) => ({ id, score, fit: score, reasons: [] });
  return asked.map(({ id, name }) => ({ id, verdict: 'likely', candidates: find(name).map(candidate) }));
}

const asItIs = (answered: readonly Answered[], { metrics }: Judge) => ({
  figures: metrics(answered.map(({ row }) => row)),
});

function atItsBest(answered: readonly Answered[], { metrics }: Judge) {
  const threshold = bestThreshold(
    answered.map(({ row, score }) => ({ score, r1: row.r1, partner: row.partner })),
  );
  const verdict = (score: number) => (score >= (threshold ?? Number.POSITIVE_INFINITY) ? 'likely' : 'none');
  return {
    threshold,
    figures: metrics(answered.map(({ row, score }) => ({ ...row, verdict: verdict(score) }))),
  };
}
