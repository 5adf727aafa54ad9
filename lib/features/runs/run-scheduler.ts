import { type Problem, ProblemError, problemOf } from '../../domain/problem.ts';
import {
  isActive,
  isSingleCustomerRun,
  joinsUnfinishedRun,
  type Operation,
  type Run,
  type RunKind,
} from '../../domain/run.ts';
import { allLinks } from '../../storage/cached-lists.ts';
import { getConnection } from '../../storage/connections.ts';
import { databaseProblem } from '../../storage/database.ts';
import { addRun, changeRun, getRun, runsOf, stopRun } from '../../storage/journal.ts';
import { markUncounted } from '../../storage/sync-cursors.ts';
import type { ClientPool } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { updateCounts } from '../overview/service.ts';
import { executeRun } from './executor.ts';

/** An operation before its run gives it id, order and state. */
export type Task = Omit<Operation, 'runId' | 'seq' | 'connectionId' | 'state'> &
  Partial<Pick<Operation, 'state'>>;

/**
 * Starts, pauses and resumes runs: one at a time for each connection, however often it is asked.
 * @param onRest called when a run of the connection rests: what was derived from its lists is out of date
 */
export function createRunScheduler(
  deps: Deps,
  clients: ClientPool,
  publishOverview: PublishOverview,
  onRest: (connectionId: string) => void,
) {
  const { database, now, sleep, newId, push, onBusy, locks } = deps;
  const executing = new Map<string, Promise<void>>();
  /** Why runs rest whose pause could not be stored: the journal still says `running`. */
  const stalled = new Map<string, Problem>();

  async function executeLocked({ id, connectionId }: Run, justRead: boolean): Promise<void> {
    const db = await database;
    let ended: Run | undefined;
    const onRun = (run: Run) => {
      if (isActive(run)) push({ type: 'run', run });
      else ended = run;
    };
    try {
      // The lock also covers an old and a new worker that overlap.
      await locks.request(`run:${connectionId}`, async () => {
        const { organizationId, accountId } = await getConnection(db, connectionId);
        const both = await clients.of(connectionId);
        const pair = { organizationId, accountId };
        await executeRun(id, { ...both, pair, db, connectionId, now, sleep, onRun, justRead });
      });
      onRest(connectionId);
      await updateCounts(db, connectionId);
      await publishOverview(db, connectionId);
      push({ type: 'links', connectionId, links: await allLinks(db, connectionId) });
    } finally {
      // Pushed last: a view may start the next run at once, based on the links this one has left.
      if (ended) push({ type: 'run', run: ended });
    }
  }

  /** For what went wrong outside the executor, e.g. no saved keys or no database. */
  async function pauseOnError(runId: string, error: unknown): Promise<void> {
    const db = await database;
    // The run has ended; only the counting failed, and the next refresh repeats that.
    const before = await getRun(db, runId);
    if (!isActive(before)) return;
    const reason = problemOf(error) ?? databaseProblem(error).problem;
    // A run that the user stopped ends anyway.
    const run =
      before.state === 'stopped'
        ? await stopRun(db, runId, reason, now())
        : await changeRun(db, runId, (changed) => {
            changed.state = 'paused';
            changed.reason = reason;
          });
    push({ type: 'run', run });
  }

  /** For when the pause cannot be stored. The journal still says `running`, so the next look at the run resumes it. */
  function pauseInMemory(run: Run, error: unknown): void {
    stalled.set(run.id, databaseProblem(error).problem);
    push({ type: 'run', run: withStall(run) });
  }

  /** The run as it really is: paused where only this worker knows that. */
  function withStall(run: Run): Run {
    const reason = stalled.get(run.id);
    return reason && run.state === 'running' ? { ...run, state: 'paused', reason } : run;
  }

  /**
   * Executes a run until it rests. Calls made meanwhile share the execution.
   * @param justRead the caller has just refreshed the lists
   */
  function execute(run: Run, justRead = false): Promise<void> {
    const known = executing.get(run.id);
    if (known) return known;
    stalled.delete(run.id);
    const promise = executeLocked(run, justRead)
      .catch((error: unknown) => pauseOnError(run.id, error))
      .catch((error: unknown) => pauseInMemory(run, error))
      .finally(() => {
        executing.delete(run.id);
        if (executing.size === 0) onBusy(false);
      });
    executing.set(run.id, promise);
    onBusy(true);
    return promise;
  }

  async function setState(runId: string, state: Run['state']): Promise<Run> {
    const run = await changeRun(await database, runId, (changed) => {
      // A stop by the user stands, also while begun operations are finished.
      if (!isActive(changed) || changed.state === 'stopped') return;
      // Its caller waits for the end.
      if (state === 'paused' && isSingleCustomerRun(changed.kind)) return;
      changed.state = state;
      // Resuming after too many refusals is the user's decision.
      changed.refusals = 0;
      delete changed.reason;
    });
    push({ type: 'run', run });
    await publishOverview(await database, run.connectionId);
    return run;
  }

  /** Waits first for an executor that is about to return, at a pause or at the end. */
  async function resumeWhenIdle(run: Run): Promise<void> {
    await executing.get(run.id);
    if (run.state !== 'paused') await execute(run);
  }

  /** @throws ProblemError `paused` */
  async function assertNotPaused(connectionId: string): Promise<void> {
    if ((await getConnection(await database, connectionId)).paused)
      throw new ProblemError({ system: 'kundebro', code: 'paused' });
  }

  /** The connection's unfinished run. */
  async function activeRun(connectionId: string): Promise<Run | undefined> {
    return (await runsOf(await database, connectionId)).find(isActive);
  }

  return {
    execute,
    resumeWhenIdle,
    assertNotPaused,
    withStall,

    /**
     * Writes a run to the journal without executing it. Returns the connection's unfinished run instead if that does the
     * same.
     * @param alsoStore stored in the same transaction
     * @param undoes with `undo`: the run to be undone
     * @throws ProblemError `busy` while the unfinished run does something else, `paused` while the company is
     */
    async create(
      connectionId: string,
      kind: RunKind,
      tasks: readonly Task[],
      alsoStore: (run: Run) => Promise<unknown> = async () => undefined,
      undoes?: string,
    ): Promise<Run> {
      const db = await database;
      await assertNotPaused(connectionId);
      return db.transaction('rw', db.runs, db.operations, db.flows, db.marks, async () => {
        const unfinished = (await runsOf(db, connectionId)).find(isActive);
        const isSame = unfinished?.kind === kind && unfinished.undoes === undoes;
        if (unfinished && !(isSame && (joinsUnfinishedRun(kind) || undoes !== undefined)))
          throw new ProblemError({ system: 'kundebro', code: 'busy' });
        if (unfinished) return unfinished;
        const id = newId();
        const counters = { total: 0, finished: 0, failed: 0 };
        const run: Run = { id, connectionId, kind, state: 'running', startedAt: now(), ...counters };
        if (undoes !== undefined) run.undoes = undoes;
        const operations = tasks.map((task, seq): Operation => {
          return { state: 'waiting', ...task, runId: id, seq, connectionId };
        });
        await alsoStore(run);
        // What a sync skips counts as decided.
        await markUncounted(db, connectionId);
        return addRun(db, run, operations);
      });
    },

    /** Creates a run and executes it without waiting for the end; progress is pushed as updates. */
    async start(connectionId: string, kind: RunKind, tasks: readonly Task[], undoes?: string): Promise<Run> {
      const run = await this.create(connectionId, kind, tasks, undefined, undoes);
      push({ type: 'run', run });
      void execute(run, true);
      await publishOverview(await database, connectionId);
      return run;
    },

    /** Pauses, resumes or stops a run; resolves when that is stored, not when the run rests. */
    async requestState(runId: string, state: Run['state']): Promise<void> {
      // Checked before storing: an executor that has not returned yet would just continue.
      if (state === 'running') await assertNotPaused((await getRun(await database, runId)).connectionId);
      void resumeWhenIdle(await setState(runId, state));
    },

    /** Ends the connection's unfinished run, after finishing what was sent and not answered. */
    async stopActiveRun(connectionId: string): Promise<void> {
      const run = await activeRun(connectionId);
      if (run) await resumeWhenIdle(await setState(run.id, 'stopped'));
    },

    activeRun,

    /** After a restart of the worker: resumes what the journal says is running. */
    async resumeUnfinished(): Promise<void> {
      const db = await database;
      const runs = await db.runs.where('state').anyOf('running', 'stopped').toArray();
      await Promise.all(runs.filter(isActive).map((run) => execute(run)));
    },
  };
}

export type RunScheduler = ReturnType<typeof createRunScheduler>;
