/** A run's operations in the groups that the result shows. Pure. */
import type { Operation } from '../../lib/run.ts';

export const GROUPS = ['failed', 'link', 'create', 'import', 'ignore', 'notRun', 'skip'] as const;
export type GroupName = (typeof GROUPS)[number];

/** Groups with something in them, what needs attention first. */
export function groupsOf(operations: readonly Operation[]): { name: GroupName; operations: Operation[] }[] {
  const groups = new Map<GroupName, Operation[]>(GROUPS.map((name) => [name, []]));
  for (const operation of operations) {
    const name = groupOf(operation);
    if (name) groups.get(name)?.push(operation);
  }
  return GROUPS.map((name) => ({ name, operations: groups.get(name) ?? [] })).filter(
    (group) => group.operations.length > 0,
  );
}

function groupOf({ kind, state }: Operation): GroupName | undefined {
  if (state === 'failed') return 'failed';
  if (kind === 'unlink' || kind === 'reset') return undefined;
  if (kind === 'skip') return 'skip';
  return state === 'done' ? kind : 'notRun';
}
