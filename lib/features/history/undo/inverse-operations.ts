import { says } from '../../../domain/comparable.ts';
import type { ContactGuid } from '../../../domain/customer.ts';
import { type FieldChange, isUnanswered, type Operation } from '../../../domain/run.ts';
import type { UndoProjection } from './projection.ts';
import type { Answer, UndoReason, UndoTask } from './types.ts';

/** What becomes of one operation when its run is undone; nothing where it has left nothing behind. */
export function inverseOperations(operation: Operation, now: UndoProjection): Answer[] {
  const { kind, state, phase, already, customerId, name } = operation;
  // Its contact has been made, whatever has become of the link.
  const isHalfway = kind === 'create' && state !== 'done' && phase === 'link';
  const isUnsure = !isHalfway && isUnanswered(operation);
  if (!(state === 'done' || isUnsure || isHalfway) || already) return [];
  const cannot = (reason: UndoReason): Answer[] => [{ name, reason, customerId }];
  switch (kind) {
    case 'link':
      return linkTakenBack(operation, isUnsure, now);
    case 'create':
      return creationTakenBack(operation, isUnsure, now);
    case 'import':
      if (isUnsure) return now.linkedTo(operation.contactGuid) ? cannot('unanswered') : [];
      return importTakenBack(operation, now);
    case 'ignore': {
      const { contactGuid = '' } = operation;
      const ignoredAt = now.ignored.get(contactGuid);
      if (ignoredAt === undefined) return [];
      return ignoredAt > now.endOf(operation) ? cannot('again') : [{ kind: 'unignore', contactGuid, name }];
    }
    case 'unlink':
      if (!operation.contactGuid) return cannot('unknown');
      return linkedAgain({ ...operation, contactGuid: operation.contactGuid }, now);
    case 'reset':
      return (operation.removed ?? []).toReversed().flatMap((link) => linkedAgain(link, now));
    case 'updateContact':
    case 'updateCustomer':
      return fieldsAsBefore(operation, kind, now);
    default:
      return [];
  }
}

function linkTakenBack(operation: Operation, isUnsure: boolean, now: UndoProjection): Answer[] {
  const { customerId = '', contactGuid, name, otherName } = operation;
  const cannot = (reason: UndoReason): Answer[] => (isUnsure ? [] : [{ name, reason, customerId }]);
  const customer = now.customers.get(customerId);
  if (!customer) return cannot('customer-gone');
  const linked = now.linkOf(customerId);
  if (linked === undefined) return [];
  if (linked !== contactGuid) return cannot('linked-otherwise');
  if (now.isLinkedAgain(operation)) return cannot('again');
  const before = operation.from && now.contacts.get(operation.from);
  // Moved from another contact, it goes back there.
  if (before && !before.deletedAt && now.linkedTo(before.guid) === undefined)
    return [
      { kind: 'link', customerId, contactGuid: before.guid, from: contactGuid, name, otherName: before.name },
    ];
  return [{ kind: 'unlink', customerId, contactGuid, name, otherName }];
}

function creationTakenBack(operation: Operation, isUnsure: boolean, now: UndoProjection): Answer[] {
  const { customerId = '', name } = operation;
  const sent = operation.body as { ContactGuid?: string; restore?: string } | undefined;
  const contactGuid = operation.contactGuid ?? sent?.ContactGuid ?? sent?.restore;
  if (!contactGuid) return [];
  if (operation.found) return linkTakenBack({ ...operation, contactGuid }, isUnsure, now);
  const cannot = (reason: UndoReason): Answer[] => (isUnsure ? [] : [{ name, reason, customerId }]);
  const contact = now.contacts.get(contactGuid);
  const isLinked = now.linkOf(customerId) === contactGuid;
  const otherName = contact && contact.name !== name ? contact.name : undefined;
  if (!contact || contact.deletedAt) {
    // What is left of it is a broken link.
    if (isLinked) return [{ kind: 'unlink', customerId, contactGuid, name, otherName }];
    return cannot('contact-gone');
  }
  const linked = now.linkedTo(contactGuid);
  if (linked !== undefined && linked !== customerId) return cannot('contact-linked');
  if (isLinked && now.isLinkedAgain(operation)) return cannot('again');
  // A contact that had been deleted before goes back to that.
  const restored = (operation.create?.deleted === 'restore' && { create: { deleted: 'restore' } }) as
    | Pick<UndoTask, 'create'>
    | false;
  return [{ kind: 'deleteContact', customerId, contactGuid, name, otherName, ...restored }];
}

function importTakenBack(operation: Operation, now: UndoProjection): Answer[] {
  const { customerId = '', contactGuid, name } = operation;
  if (operation.found) return linkTakenBack(operation, false, now);
  const cannot = (reason: UndoReason): Answer[] => [{ name, reason, customerId }];
  const isPasted = now.waitingImports !== undefined && !now.waitingImports.has(customerId);
  const customer = now.customers.get(customerId);
  // A table has shown it since, under another id.
  if (isPasted && (customer || now.linkedTo(contactGuid))) return cannot('pasted');
  if (!customer) return cannot('customer-gone');
  const linked = now.linkOf(customerId);
  if (linked !== undefined && linked !== contactGuid) return cannot('linked-otherwise');
  if (linked !== undefined && now.isLinkedAgain(operation)) return cannot('again');
  return [{ kind: 'deleteCustomer', customerId, contactGuid, name }];
}

/** A link that was removed comes back, unless one of the two is gone or linked otherwise. */
function linkedAgain(
  link: Pick<Operation, 'customerId' | 'name'> & { contactGuid: ContactGuid },
  now: UndoProjection,
): Answer[] {
  const { customerId = '', contactGuid, name } = link;
  const cannot = (reason: UndoReason): Answer[] => [{ name, reason, customerId }];
  if (!now.customers.has(customerId)) return cannot('customer-gone');
  const contact = now.contacts.get(contactGuid);
  if (!contact || contact.deletedAt) return cannot('contact-gone');
  const linked = now.linkOf(customerId);
  if (linked === contactGuid) return [];
  if (linked !== undefined && !now.contacts.get(linked)?.deletedAt) return cannot('linked-otherwise');
  if (now.linkedTo(contactGuid) !== undefined) return cannot('contact-linked');
  return [{ kind: 'link', customerId, contactGuid, name, otherName: contact.name }];
}

/** The fields that still are as the run has left them get the value that they had. */
function fieldsAsBefore(
  operation: Operation,
  kind: 'updateContact' | 'updateCustomer',
  now: UndoProjection,
): Answer[] {
  const { customerId = '', contactGuid = '', name, otherName, changes = [] } = operation;
  const cannot = (reason: UndoReason): Answer[] => [{ name, reason, customerId }];
  const contact = now.contacts.get(contactGuid);
  const party =
    kind === 'updateContact' ? (contact?.deletedAt ? undefined : contact) : now.customers.get(customerId);
  if (!party) return cannot(kind === 'updateContact' ? 'contact-gone' : 'customer-gone');
  const still = changes.filter(({ field, from, to }) => from !== to && says(party, field, to));
  const isAgain = ({ field, to }: FieldChange) => now.isCorrectedAgain(operation, field, to);
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
