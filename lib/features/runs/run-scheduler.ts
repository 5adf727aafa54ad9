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

/** What an operation is before the run puts its own fields on it. */
export type Task = Omit<Operation, 'runId' | 'seq' | 'connectionId' | 'state'> &
  Partial<Pick<Operation, 'state'>>;

/**
 * Begins runs and keeps them going: one at a time for each connection, whoever asks and however often.
 * @param onRest called when a run of the connection rests: what was known of its lists is out of date
 */
export function createRunScheduler(
  deps: Deps,
  clients: ClientPool,
  publishOverview: PublishOverview,
  onRest: (connectionId: string) => void,
) {
  const { database, now, sleep, newId, push, onBusy, locks } = deps;
  const executing = new Map<string, Promise<void>>();
  /** Runs that rest although the journal does not say so, since the browser would not store that either. */
  const stalled = new Map<string, Problem>();

  async function executeLocked({ id, connectionId }: Run, justRead: boolean): Promise<void> {
    const db = await database;
    let ended: Run | undefined;
    const onRun = (run: Run) => {
      if (isActive(run)) push({ type: 'run', run });
      else ended = run;
    };
    try {
      // One at a time for each connection, also when an old and a new worker overlap.
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
      // Last: a view that hears of the end may start the next run at once, on the links that this one has left.
      if (ended) push({ type: 'run', run: ended });
    }
  }

  /** What could not even be begun (no saved secrets, no database) rests with its reason. */
  async function pauseOnError(runId: string, error: unknown): Promise<void> {
    const db = await database;
    // It is over: only the counting after it has failed, and the next reading does that.
    const before = await getRun(db, runId);
    if (!isActive(before)) return;
    const reason = problemOf(error) ?? databaseProblem(error).problem;
    // One that the user has stopped ends all the same.
    const run =
      before.state === 'stopped'
        ? await stopRun(db, runId, reason, now())
        : await changeRun(db, runId, (changed) => {
            changed.state = 'paused';
            changed.reason = reason;
          });
    push({ type: 'run', run });
  }

  /** The journal still says that it is going, so whoever looks at the run next makes it go on. */
  function pauseInMemory(run: Run, error: unknown): void {
    stalled.set(run.id, databaseProblem(error).problem);
    push({ type: 'run', run: withStall(run) });
  }

  function withStall(run: Run): Run {
    const reason = stalled.get(run.id);
    return reason && run.state === 'running' ? { ...run, state: 'paused', reason } : run;
  }

  /**
   * Works on a run until it rests. Called again while it does so, it changes nothing.
   * @param justRead whoever began it has just looked at what it is about
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
      // Stopped by the user: that stands, also while what was begun is finished.
      if (!isActive(changed) || changed.state === 'stopped') return;
      // Somebody waits for its end.
      if (state === 'paused' && isSingleCustomerRun(changed.kind)) return;
      changed.state = state;
      // Whoever goes on after too many refusals has been asked.
      changed.refusals = 0;
      delete changed.reason;
    });
    push({ type: 'run', run });
    await publishOverview(await database, run.connectionId);
    return run;
  }

  /** The executor may be on its way out, at a pause or at the end: then it is started when it has gone. */
  async function resumeWhenIdle(run: Run): Promise<void> {
    await executing.get(run.id);
    if (run.state !== 'paused') await execute(run);
  }

  /** @throws ProblemError `paused` */
  async function assertNotPaused(connectionId: string): Promise<void> {
    if ((await getConnection(await database, connectionId)).paused)
      throw new ProblemError({ system: 'kundebro', code: 'paused' });
  }

  /** The connection's run that is not finished. */
  async function active(connectionId: string): Promise<Run | undefined> {
    return (await runsOf(await database, connectionId)).find(isActive);
  }

  return {
    execute,
    resumeWhenIdle,
    assertNotPaused,
    withStall,

    /**
     * Puts a run into the journal, unless another one of the connection is not finished: then that one is given, where it
     * does the same.
     * @param undoes with `undo`: the run that it takes back
     * @param also what is stored with it, or not at all
     * @throws ProblemError `busy` where it does something else, `paused` where the company is
     */
    async begin(
      connectionId: string,
      kind: RunKind,
      tasks: readonly Task[],
      also: (run: Run) => Promise<unknown> = async () => undefined,
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
        await also(run);
        // What a sync leaves out is decided.
        await markUncounted(db, connectionId);
        return addRun(db, run, operations);
      });
    },

    /** Begins without waiting for the end; progress comes as updates. */
    async start(connectionId: string, kind: RunKind, tasks: readonly Task[], undoes?: string): Promise<Run> {
      const run = await this.begin(connectionId, kind, tasks, undefined, undoes);
      push({ type: 'run', run });
      void execute(run, true);
      await publishOverview(await database, connectionId);
      return run;
    },

    /** Pauses, resumes or stops: answers when that is stored, not when the run rests. */
    async requestState(runId: string, state: Run['state']): Promise<void> {
      // The executor may not have left yet: it would just go on.
      if (state === 'running') await assertNotPaused((await getRun(await database, runId)).connectionId);
      void resumeWhenIdle(await setState(runId, state));
    },

    /** Ends the connection's unfinished run; first finishes what was sent and not answered. */
    async stop(connectionId: string): Promise<void> {
      const run = await active(connectionId);
      if (run) await resumeWhenIdle(await setState(run.id, 'stopped'));
    },

    active,

    /** After the worker was stopped: goes on with whatever the journal says is executing. */
    async wake(): Promise<void> {
      const db = await database;
      const runs = await db.runs.where('state').anyOf('running', 'stopped').toArray();
      await Promise.all(runs.filter(isActive).map((run) => execute(run)));
    },
  };
}

export type RunScheduler = ReturnType<typeof createRunScheduler>;
