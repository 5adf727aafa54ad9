import type { DeletedAnswer } from '../../domain/choices.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { getRun, requeueAnswered, requeueFailed } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { RunScheduler, Task } from '../runs/service.ts';
import type { MatchedListsCache } from './matched-lists.ts';
import { changedSinceShown, fingerprint, makePlan, type Planned } from './plan.ts';
import { changeWizardProgress, choicesOf } from './repository.ts';
import type { Wizard } from './wizard.ts';

interface OfRun {
  runId: string;
}

interface StartRunParts {
  scheduler: RunScheduler;
  wizard: Wizard;
  lists: MatchedListsCache;
}

/** The sync's run: from the choices to the journal, and what failed once more. */
export function createStartRun(
  { database, now, stayAwake }: Deps,
  { scheduler, wizard, lists }: StartRunParts,
) {
  /**
   * Resumes a run that had ended.
   * @param requeue puts operations back in the queue
   * @throws ProblemError `busy` while another run is active, `paused` while the company is
   */
  async function retry(runId: string, requeue: (db: Database) => Promise<Run>): Promise<Run> {
    const db = await database;
    const { connectionId } = await getRun(db, runId);
    const active = await scheduler.activeRun(connectionId);
    if (active?.id === runId) return active;
    if (active) throw new ProblemError({ system: 'kundebro', code: 'busy' });
    await scheduler.assertNotPaused(connectionId);
    const run = await db.transaction('rw', db.runs, db.operations, db.flows, async () => {
      await changeWizardProgress(db, connectionId, { step: 4, runId }, now());
      return requeue(db);
    });
    await wizard.publishProgress(connectionId);
    void scheduler.resumeWhenIdle(run);
    return run;
  }

  return {
    /** @throws ProblemError also `changed` when the plan is not the one that was shown */
    async startRun({ connectionId, shown }: { connectionId: string; shown?: string }): Promise<Run> {
      const db = await database;
      const { defaults } = await getConnection(db, connectionId);
      const { data } = await stayAwake(lists.latestOrMatch(connectionId));
      // Choices are read after the lists: matching may take seconds, and another view may choose meanwhile.
      const progress = await wizard.progress(connectionId);
      const importDefaults = progress.importDefaults ?? defaults;
      if (!importDefaults) throw new Error('The lists have not been read yet');
      const { customers, contacts } = await choicesOf(db, connectionId);
      const choices = { customers: new Map(customers), contacts: new Map(contacts) };
      const planned = makePlan(data, choices, importDefaults);
      const isOther = shown !== undefined && shown !== (await fingerprint(planned));
      // Pressed again while the run is going: `create` returns that run.
      if (isOther && !(await scheduler.activeRun(connectionId))) throw changedSinceShown();
      // Stored with the run, so that a view opened now, or after a restart of the worker, finds it.
      const run = await scheduler.create(connectionId, 'sync', planned.map(taskOf), ({ id }) =>
        changeWizardProgress(db, connectionId, { step: 4, runId: id }, now()),
      );
      await wizard.publishProgress(connectionId);
      void scheduler.execute(run);
      return run;
    },

    retryFailed: ({ runId }: OfRun): Promise<Run> => retry(runId, (db) => requeueFailed(db, runId)),

    answerDeleted: ({ runId, seq, answer }: OfRun & { seq: number; answer: DeletedAnswer }): Promise<Run> =>
      retry(runId, (db) => requeueAnswered(db, runId, seq, answer)),
  };
}

/** A planned operation as the journal stores it; a skip is done from the start. */
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
