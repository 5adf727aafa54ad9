/**
 * Executes a run from the journal. It can be restarted at any time, also after the worker died during a request: what was
 * sent and not answered is sent again with the journaled body, what is done is left alone.
 */
import { type Problem, ProblemError } from '../../domain/problem.ts';
import { isSingleCustomerRun, type Operation, type Run } from '../../domain/run.ts';
import { type Database, databaseProblem, isDatabaseError } from '../../storage/database.ts';
import {
  begunOf,
  changeRun,
  contactsDeletedByUndo,
  getRun,
  nextOperation,
  operationsOf,
  putOperation,
  stopRun,
} from '../../storage/journal.ts';
import { rereadLists } from '../../storage/kept-lists.ts';
import type { TimeFor } from '../access/service.ts';
import { checkIdentity } from '../access/service.ts';
import { refresh } from '../reading/service.ts';
import { create } from './operations/create.ts';
import { deleteContact, deleteCustomer } from './operations/delete.ts';
import { importContact } from './operations/import.ts';
import { link } from './operations/link.ts';
import type { OperationContext, Outcome } from './operations/outcome.ts';
import { reset, unlink } from './operations/unlink.ts';
import { updateContact, updateCustomer } from './operations/update.ts';
import { RecordIndex } from './record-index.ts';
import { commit, commitIgnored, commitUnignored } from './repository.ts';
import { createRunEstimate } from './run-estimate.ts';

interface ExecutorContext extends Pick<OperationContext, 'pair' | 'dinero' | 'effihub'> {
  timeFor: TimeFor;
  db: Database;
  connectionId: string;
  /** The lists were refreshed just before, for a run about one customer; false when a later worker resumes it. */
  justRead: boolean;
  /** Called with every change of the run. */
  onRun(run: Run): void;
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Delays before an unanswered write is repeated; after the last one the run pauses. */
const BACKOFF_MS = [1000, 3000, 9000];

/** In a row. Dinero may revoke a client that keeps sending what it refuses. */
const MAX_REFUSALS = 20;

/** Works until the run is done, paused or stopped. The caller holds the connection's lock. */
export async function executeRun(runId: string, context: ExecutorContext): Promise<void> {
  try {
    const run = await getRun(context.db, runId);
    if (run.state === 'stopped' && !run.endedAt) return await endStopped(runId, context);
    if (run.state !== 'running') return;
    if (isSingleCustomerRun(run.kind) && context.justRead) await checkIdentity(context.pair, context);
    else await checkAndRefresh(context);
    await work(run, context);
  } catch (error) {
    await pause(runId, problemToShow(error), context);
  }
}

/** The key may belong to another company by now, and others may have changed records. */
async function checkAndRefresh(context: ExecutorContext): Promise<void> {
  const { db, connectionId, pair, now } = context;
  await checkIdentity(pair, context);
  await refresh(db, connectionId, context, { now: now() });
}

/** The problem shown for anything thrown. */
function problemToShow(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isDatabaseError(error)) return databaseProblem(error).problem;
  console.error(error);
  return { system: 'kundebro', code: 'unexpected', quote: error instanceof Error ? error.name : undefined };
}

async function pause(runId: string, reason: Problem, { db, onRun }: ExecutorContext): Promise<void> {
  onRun(
    await changeRun(db, runId, (run) => {
      // Stopped by the user meanwhile.
      if (run.state !== 'running') return;
      run.state = 'paused';
      run.reason = reason;
      delete run.expectedEnd;
    }),
  );
}

async function work(begun: Run, context: ExecutorContext): Promise<void> {
  const { db, onRun, now } = context;
  const { id: runId } = begun;
  const operationContext = await contextFor(context);
  const estimate = createRunEstimate(await operationsOf(db, runId), now, context.timeFor);

  for (;;) {
    const run = await getRun(db, runId);
    const operation = await nextOperation(db, runId);
    if (run.state === 'stopped') return endStopped(runId, context);
    if (run.state !== 'running') return;
    if ((run.refusals ?? 0) >= MAX_REFUSALS) return pause(runId, await tooManyRefusals(db, runId), context);
    if (!operation) return finish(runId, context);

    if (operation.kind === 'ignore' || operation.kind === 'unignore') {
      const waiting = await db.operations.where({ runId, state: 'waiting' }).toArray();
      const same = waiting.filter(({ kind }) => kind === operation.kind);
      if (operation.kind === 'ignore') onRun(await commitIgnored(db, runId, same, now()));
      else onRun(await commitUnignored(db, runId, same));
      continue;
    }
    const outcome = await withBackoff(() => perform(operation.seq, runId, operationContext, db), context);
    if (outcome.customer) operationContext.records.put(outcome.customer);
    if (outcome.removedCustomer !== undefined) operationContext.records.remove(outcome.removedCustomer);
    onRun(await commit(db, runId, outcome, now(), await estimate.end(operation.kind)));
  }
}

/** The latest refusal as the reason to pause. */
async function tooManyRefusals(db: Database, runId: string): Promise<Problem> {
  const failed = await db.operations.where({ runId, state: 'failed' }).toArray();
  const latest = failed.findLast(({ problem }) => problem?.code === 'refused')?.problem;
  return { system: 'dinero', ...latest, code: 'too-many-refusals' };
}

async function contextFor(context: ExecutorContext): Promise<OperationContext> {
  const { db, connectionId } = context;
  // Read under the lock: what is written next must not rest on what somebody else's worker has changed.
  const { customers, contacts } = await rereadLists(db, connectionId);
  const records = new RecordIndex(customers, contacts, await contactsDeletedByUndo(db, connectionId));
  return { ...context, records, journal: (operation) => putOperation(db, operation) };
}

/** Reads the operation from the journal each time: an earlier attempt may have advanced it. */
async function perform(
  seq: number,
  runId: string,
  context: OperationContext,
  db: Database,
): Promise<Outcome> {
  const operation = await db.operations.get([runId, seq]);
  if (!operation) throw new Error(`No operation ${seq} in run ${runId}`);
  try {
    return await PERFORM[operation.kind](operation, context);
  } catch (error) {
    // Sent before without an answer, it may have been carried out then.
    if (
      error instanceof ProblemError &&
      NOT_CARRIED_OUT.has(error.problem.code) &&
      operation.state !== 'sent'
    )
      await markUnsent(db, runId, seq);
    throw error;
  }
}

/** Answers that rule out that anything was written: the body is made anew next time. */
const NOT_CARRIED_OUT = new Set<Problem['code']>([
  'wrong-credentials',
  'wrong-company',
  'forbidden',
  'no-subscription',
  'rate-limited',
]);

async function markUnsent(db: Database, runId: string, seq: number): Promise<void> {
  await db.operations.update([runId, seq], { state: 'waiting' });
}

const PERFORM: Record<
  Operation['kind'],
  (operation: Operation, context: OperationContext) => Promise<Outcome>
> = {
  link,
  create,
  import: importContact,
  unlink,
  reset,
  updateContact,
  updateCustomer,
  deleteContact,
  deleteCustomer,
  unignore: async (operation) => ({ operation }),
  ignore: async (operation) => ({ operation }),
  skip: async (operation) => ({ operation }),
};

/** Without a readable answer nobody knows what was done: the same body is sent again. */
async function withBackoff(attempt: () => Promise<Outcome>, { sleep }: ExecutorContext): Promise<Outcome> {
  for (const wait of BACKOFF_MS) {
    try {
      return await attempt();
    } catch (error) {
      const code = error instanceof ProblemError ? error.problem.code : undefined;
      if (code !== 'unreachable' && code !== 'garbled') throw error;
      await sleep(wait);
    }
  }
  return attempt();
}

async function finish(runId: string, { db, onRun, now }: ExecutorContext): Promise<void> {
  onRun(
    await changeRun(db, runId, (run) => {
      run.state = 'done';
      run.endedAt = now();
      delete run.expectedEnd;
    }),
  );
}

/**
 * Ends a run early. A begun operation is tried once more, so that its outcome does not stay unknown; ids are computed, so
 * nothing is created twice.
 */
async function endStopped(runId: string, context: ExecutorContext): Promise<void> {
  const { db, onRun, now } = context;
  let reason: Problem = { system: 'kundebro', code: 'unexpected' };
  try {
    const begun = await begunOf(db, runId);
    if (begun) {
      await checkAndRefresh(context);
      await commit(db, runId, await perform(begun.seq, runId, await contextFor(context), db), now());
    }
  } catch (error) {
    reason = problemToShow(error);
  }
  onRun(await stopRun(db, runId, reason, now()));
}
