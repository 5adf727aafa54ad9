/** Plans the undo of a run. Pure: the plan is shown before anything is sent. */
import type { Operation, Run } from '../../../domain/run.ts';
import { inverseOperations } from './inverse-operations.ts';
import { UndoProjection } from './projection.ts';
import type { CurrentState, Dated, UndoPlan, UndoTask } from './types.ts';

/**
 * Why a run as a whole cannot be undone; undefined when it can. A run restored from a backup cannot: the file may be forged,
 * and nothing is deleted on its word.
 */
export function whyNotUndo(run: Run): 'going' | 'undo' | 'restored' | undefined {
  if (run.endedAt === undefined) return 'going';
  if (run.restored) return 'restored';
  return run.kind === 'undo' ? 'undo' : undefined;
}

/**
 * @param run has ended
 * @param undone the operations of its earlier undos, which are not repeated unless the run did the same anew since
 */
export function planUndo(
  run: Run,
  operations: readonly Operation[],
  current: CurrentState,
  undone: readonly Dated[] = [],
): UndoPlan {
  const projection = new UndoProjection(current, run.endedAt ?? Number.POSITIVE_INFINITY);
  const done = undone.filter(({ operation }) => operation.state === 'done');
  const undoneAt = new Map(done.map(({ at, operation }) => [keyOf(operation), at]));
  const explainedAt = new Map(done.map(({ at, operation }) => [customerKeyOf(operation), at]));
  const plan: UndoPlan = { tasks: [], cannot: [], changedSince: 0 };
  for (const operation of operations.toSorted((a, b) => b.seq - a.seq)) {
    const isSince = (at: number | undefined) => at !== undefined && at >= projection.endOf(operation);
    for (const inverse of inverseOperations(operation, projection)) {
      if ('reason' in inverse) {
        const key = customerKeyOf({ ...inverse, undoes: operation.seq });
        if (!isSince(explainedAt.get(key))) plan.cannot.push(inverse);
        continue;
      }
      const task: UndoTask = { ...inverse, undoes: operation.seq };
      if (isSince(undoneAt.get(keyOf(task)))) continue;
      plan.tasks.push(task);
      if (projection.isChanged(task, operation)) plan.changedSince += 1;
      projection.apply(task);
    }
  }
  return plan;
}

/** By customer, since one reset removed many links, each of which is restored by itself. */
const customerKeyOf = ({ undoes, customerId }: Pick<Operation, 'undoes' | 'customerId'>): string =>
  `${undoes}/${customerId}`;

/** By contact too, since a creation retried after its undo creates another one. */
const keyOf = (operation: Pick<Operation, 'undoes' | 'customerId' | 'contactGuid'>): string =>
  `${customerKeyOf(operation)}/${operation.contactGuid}`;
