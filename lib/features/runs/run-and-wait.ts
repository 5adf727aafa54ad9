import { ProblemError } from '../../domain/problem.ts';
import { isBegun, type Run, type RunKind } from '../../domain/run.ts';
import { getRun, operationsOf, stopRun } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { RunScheduler, Task } from './run-scheduler.ts';

/** Runs about one customer, whose caller waits for the end. */
export function createRunAndWait(
  { database, now }: Deps,
  scheduler: RunScheduler,
  publishOverview: PublishOverview,
) {
  /** @throws ProblemError why it was not done; the run has ended all the same */
  return async function runAndWait(connectionId: string, kind: RunKind, ...tasks: Task[]): Promise<Run> {
    const db = await database;
    const { id } = await scheduler.start(connectionId, kind, tasks);
    await scheduler.execute(await getRun(db, id));
    let run = await getRun(db, id);
    const unanswered = (await operationsOf(db, id)).some(isBegun);
    const reason = run.reason;
    if (run.state === 'paused') {
      run = await stopRun(db, id, reason ?? { system: 'kundebro', code: 'unexpected' }, now());
      await publishOverview(db, connectionId);
    }
    const operations = await operationsOf(db, id);
    const failed = operations.find(({ problem }) => problem);
    const problem = failed?.problem ?? reason ?? scheduler.withStall(run).reason;
    if (problem) throw new ProblemError({ ...problem, unanswered });
    // Stopped elsewhere before it was executed.
    if (operations.some(({ state }) => state === 'notRun'))
      throw new ProblemError({ system: 'kundebro', code: 'busy' });
    return run;
  };
}

export type RunAndWait = ReturnType<typeof createRunAndWait>;
