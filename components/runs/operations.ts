/** How a run's operations are shown: in which group, with which link, in which words. Pure. */
import type { Company } from '../../lib/domain/company.ts';
import { contactsUrl } from '../../lib/domain/dinero-page.ts';
import { customerLink } from '../../lib/domain/effihub-page.ts';
import type { Operation } from '../../lib/domain/run.ts';
import type { Catalogue } from '../../lib/features/words.ts';

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

/** The groups that are not empty, failures first. */
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

/** Where the customer and the contact of an operation can be seen, as far as they exist. */
export function linksOf(
  operation: Operation,
  connection: Company | undefined,
): { effihub?: string; dinero?: string } {
  if (!connection) return {};
  const { customerId, contactGuid } = operation;
  return {
    effihub: customerId === undefined ? undefined : customerLink(connection, customerId),
    dinero: contactGuid === undefined ? undefined : contactsUrl(connection.organizationId),
  };
}

/** What the operation was to do, whether or not it did. */
export function plannedInWords({ kind, otherName }: Operation, { tried }: Catalogue['result']): string {
  return kind === 'link' ? tried.link(otherName ?? '') : tried[kind]();
}
