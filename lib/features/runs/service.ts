import type { DeletedAnswer } from '../../domain/choices.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Operation, Run } from '../../domain/run.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { getRun, operationsOf, requeueAnswered, requeueFailed } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import { fingerprint, makePlan, notAsShown, type Planned } from '../sync/plan.ts';
import { changeWizardProgress, choicesOf } from '../sync/repository.ts';
import type { SyncService } from '../sync/service.ts';
import type { RunScheduler, Task } from './run-scheduler.ts';

interface OfRun {
  runId: string;
}

/** The sync's run: from the choices to the result. */
export function createRunService({ database, now }: Deps, scheduler: RunScheduler, flow: SyncService) {
  /**
   * Goes on with a run that was over.
   * @param requeue what is to be tried again
   * @throws ProblemError `busy` while another run is not finished, `paused` while the company is
   */
  async function retry(runId: string, requeue: (db: Database) => Promise<Run>): Promise<Run> {
    const db = await database;
    const { connectionId } = await getRun(db, runId);
    const active = await scheduler.active(connectionId);
    if (active?.id === runId) return active;
    if (active) throw new ProblemError({ system: 'kundebro', code: 'busy' });
    await scheduler.assertNotPaused(connectionId);
    const run = await db.transaction('rw', db.runs, db.operations, db.flows, async () => {
      await changeWizardProgress(db, connectionId, { step: 4, runId }, now());
      return requeue(db);
    });
    await flow.tellHead(connectionId);
    void scheduler.resumeWhenIdle(run);
    return run;
  }

  return {
    /** @throws ProblemError also `changed` when it would not do what was shown */
    async startRun({ connectionId, shown }: { connectionId: string; shown?: string }): Promise<Run> {
      const db = await database;
      const { defaults } = await getConnection(db, connectionId);
      const data = await flow.dataFor(connectionId);
      // All choices after the lists: those may take seconds to match, and another view may choose meanwhile.
      const head = await flow.head(connectionId);
      const importDefaults = head.importDefaults ?? defaults;
      if (!importDefaults) throw new Error('The lists have not been read yet');
      const { customers, contacts } = await choicesOf(db, connectionId);
      const choices = { customers: new Map(customers), contacts: new Map(contacts) };
      const planned = makePlan(data, choices, importDefaults);
      // Whoever presses once more while the run is going is given that run.
      const isAnother = shown !== undefined && shown !== (await fingerprint(planned));
      if (isAnother && !(await scheduler.active(connectionId))) throw notAsShown();
      // The head knows the run from the start: a view that opens meanwhile finds its way, also after the worker's end.
      const run = await scheduler.begin(connectionId, 'sync', planned.map(taskOf), ({ id }) =>
        changeWizardProgress(db, connectionId, { step: 4, runId: id }, now()),
      );
      await flow.tellHead(connectionId);
      void scheduler.execute(run);
      return run;
    },

    pauseRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'paused'),
    resumeRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'running'),
    stopRun: ({ runId }: OfRun) => scheduler.requestState(runId, 'stopped'),

    retryFailed: ({ runId }: OfRun): Promise<Run> => retry(runId, (db) => requeueFailed(db, runId)),

    answerDeleted: ({ runId, seq, answer }: OfRun & { seq: number; answer: DeletedAnswer }): Promise<Run> =>
      retry(runId, (db) => requeueAnswered(db, runId, seq, answer)),

    async runResult({ runId }: OfRun): Promise<{ run: Run; operations: Operation[] }> {
      const db = await database;
      const run = await getRun(db, runId);
      const operations = await operationsOf(db, runId);
      const shown = scheduler.withStall(run);
      // Going already, as a rule; then this changes nothing.
      if (run.state === 'running') void scheduler.execute(run);
      return { run: shown, operations };
    },
  };
}

/** A planned operation as the journal holds it; a skip is over before it begins. */
function taskOf(planned: Planned): Task {
  switch (planned.kind) {
    case 'create': {
      const { choices, ...rest } = planned;
      return { ...rest, create: choices };
    }
    case 'import': {
      const { choices, ...rest } = planned;
      return { ...rest, defaults: choices };
    }
    case 'skip':
      return { ...planned, state: 'done' };
    default:
      return planned;
  }
}
