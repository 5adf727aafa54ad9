import type { Operation, Run } from '../../domain/run.ts';
import { getRun, operationsOf } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { RunScheduler } from './run-scheduler.ts';

export { createRunAndWait, type RunAndWait } from './run-and-wait.ts';
export { createRunScheduler, type RunScheduler, type Task } from './run-scheduler.ts';

interface OfRun {
  runId: string;
}

/** Pauses, resumes and stops a run, and gives its result. */
export function createRunService({ database }: Pick<Deps, 'database'>, scheduler: RunScheduler) {
  return {
    pauseRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'paused'),
    resumeRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'running'),
    stopRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'stopped'),

    async runResult({ runId }: OfRun): Promise<{ run: Run; operations: Operation[] }> {
      const db = await database;
      const run = await getRun(db, runId);
      const operations = await operationsOf(db, runId);
      const shown = scheduler.withStall(run);
      // Usually it is executing already, and this changes nothing.
      if (run.state === 'running') void scheduler.execute(run);
      return { run: shown, operations };
    },
  };
}
