import { says } from '../../../domain/comparable.ts';
import type { ContactGuid } from '../../../domain/customer.ts';
import { type FieldChange, isUnanswered, type Operation } from '../../../domain/run.ts';
import type { UndoProjection } from './projection.ts';
import type { InverseOperation, UndoReason, UndoTask } from './types.ts';

/** The tasks that undo one operation, or why it cannot be undone; empty when it left no effect. */
export function inverseOperations(operation: Operation, projection: UndoProjection): InverseOperation[] {
  const { kind, state, phase, already, customerId, name } = operation;
  // The contact was created, whatever became of the link.
  const isHalfway = kind === 'create' && state !== 'done' && phase === 'link';
  const isUnsure = !isHalfway && isUnanswered(operation);
  if (!(state === 'done' || isUnsure || isHalfway) || already) return [];
  const cannot = (reason: UndoReason): InverseOperation[] => [{ name, reason, customerId }];
  switch (kind) {
    case 'link':
      return undoLink(operation, isUnsure, projection);
    case 'create':
      return undoCreation(operation, isUnsure, projection);
    case 'import':
      if (isUnsure) return projection.linkedTo(operation.contactGuid) ? cannot('unanswered') : [];
      return undoImport(operation, projection);
    case 'ignore': {
      const { contactGuid = '' } = operation;
      const ignoredAt = projection.ignored.get(contactGuid);
      if (ignoredAt === undefined) return [];
      return ignoredAt > projection.endOf(operation)
        ? cannot('again')
        : [{ kind: 'unignore', contactGuid, name }];
    }
    case 'unlink':
      if (!operation.contactGuid) return cannot('unknown');
      return restoreLink({ ...operation, contactGuid: operation.contactGuid }, projection);
    case 'reset':
      return (operation.removed ?? []).toReversed().flatMap((link) => restoreLink(link, projection));
    case 'updateContact':
    case 'updateCustomer':
      return restoreFields(operation, kind, projection);
    default:
      return [];
  }
}

function undoLink(operation: Operation, isUnsure: boolean, projection: UndoProjection): InverseOperation[] {
  const { customerId = '', contactGuid, name, otherName } = operation;
  const cannot = (reason: UndoReason): InverseOperation[] => (isUnsure ? [] : [{ name, reason, customerId }]);
  const customer = projection.customers.get(customerId);
  if (!customer) return cannot('customer-gone');
  const linked = projection.linkOf(customerId);
  if (linked === undefined) return [];
  if (linked !== contactGuid) return cannot('linked-otherwise');
  if (projection.isLinkedAgain(operation)) return cannot('again');
  const before = operation.from && projection.contacts.get(operation.from);
  // The link was moved from another contact and goes back there.
  if (before && !before.deletedAt && projection.linkedTo(before.guid) === undefined)
    return [
      { kind: 'link', customerId, contactGuid: before.guid, from: contactGuid, name, otherName: before.name },
    ];
  return [{ kind: 'unlink', customerId, contactGuid, name, otherName }];
}

function undoCreation(
  operation: Operation,
  isUnsure: boolean,
  projection: UndoProjection,
): InverseOperation[] {
  const { customerId = '', name } = operation;
  const sent = operation.body as { ContactGuid?: string; restore?: string } | undefined;
  const contactGuid = operation.contactGuid ?? sent?.ContactGuid ?? sent?.restore;
  if (!contactGuid) return [];
  if (operation.found) return undoLink({ ...operation, contactGuid }, isUnsure, projection);
  const cannot = (reason: UndoReason): InverseOperation[] => (isUnsure ? [] : [{ name, reason, customerId }]);
  const contact = projection.contacts.get(contactGuid);
  const isLinked = projection.linkOf(customerId) === contactGuid;
  const otherName = contact && contact.name !== name ? contact.name : undefined;
  if (!contact || contact.deletedAt) {
    // Only a broken link is left.
    if (isLinked) return [{ kind: 'unlink', customerId, contactGuid, name, otherName }];
    return cannot('contact-gone');
  }
  const linked = projection.linkedTo(contactGuid);
  if (linked !== undefined && linked !== customerId) return cannot('contact-linked');
  if (isLinked && projection.isLinkedAgain(operation)) return cannot('again');
  // The run only restored a deleted contact, so it is deleted again.
  const restored = (operation.create?.deleted === 'restore' && { create: { deleted: 'restore' } }) as
    | Pick<UndoTask, 'create'>
    | false;
  return [{ kind: 'deleteContact', customerId, contactGuid, name, otherName, ...restored }];
}

function undoImport(operation: Operation, projection: UndoProjection): InverseOperation[] {
  const { customerId = '', contactGuid, name } = operation;
  if (operation.found) return undoLink(operation, false, projection);
  const cannot = (reason: UndoReason): InverseOperation[] => [{ name, reason, customerId }];
  const isPasted = projection.waitingImports !== undefined && !projection.waitingImports.has(customerId);
  const customer = projection.customers.get(customerId);
  // A table has shown it since, under another id.
  if (isPasted && (customer || projection.linkedTo(contactGuid))) return cannot('pasted');
  if (!customer) return cannot('customer-gone');
  const linked = projection.linkOf(customerId);
  if (linked !== undefined && linked !== contactGuid) return cannot('linked-otherwise');
  if (linked !== undefined && projection.isLinkedAgain(operation)) return cannot('again');
  return [{ kind: 'deleteCustomer', customerId, contactGuid, name }];
}

/** Restores a removed link, unless one of the two is gone or linked to somebody else. */
function restoreLink(
  link: Pick<Operation, 'customerId' | 'name'> & { contactGuid: ContactGuid },
  projection: UndoProjection,
): InverseOperation[] {
  const { customerId = '', contactGuid, name } = link;
  const cannot = (reason: UndoReason): InverseOperation[] => [{ name, reason, customerId }];
  if (!projection.customers.has(customerId)) return cannot('customer-gone');
  const contact = projection.contacts.get(contactGuid);
  if (!contact || contact.deletedAt) return cannot('contact-gone');
  const linked = projection.linkOf(customerId);
  if (linked === contactGuid) return [];
  if (linked !== undefined && !projection.contacts.get(linked)?.deletedAt) return cannot('linked-otherwise');
  if (projection.linkedTo(contactGuid) !== undefined) return cannot('contact-linked');
  return [{ kind: 'link', customerId, contactGuid, name, otherName: contact.name }];
}

/** Restores the old value of the fields that are still as the run left them. */
function restoreFields(
  operation: Operation,
  kind: 'updateContact' | 'updateCustomer',
  projection: UndoProjection,
): InverseOperation[] {
  const { customerId = '', contactGuid = '', name, otherName, changes = [] } = operation;
  const cannot = (reason: UndoReason): InverseOperation[] => [{ name, reason, customerId }];
  const contact = projection.contacts.get(contactGuid);
  const party =
    kind === 'updateContact'
      ? contact?.deletedAt
        ? undefined
        : contact
      : projection.customers.get(customerId);
  if (!party) return cannot(kind === 'updateContact' ? 'contact-gone' : 'customer-gone');
  const still = changes.filter(({ field, from, to }) => from !== to && says(party, field, to));
  const isAgain = ({ field, to }: FieldChange) => projection.isCorrectedAgain(operation, field, to);
  const back = still
    .filter((change) => !isAgain(change))
    .map(({ field, from, to }): FieldChange => ({ field, from: to, to: from }));
  const isChanged = changes.some(
    ({ field, from, to }) => !says(party, field, from) && !says(party, field, to),
  );
  return [
    ...(back.length > 0 ? [{ kind, customerId, contactGuid, name, otherName, changes: back }] : []),
    ...(still.some(isAgain) ? cannot('again') : []),
    ...(isChanged ? cannot('changed') : []),
  ];
}
