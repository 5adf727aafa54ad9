/** A run's operations in the groups that the result shows. Pure. */
import type { Operation } from '../../lib/domain/run.ts';

export const GROUPS = [
  'failed',
  'link',
  'create',
  'import',
  'ignore',
  'updateContact',
  'updateCustomer',
  'unlink',
  'deleteContact',
  'deleteCustomer',
  'unignore',
  'reset',
  'notRun',
  'skip',
] as const;
export type GroupName = (typeof GROUPS)[number];

/** Groups with something in them, what needs attention first. */
export function groupsOf(operations: readonly Operation[]): { name: GroupName; operations: Operation[] }[] {
  const groups = new Map<GroupName, Operation[]>(GROUPS.map((name) => [name, []]));
  for (const operation of operations) {
    groups.get(groupOf(operation))?.push(operation);
  }
  return GROUPS.map((name) => ({ name, operations: groups.get(name) ?? [] })).filter(
    (group) => group.operations.length > 0,
  );
}

function groupOf({ kind, state }: Operation): GroupName {
  if (state === 'failed') return 'failed';
  if (kind === 'skip') return 'skip';
  return state === 'done' ? kind : 'notRun';
}
