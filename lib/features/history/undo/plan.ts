/** The undo of a run. Pure: what will be done and what cannot be is shown before anything is sent. */
import type { Operation, Run } from '../../../domain/run.ts';
import { inverseOperations } from './inverse-operations.ts';
import { UndoProjection } from './projection.ts';
import type { Dated, UndoPlan, UndoTask, UndoWorld } from './types.ts';

/**
 * Why a run as a whole cannot be undone; undefined where it can. What a file says that was made is not deleted on its
 * word: it may have been forged.
 */
export function whyNotUndo(run: Run): 'going' | 'undo' | 'restored' | undefined {
  if (run.endedAt === undefined) return 'going';
  if (run.restored) return 'restored';
  return run.kind === 'undo' ? 'undo' : undefined;
}

/**
 * @param run one that is over
 * @param undone the operations of earlier undos of it: what they did is not offered again, unless it was done anew since
 */
export function planUndo(
  run: Run,
  operations: readonly Operation[],
  world: UndoWorld,
  undone: readonly Dated[] = [],
): UndoPlan {
  const now = new UndoProjection(world, run.endedAt ?? Number.POSITIVE_INFINITY);
  const done = undone.filter(({ operation }) => operation.state === 'done');
  const undoneAt = new Map(done.map(({ at, operation }) => [keyOf(operation), at]));
  const explainedAt = new Map(done.map(({ at, operation }) => [customerKeyOf(operation), at]));
  const plan: UndoPlan = { tasks: [], cannot: [], changedSince: 0 };
  for (const operation of operations.toSorted((a, b) => b.seq - a.seq)) {
    const isSince = (at: number | undefined) => at !== undefined && at >= now.endOf(operation);
    for (const answer of inverseOperations(operation, now)) {
      if ('reason' in answer) {
        const key = customerKeyOf({ ...answer, undoes: operation.seq });
        if (!isSince(explainedAt.get(key))) plan.cannot.push(answer);
        continue;
      }
      const task: UndoTask = { ...answer, undoes: operation.seq };
      if (isSince(undoneAt.get(keyOf(task)))) continue;
      plan.tasks.push(task);
      if (now.isChanged(task, operation)) plan.changedSince += 1;
      now.apply(task);
    }
  }
  return plan;
}

/** A reset has taken away many links, each of which comes back by itself. */
const customerKeyOf = ({ undoes, customerId }: Pick<Operation, 'undoes' | 'customerId'>): string =>
  `${undoes}/${customerId}`;

/** A creation that is tried once more after its undo makes another contact. */
const keyOf = (operation: Pick<Operation, 'undoes' | 'customerId' | 'contactGuid'>): string =>
  `${customerKeyOf(operation)}/${operation.contactGuid}`;
