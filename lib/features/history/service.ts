import { ProblemError } from '../../domain/problem.ts';
import type { Operation, OperationKind, Run } from '../../domain/run.ts';
import { isActive } from '../../domain/run.ts';
import { wordsOf } from '../../domain/text-search.ts';
import { allContacts, allCustomers, linkRecords } from '../../storage/cached-lists.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { getRun, operationsOf, runsOf } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import { waitingImports } from '../sheets/repository.ts';
import type { History, PastRun, UndoExtent, UndoPreview } from './messages.ts';
import { namesIn } from './rules.ts';
import { planUndo, whyNotUndo } from './undo/plan.ts';
import type { CurrentState, Dated, UndoPlan } from './undo/types.ts';

/** Found customers named beside a run. */
const MAX_NAMES = 3;
/** Customers named in a preview that cannot be undone. */
const MAX_NOT_UNDOABLE = 200;

/** Earlier runs, and undoing them. */
export function createHistoryService({ database }: Deps, scheduler: RunScheduler, refreshStrict: Refresh) {
  /** Undos being planned, by run: further clicks share them. */
  const beginning = new Map<string, Promise<Run>>();

  /** @throws ProblemError `busy` while the run has not ended, `changed` when it cannot be undone */
  async function planOf(runId: string): Promise<{ run: Run; plan: UndoPlan }> {
    const db = await database;
    const run = await getRun(db, runId);
    const why = whyNotUndo(run);
    if (why) throw new ProblemError({ system: 'kundebro', code: why === 'going' ? 'busy' : 'changed' });
    await refreshStrict(run.connectionId);
    const current = await currentState(db, run);
    const earlier = await datedOf(db, await undosOf(db, run));
    return { run, plan: planUndo(run, await operationsOf(db, runId), current, earlier) };
  }

  async function begin(runId: string, shown: UndoExtent | undefined): Promise<Run> {
    const db = await database;
    const { connectionId } = await getRun(db, runId);
    await scheduler.assertNotPaused(connectionId);
    const going = await scheduler.activeRun(connectionId);
    if (going?.undoes === runId) {
      void scheduler.resumeWhenIdle(going);
      return going;
    }
    if (going) throw new ProblemError({ system: 'kundebro', code: 'busy' });
    const { run, plan } = await planOf(runId);
    const deletes = plan.tasks.filter(({ kind }) => kind.startsWith('delete')).length;
    if (shown && (shown.tasks !== plan.tasks.length || shown.deletes !== deletes))
      throw new ProblemError({
        system: 'kundebro',
        code: 'changed',
        fields: [{ field: 'undo', message: '' }],
      });
    if (plan.tasks.length > 0) return scheduler.start(connectionId, 'undo', plan.tasks, runId);
    const before = (await undosOf(db, run)).at(-1);
    if (!before) throw new ProblemError({ system: 'kundebro', code: 'changed' });
    return before;
  }

  return {
    async history(input: { connectionId: string; query: string; most: number }): Promise<History> {
      const { connectionId, query, most } = input;
      const db = await database;
      const all = await runsOf(db, connectionId);
      const words = wordsOf(query);
      const found: PastRun[] = [];
      for (const run of all.toReversed()) {
        const operations = words.length > 0 ? await operationsOf(db, run.id) : undefined;
        const names = operations ? namesIn(operations, words) : [];
        if (operations && names.length === 0) continue;
        if (found.length === most) return { runs: found, more: true };
        const did = await didOf(db, run, operations);
        const shown = names.slice(0, MAX_NAMES);
        found.push({ run: scheduler.withStall(run), did, names: shown, ...relations(run, all) });
      }
      return { runs: found, more: false };
    },

    async previewUndo({ runId }: { runId: string }): Promise<UndoPreview> {
      const { run, plan } = await planOf(runId);
      const counts: UndoPreview['counts'] = {};
      for (const { kind } of plan.tasks) counts[kind] = (counts[kind] ?? 0) + 1;
      return {
        counts,
        cannot: plan.cannot.slice(0, MAX_NOT_UNDOABLE),
        cannotCount: plan.cannot.length,
        changedSince: plan.changedSince,
        mended: run.kind === 'mend' ? (counts.unlink ?? 0) : 0,
      };
    },

    undoRun({ runId, shown }: { runId: string; shown?: UndoExtent }): Promise<Run> {
      const known = beginning.get(runId);
      if (known) return known;
      const promise = begin(runId, shown).finally(() => beginning.delete(runId));
      beginning.set(runId, promise);
      return promise;
    },
  };
}

async function currentState(db: Database, run: Run): Promise<CurrentState> {
  const { connectionId } = run;
  const { source } = await getConnection(db, connectionId);
  return {
    customers: await allCustomers(db, connectionId),
    contacts: await allContacts(db, connectionId),
    links: await linkRecords(db, connectionId),
    ignored: await db.ignored.where({ connectionId }).toArray(),
    corrected: await correctedBeside(db, run),
    ...(source === 'sheet' && { waitingImports: await waitingImports(db, connectionId) }),
  };
}

/** What later runs have corrected; this run may have been resumed after them. */
async function correctedBeside(db: Database, run: Run): Promise<Dated[]> {
  const later = (await runsOf(db, run.connectionId)).filter(
    ({ kind, startedAt }) => kind === 'update' && startedAt > run.startedAt,
  );
  return (await datedOf(db, later)).filter(({ operation }) => operation.state === 'done');
}

async function datedOf(db: Database, runs: readonly Run[]): Promise<Dated[]> {
  const dated: Dated[] = [];
  for (const { id, startedAt: at } of runs)
    for (const operation of await operationsOf(db, id)) dated.push({ at, operation });
  return dated;
}

/** The undos of a run, oldest first. */
const undosOf = async (db: Database, { id, connectionId }: Run): Promise<Run[]> =>
  (await runsOf(db, connectionId)).filter(({ undoes }) => undoes === id);

function relations(
  { id, undoes, endedAt = Number.POSITIVE_INFINITY }: Run,
  all: readonly Run[],
): Pick<PastRun, 'undone' | 'undid'> {
  const undos = all.filter((run) => run.undoes === id && !isActive(run) && run.finished > run.failed);
  // Resumed since, the run has done more than was undone.
  const isWhole = undos.some(
    ({ state, failed, startedAt }) => state === 'done' && failed === 0 && startedAt >= endedAt,
  );
  const undid = undoes === undefined ? undefined : all.find((run) => run.id === undoes);
  return {
    ...(undos.length > 0 && { undone: isWhole ? 'whole' : 'partly' }),
    ...(undid && { undid: { kind: undid.kind, startedAt: undid.startedAt } }),
  };
}

/** As stored with the run; counted for a run that an older version began. */
async function didOf(db: Database, run: Run, known?: readonly Operation[]): Promise<PastRun['did']> {
  const noted = Object.values(run.did ?? {}).reduce((sum, count) => sum + count, 0);
  if (run.kind !== 'reset' && noted + run.failed === run.finished) return run.did ?? {};
  const did: Partial<Record<OperationKind, number>> = {};
  for (const { kind, state, removed } of known ?? (await operationsOf(db, run.id)))
    if (state === 'done' && kind !== 'skip') did[kind] = (did[kind] ?? 0) + (removed?.length ?? 1);
  return did;
}
