import type { ContactGuid, CustomerId } from '../customer.ts';
import { ProblemError, problemOf } from '../problem.ts';
import { getConnection, updateCounts } from '../store/connections.ts';
import { type Database, databaseProblem } from '../store/database.ts';
import { choicesOf } from '../store/flow.ts';
import { addRun, changeRun, getRun, operationsOf, requeueFailed, runsOf } from '../store/journal.ts';
import { carryOut } from '../sync/executor.ts';
import { makePlan, type Planned } from '../sync/plan.ts';
import type { Operation, Run, RunKind } from '../sync/run.ts';
import type { ClientPool } from './clients.ts';
import type { Deps } from './deps.ts';
import type { FlowService } from './flow.ts';
import { isActive, overviewOf } from './overview.ts';

interface OfRun {
  runId: string;
}

interface OfConnection {
  connectionId: string;
}

/** What an operation is before the run puts its own fields on it. */
type Task = Omit<Operation, 'runId' | 'seq' | 'connectionId' | 'state'> & Partial<Pick<Operation, 'state'>>;

/** Starting, steering and showing runs. Every write to the other systems is one. */
export function createRunService(deps: Deps, clients: ClientPool, flow: FlowService) {
  const { database, now, sleep, newId, push, onBusy, locks } = deps;
  const going = new Map<string, Promise<void>>();

  async function pushOverview(db: Database): Promise<void> {
    push({ type: 'overview', overview: await overviewOf(db) });
  }

  /** Puts a run into the journal, unless another one of the connection is not finished: then that one is given. */
  async function begin(connectionId: string, kind: RunKind, tasks: readonly Task[]): Promise<Run> {
    const db = await database;
    return db.transaction('rw', db.runs, db.operations, async () => {
      const active = (await runsOf(db, connectionId)).find(isActive);
      if (active) return active;
      const run: Run = {
        id: newId(),
        connectionId,
        kind,
        state: 'running',
        startedAt: now(),
        total: 0,
        finished: 0,
        failed: 0,
      };
      const operations = tasks.map((task, seq): Operation => {
        return { state: 'waiting', ...task, runId: run.id, seq, connectionId };
      });
      return addRun(db, run, operations);
    });
  }

  /** Works on a run until it rests. Called again while it does so, it changes nothing. */
  function go(run: Run): Promise<void> {
    const known = going.get(run.id);
    if (known) return known;
    const promise = work(run)
      .catch((error: unknown) => rest(run.id, error))
      // Not even that could be stored: the journal still says that it is going, so the next worker goes on.
      .catch(() => undefined)
      .finally(() => {
        going.delete(run.id);
        if (going.size === 0) onBusy(false);
      });
    going.set(run.id, promise);
    onBusy(true);
    return promise;
  }

  /** The executor may be on its way out because of a pause: then it is started when it has gone. */
  async function goAgain(run: Run): Promise<void> {
    await going.get(run.id);
    await go(run);
  }

  async function work({ id, connectionId }: Run): Promise<void> {
    const db = await database;
    // One at a time for each connection, also when an old and a new worker overlap.
    await locks.request(`run:${connectionId}`, async () => {
      const { organizationId, accountId } = await getConnection(db, connectionId);
      const both = await clients.of(connectionId);
      const pair = { organizationId, accountId };
      const onRun = (run: Run) => push({ type: 'run', run });
      await carryOut(id, { ...both, pair, db, connectionId, now, sleep, onRun });
    });
    flow.forget(connectionId);
    await updateCounts(db, connectionId);
    await pushOverview(db);
    await pushLinks(db, connectionId);
  }

  /** What could not even be begun (no saved secrets, no database) rests with its reason. */
  async function rest(runId: string, error: unknown): Promise<void> {
    const reason = problemOf(error) ?? databaseProblem(error).problem;
    const run = await changeRun(await database, runId, (changed) => {
      changed.state = 'paused';
      changed.reason = reason;
    });
    push({ type: 'run', run });
  }

  async function pushLinks(db: Database, connectionId: string): Promise<void> {
    const links = (await db.links.where({ connectionId }).toArray()).map(
      ({ customerId, contactGuid, state }) => ({ customerId, contactGuid, state }),
    );
    push({ type: 'links', connectionId, links });
  }

  async function start(connectionId: string, kind: RunKind, tasks: readonly Task[]): Promise<Run> {
    const run = await begin(connectionId, kind, tasks);
    push({ type: 'run', run });
    void go(run);
    await pushOverview(await database);
    return run;
  }

  /**
   * One customer, at once: waits for the end.
   * @throws ProblemError what kept it from being done; then the run is over all the same
   */
  async function single(connectionId: string, kind: RunKind, task: Task): Promise<Run> {
    const db = await database;
    const run = await begin(connectionId, kind, [task]);
    if (run.kind !== kind || run.total !== 1) throw new ProblemError({ system: 'kundebro', code: 'busy' });
    await go(run);
    const ended = await getRun(db, run.id);
    const [operation] = await operationsOf(db, run.id);
    if (ended.state === 'paused') {
      await changeRun(db, run.id, (paused) => {
        paused.state = 'stopped';
        paused.endedAt = now();
      });
      await pushOverview(db);
    }
    const problem = operation?.problem ?? ended.reason;
    if (problem) throw new ProblemError(problem);
    return ended;
  }

  async function setState(runId: string, state: Run['state']): Promise<Run> {
    const db = await database;
    const run = await changeRun(db, runId, (changed) => {
      if (!isActive(changed)) return;
      changed.state = state;
      delete changed.reason;
    });
    push({ type: 'run', run });
    await pushOverview(db);
    return run;
  }

  return {
    /** After the worker was stopped: goes on with whatever the journal says is going. */
    async wake(): Promise<void> {
      const db = await database;
      const runs = await db.runs.where('state').anyOf('running', 'stopped').toArray();
      await Promise.all(runs.filter((run) => isActive(run)).map(go));
    },

    async startRun({ connectionId }: OfConnection): Promise<Run> {
      const db = await database;
      const { defaults } = await getConnection(db, connectionId);
      const head = await flow.head(connectionId);
      const importDefaults = head.importDefaults ?? defaults;
      if (!importDefaults) throw new Error('The lists have not been read yet');
      const { customers, contacts } = await choicesOf(db, connectionId);
      const choices = { customers: new Map(customers), contacts: new Map(contacts) };
      const planned = makePlan(await flow.dataFor(connectionId), choices, importDefaults);
      const run = await begin(connectionId, 'sync', planned.map(taskOf));
      if (run.kind !== 'sync') throw new ProblemError({ system: 'kundebro', code: 'busy' });
      await flow.setHead(connectionId, { ...head, step: 4, runId: run.id });
      push({ type: 'run', run });
      void go(run);
      return run;
    },

    async pauseRun({ runId }: OfRun): Promise<void> {
      await setState(runId, 'paused');
    },
    async resumeRun({ runId }: OfRun): Promise<void> {
      void goAgain(await setState(runId, 'running'));
    },
    async stopRun({ runId }: OfRun): Promise<void> {
      void goAgain(await setState(runId, 'stopped'));
    },
    /** Before a fresh start: ends what is not finished, and first finishes what was sent and not answered. */
    async stopActive(connectionId: string): Promise<void> {
      const active = (await runsOf(await database, connectionId)).find(isActive);
      if (active) await goAgain(await setState(active.id, 'stopped'));
    },

    async retryFailed({ runId }: OfRun): Promise<Run> {
      const db = await database;
      const { connectionId } = await getRun(db, runId);
      const active = (await runsOf(db, connectionId)).find(isActive);
      if (active) return active;
      const run = await requeueFailed(db, runId);
      await flow.setHead(connectionId, { ...(await flow.head(connectionId)), step: 4, runId });
      push({ type: 'run', run });
      void go(run);
      return run;
    },

    async runResult({ runId }: OfRun): Promise<{ run: Run; operations: Operation[] }> {
      const db = await database;
      return { run: await getRun(db, runId), operations: await operationsOf(db, runId) };
    },

    async unlink({ connectionId, customerId }: OfConnection & { customerId: CustomerId }): Promise<Run> {
      const name = await customerName(connectionId, customerId);
      const run = await single(connectionId, 'unlink', { kind: 'unlink', customerId, name });
      // Taken off by hand: the unfinished flow must not put it back on as a certain match.
      await flow.chooseCustomers({ connectionId, choices: [[customerId, { action: 'skip' }]] });
      return run;
    },

    async relink(input: OfConnection & { customerId: CustomerId; contactGuid: ContactGuid }): Promise<Run> {
      const { connectionId, customerId, contactGuid } = input;
      const name = await customerName(connectionId, customerId);
      const run = await single(connectionId, 'relink', { kind: 'link', customerId, contactGuid, name });
      await flow.chooseCustomers({ connectionId, choices: [[customerId, null]] });
      return run;
    },

    async resetLinks({ connectionId }: OfConnection): Promise<Run> {
      return start(connectionId, 'reset', [{ kind: 'reset', name: '' }]);
    },

    async undoReset({ connectionId, runId }: OfConnection & OfRun): Promise<Run> {
      const [operation] = await operationsOf(await database, runId);
      const removed = operation?.removed ?? [];
      return start(
        connectionId,
        'restore',
        removed.map((link) => ({ kind: 'link', ...link })),
      );
    },
  };

  async function customerName(connectionId: string, customerId: CustomerId): Promise<string> {
    return (await (await database).customers.get([connectionId, customerId]))?.name ?? '';
  }
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
