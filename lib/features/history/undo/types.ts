/** What the undo of a run does and cannot do, as plain data. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../../domain/customer.ts';
import type { LinkOrigin } from '../../../domain/link.ts';
import type { Operation } from '../../../domain/run.ts';

/** An operation of another run, and when that run began, in ms since 1970. */
export interface Dated {
  at: number;
  operation: Operation;
}

/** Both systems and the ignore list as they are now. */
export interface CurrentState {
  customers: readonly Customer[];
  /** Deleted ones too. */
  contacts: readonly Contact[];
  /** How and when (ms since 1970) each customer got its link, as far as known here. */
  links: readonly { customerId: CustomerId; how: LinkOrigin; linkedAt: number }[];
  /** When each was put on the ignore list, in ms since 1970. */
  ignored: readonly { contactGuid: ContactGuid; ignoredAt: number }[];
  /** What other runs have corrected, oldest first. */
  corrected?: readonly Dated[];
  /** For an account without an API: the imports that wait to be pasted. */
  waitingImports?: ReadonlySet<CustomerId>;
}

/**
 * Why something stays as the run left it.
 * - `customer-gone`, `contact-gone` deleted since
 * - `linked-otherwise` the customer is linked to another contact by now, `contact-linked` the contact to another customer
 * - `again` the same was done again later, by another decision
 * - `changed` the field has another value by now
 * - `pasted` it is in Effihub, and without an API only the user can delete it there
 * - `unanswered` it is unknown whether it was carried out
 * - `unknown` an older version did not store whom the customer was linked to
 */
export const UNDO_REASONS = [
  'customer-gone',
  'contact-gone',
  'linked-otherwise',
  'contact-linked',
  'again',
  'changed',
  'pasted',
  'unanswered',
  'unknown',
] as const;

export type UndoReason = (typeof UNDO_REASONS)[number];

export const UNDO_KINDS = [
  'unlink',
  'deleteContact',
  'deleteCustomer',
  'unignore',
  'link',
  'updateContact',
  'updateCustomer',
] as const satisfies readonly Operation['kind'][];

export type UndoKind = (typeof UNDO_KINDS)[number];

export type UndoTask = Pick<
  Operation,
  'name' | 'otherName' | 'customerId' | 'contactGuid' | 'from' | 'create' | 'changes'
> & { kind: UndoKind; undoes: number };

export interface Cannot {
  name: string;
  reason: UndoReason;
}

export interface UndoPlan {
  /** In order of execution: what was done last is undone first. */
  tasks: UndoTask[];
  cannot: Cannot[];
  /** How many of the records to be deleted were changed since the run. */
  changedSince: number;
}

/** For one customer: the undoing task, or why there is none. */
export type InverseOperation = Omit<UndoTask, 'undoes'> | (Cannot & Pick<Operation, 'customerId'>);
