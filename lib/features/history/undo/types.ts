/** What the undo of a run does, and what it cannot do, as plain data. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../../domain/customer.ts';
import type { LinkOrigin } from '../../../domain/link.ts';
import type { Operation } from '../../../domain/run.ts';

/** What another run has done, and when that run began, in ms. */
export interface Dated {
  at: number;
  operation: Operation;
}

/** Both systems and the ignore list as they are now. */
export interface UndoWorld {
  customers: readonly Customer[];
  /** Deleted ones too. */
  contacts: readonly Contact[];
  /** How and when (in ms) each customer came to its link, as far as that was seen here. */
  links: readonly { customerId: CustomerId; how: LinkOrigin; linkedAt: number }[];
  /** When each was put on the ignore list, in ms. */
  ignored: readonly { contactGuid: ContactGuid; ignoredAt: number }[];
  /** What other runs have corrected, the oldest first. */
  corrected?: readonly Dated[];
  /** Of an account without an API: the imports that wait to be pasted. */
  waitingImports?: ReadonlySet<CustomerId>;
}

/**
 * Why something stays as the run left it.
 * - `customer-gone`, `contact-gone` deleted since
 * - `linked-otherwise` the customer is linked to somebody else by now, `contact-linked` the contact is
 * - `again` the same was done again later: that is another's decision
 * - `changed` the field has another value by now
 * - `pasted` it is in Effihub, and without an API only the user can delete it there
 * - `unanswered` nobody knows whether it was carried out
 * - `unknown` an older version did not note whom the customer was linked to
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
  /** In the order in which they are carried out: the last that was done is the first that is taken back. */
  tasks: UndoTask[];
  cannot: Cannot[];
  /** How many of those that are to be deleted somebody has changed since the run. */
  changedSince: number;
}

/** For one customer: a task, or why there is none. */
export type Answer = Omit<UndoTask, 'undoes'> | (Cannot & Pick<Operation, 'customerId'>);
