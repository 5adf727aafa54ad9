/** The journal of runs: each operation is written before it is sent, and again when it is answered. */
import type { Collection } from 'dexie';
import type { DeletedAnswer } from '../domain/choices.ts';
import type { ContactGuid } from '../domain/customer.ts';
import type { Problem } from '../domain/problem.ts';
import { isBegun, isUnanswered, type Operation, type OperationState, type Run } from '../domain/run.ts';
import { putAll } from './batched-rows.ts';
import type { Database } from './database.ts';

const isCounted = (operation: Operation): boolean => operation.kind !== 'skip';

/** Writes a run and its whole plan in one transaction. */
export async function addRun(db: Database, run: Run, operations: readonly Operation[]): Promise<Run> {
  const counted = { ...run, total: operations.filter(isCounted).length };
  await db.transaction('rw', db.runs, db.operations, async () => {
    await db.runs.add(counted);
    await putAll(db.operations, operations);
  });
  return counted;
}

/** Sent but unanswered operations come first, then waiting ones in the order of the plan. */
export async function nextOperation(db: Database, runId: string): Promise<Operation | undefined> {
  for (const state of ['sent', 'waiting'] satisfies OperationState[]) {
    const operation = await db.operations.where({ runId, state }).first();
    if (operation) return operation;
  }
  return undefined;
}

export async function operationsOf(db: Database, runId: string): Promise<Operation[]> {
  return db.operations.where('[runId+seq]').between([runId, 0], [runId, Number.MAX_SAFE_INTEGER]).toArray();
}

/** Stores an operation's current state. */
export async function putOperation(db: Database, operation: Operation): Promise<void> {
  await db.operations.put(operation);
}

/**
 * Stores outcomes and updates the run's counters in one transaction.
 * @param expectedEnd of the run, in ms since 1970
 * @returns the updated run
 */
export async function recordOutcomes(
  db: Database,
  runId: string,
  operations: readonly Operation[],
  expectedEnd?: number,
): Promise<Run> {
  return db.transaction('rw', db.runs, db.operations, async () => {
    await db.operations.bulkPut(operations);
    const run = await getRun(db, runId);
    run.finished += operations.length;
    if (expectedEnd !== undefined) run.expectedEnd = expectedEnd;
    for (const { kind, state, problem } of operations) {
      if (state === 'failed') run.failed += 1;
      if (state === 'done') {
        run.refusals = 0;
        run.did = { ...run.did, [kind]: (run.did?.[kind] ?? 0) + 1 };
      } else if (problem?.code === 'refused') run.refusals = (run.refusals ?? 0) + 1;
    }
    await db.runs.put(run);
    return run;
  });
}

/** @throws Error when there is no such run */
export async function getRun(db: Database, runId: string): Promise<Run> {
  const run = await db.runs.get(runId);
  if (!run) throw new Error(`No run ${runId}`);
  return run;
}

/** Changes a run, e.g. pauses it, and returns the changed run. */
export async function changeRun(db: Database, runId: string, change: (run: Run) => void): Promise<Run> {
  return db.transaction('rw', db.runs, async () => {
    const run = await getRun(db, runId);
    change(run);
    await db.runs.put(run);
    return run;
  });
}

export async function runsOf(db: Database, connectionId: string): Promise<Run[]> {
  return db.runs
    .where('[connectionId+startedAt]')
    .between([connectionId, 0], [connectionId, Number.MAX_SAFE_INTEGER])
    .toArray();
}

/**
 * Contacts that a run here created and its undo deleted, or may have deleted when no answer came. Contacts that the
 * run only restored are left out: somebody had deleted those before, perhaps for a reason.
 */
export async function contactsDeletedByUndo(db: Database, connectionId: string): Promise<Set<ContactGuid>> {
  const guids = new Set<ContactGuid>();
  for (const { id, kind } of await runsOf(db, connectionId)) {
    if (kind !== 'undo') continue;
    for (const operation of await operationsOf(db, id)) {
      const { kind, phase, state, contactGuid, create, already } = operation;
      const isDeleted =
        kind === 'deleteContact' && (state === 'done' || phase === 'link' || isUnanswered(operation));
      if (isDeleted && contactGuid && !already && create?.deleted !== 'restore') guids.add(contactGuid);
    }
  }
  return guids;
}

/**
 * Stops a run. What was begun fails with `reason`; what waits for another try after failing half-way keeps its own
 * problem; the rest becomes `notRun`.
 * @param now ms since 1970
 */
export async function stopRun(db: Database, runId: string, reason: Problem, now: number): Promise<Run> {
  return db.transaction('rw', db.runs, db.operations, async () => {
    const failed = await leftOf(db, runId)
      .filter((operation) => isBegun(operation) || operation.problem !== undefined)
      .toArray();
    await recordOutcomes(
      db,
      runId,
      failed.map(({ problem, ...operation }) => ({
        ...operation,
        state: 'failed',
        problem: (operation.state === 'waiting' && problem) || reason,
      })),
    );
    await db.operations.where({ runId, state: 'waiting' }).modify({ state: 'notRun' });
    return changeRun(db, runId, (run) => {
      run.state = 'stopped';
      run.endedAt = now;
      delete run.expectedEnd;
      delete run.reason;
    });
  });
}

/** The operation that was in progress when the run stopped. */
export const begunOf = async (db: Database, runId: string): Promise<Operation | undefined> =>
  leftOf(db, runId).filter(isBegun).first();

const leftOf = (db: Database, runId: string): Collection<Operation, [string, number]> =>
  db.operations.where('[runId+state]').anyOf([
    [runId, 'sent'],
    [runId, 'waiting'],
  ]);

/** Requeues failed operations. What had got through, such as a created contact, is kept. */
export const requeueFailed = (db: Database, runId: string): Promise<Run> =>
  requeue(db, runId, db.operations.where({ runId, state: 'failed' }));

/** Requeues the operation that failed because its contact is deleted, with the user's answer to that. */
export const requeueAnswered = (
  db: Database,
  runId: string,
  seq: number,
  answer: DeletedAnswer,
): Promise<Run> =>
  requeue(
    db,
    runId,
    db.operations
      .where({ runId, state: 'failed' })
      .filter((operation) => operation.seq === seq && operation.problem?.code === 'contact-deleted'),
    (operation) => {
      operation.create = { ...operation.create, deleted: answer };
    },
  );

async function requeue(
  db: Database,
  runId: string,
  failed: Collection<Operation, [string, number]>,
  change: (operation: Operation) => void = () => undefined,
): Promise<Run> {
  return db.transaction('rw', db.runs, db.operations, async () => {
    const { endedAt } = await getRun(db, runId);
    const before = (await operationsOf(db, runId)).filter((operation) => operation.endedAt === undefined);
    await putAll(
      db.operations,
      before.map((operation) => ({ ...operation, endedAt })),
    );
    const count = await failed.modify((operation) => {
      operation.state = 'waiting';
      // Half-way operations keep their problem: it is the reason to show if the run is stopped before their turn.
      if (operation.phase !== 'link') delete operation.problem;
      delete operation.endedAt;
      change(operation);
    });
    return changeRun(db, runId, (run) => {
      run.state = 'running';
      run.finished -= count;
      run.failed -= count;
      run.refusals = 0;
      delete run.endedAt;
      delete run.reason;
    });
  });
}
