/** The crash test's table. */
import type { Verdict } from './judge.ts';

/** Rounds, moments and differences by kind of moment, as text. */
export function crashTable(verdicts: readonly Verdict[]): string {
  const sorts = new Map<string, { rounds: number; different: number }>();
  for (const { hit, differences } of verdicts) {
    for (const sort of new Set(hit.map(({ kind, label }) => `${kind.padEnd(13)}${sortOf(label)}`))) {
      const row = sorts.get(sort) ?? { rounds: 0, different: 0 };
      row.rounds += 1;
      if (differences.length > 0) row.different += 1;
      sorts.set(sort, row);
    }
  }
  const rows = [...sorts].sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(...rows.map(([sort]) => sort.length), 20);
  const lines = rows.map(([sort, { rounds, different }]) => {
    return `${sort.padEnd(width)}  ${String(rounds).padStart(6)}  ${String(different).padStart(11)}`;
  });
  return [`${'what happened, and when'.padEnd(width)}  rounds  differences`, ...lines].join('\n');
}

/** Moments that differ only in the amount stored are of one kind. */
const sortOf = (label: string): string =>
  label.startsWith('journal: the plan') ? 'journal: the plan' : label;

export function crashSums(verdicts: readonly Verdict[]): string {
  const moments = new Set(verdicts.flatMap(({ hit }) => hit.map(({ kind, label }) => `${kind} ${label}`)));
  const lives = verdicts.reduce((sum, verdict) => sum + verdict.lives, 0);
  const hits = verdicts.reduce((sum, { hit }) => sum + hit.length, 0);
  const different = verdicts.filter(({ differences }) => differences.length > 0).length;
  return `${verdicts.length} rounds, ${lives} lives of a worker, ${hits} disturbances of ${moments.size} sorts, rounds with differences: ${different}`;
}
