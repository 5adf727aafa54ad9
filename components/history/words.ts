import { OPERATION_KINDS, type Run } from '../../lib/domain/run.ts';
import type { PastRun } from '../../lib/features/history/messages.ts';
import { formats, t } from '../shared/text.ts';

/** A run's kind and time: the name of its row and the heading of its view. */
export function runName({ kind, startedAt }: Pick<Run, 'kind' | 'startedAt'>): string {
  const words = t.value.history;
  return words.heading(words.kinds[kind], formats.value.dateTime(startedAt));
}

/** What the run did in short: `12 matchet, 3 oprettet i Dinero`. */
export function didInWords({ run, did }: Pick<PastRun, 'run' | 'did'>): string {
  const words = t.value.history;
  const { number } = formats.value;
  const parts = OPERATION_KINDS.flatMap((kind) => {
    const count = did[kind] ?? 0;
    return count > 0 && kind !== 'skip' ? [words.did[kind](number(count), count === 1)] : [];
  });
  const left = run.endedAt === undefined ? 0 : run.total - run.finished;
  if (left > 0) parts.push(words.notRun(number(left)));
  return parts.join(', ') || words.didNothing;
}
