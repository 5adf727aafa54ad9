/** Runs and their operations: written before anything is sent, and again when it is answered. */
import type { Collection } from 'dexie';
import type { DeletedAnswer } from '../domain/choices.ts';
import type { ContactGuid } from '../domain/customer.ts';
import type { Problem } from '../domain/problem.ts';
import { isBegun, isUnanswered, type Operation, type OperationState, type Run } from '../domain/run.ts';
import { putAll } from './batched-rows.ts';
import type { Database } from './database.ts';

const isCounted = (operation: Operation): boolean => operation.kind !== 'skip';

/** Writes a run with its whole plan in one transaction: either all of it is there or nothing. */
export async function addRun(db: Database, run: Run, operations: readonly Operation[]): Promise<Run> {
  const counted = { ...run, total: operations.filter(isCounted).length };
  await db.transaction('rw', db.runs, db.operations, async () => {
    await db.runs.add(counted);
    await putAll(db.operations, operations);
  });
  return counted;
}

/** What was sent and not answered comes first, then what waits, in the plan's order. */
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

/** Stores an operation as it is now. */
export async function putOperation(db: Database, operation: Operation): Promise<void> {
  await db.operations.put(operation);
}

/**
 * Stores outcomes and moves the run's counters in the same transaction.
 * @param expectedEnd of the run, in ms since 1970
 * @returns the run as it is now
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

/** Changes a run, e.g. pauses it, and gives it as it is then. */
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
 * The contacts that a run here has made and the undo of it has deleted, or may have where nobody saw an answer. One that
 * the run had only restored is not among them: it was deleted before by somebody who may have had a reason.
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
 * Ends a run early: what was begun fails with the reason, what waits to be tried again after it has failed half-way with the
 * one it had, and the rest becomes `notRun`.
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

/** What was being carried out when a run came to rest. */
export const begunOf = async (db: Database, runId: string): Promise<Operation | undefined> =>
  leftOf(db, runId).filter(isBegun).first();

const leftOf = (db: Database, runId: string): Collection<Operation, [string, number]> =>
  db.operations.where('[runId+state]').anyOf([
    [runId, 'sent'],
    [runId, 'waiting'],
  ]);

/** Puts failed operations back in the queue; what had got through (a created contact) stays so. */
export const requeueFailed = (db: Database, runId: string): Promise<Run> =>
  requeue(db, runId, db.operations.where({ runId, state: 'failed' }));

/** Puts the operation back in the queue that failed since its contact is a deleted one, with what the user says to that. */
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
      // Half-way, it tells why should the run be stopped before its turn.
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
