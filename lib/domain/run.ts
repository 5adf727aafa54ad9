/** The journal's records: a run and its operations. Plain data. */

import type { CreateChoice } from './choices.ts';
import type { ContactGuid, CustomerDefaults, CustomerId, Field } from './customer.ts';
import { isRecordLevel, type Problem } from './problem.ts';

/**
 * `reset` removes every link, `restore` brings them back, `mend` gives broken ones their new contact, `update` makes fields
 * of linked customers the same, `undo` takes back what another run did. The others are about one customer, at once: `unlink`
 * and `relink` take its link away and put it back, `move` gives it to another, `match`, `create`, `import` and `ignore` are
 * what a sync would do with it.
 */
export const RUN_KINDS = [
  'sync',
  'reset',
  'restore',
  'mend',
  'update',
  'undo',
  'unlink',
  'relink',
  'move',
  'match',
  'create',
  'import',
  'ignore',
] as const;

export type RunKind = (typeof RUN_KINDS)[number];

const OF_MANY: ReadonlySet<RunKind> = new Set<RunKind>([
  'sync',
  'reset',
  'restore',
  'mend',
  'update',
  'undo',
]);

/** Whether a run is about one customer and the user waits for it. */
export const isSingleCustomerRun = (kind: RunKind): boolean => !OF_MANY.has(kind);

/** Begun a second time, these would do the same again; any other run is about whom it names. */
const WHOLE_COMPANY: ReadonlySet<RunKind> = new Set<RunKind>(['sync', 'reset', 'restore']);

/** Whether somebody who begins a run may be given the unfinished one of its kind instead. */
export const joinsUnfinishedRun = (kind: RunKind): boolean => WHOLE_COMPANY.has(kind);

export type RunState = 'running' | 'paused' | 'done' | 'stopped';

export interface Run {
  id: string;
  connectionId: string;
  kind: RunKind;
  state: RunState;
  startedAt: number;
  endedAt?: number;
  /** Operations that talk to another system or the ignore list (skips are not counted). */
  total: number;
  finished: number;
  failed: number;
  /** Why it is paused; undefined when the user paused it. */
  reason?: Problem;
  /** When it will be done, as far as can be told, in ms since 1970. */
  expectedEnd?: number;
  /** Operations in a row that the other system has refused. */
  refusals?: number;
  /** With `undo`: the run that it takes back. */
  undoes?: string;
  /** It came with a backup. */
  restored?: true;
  /** How many operations of each kind went well; missing in runs of older versions. */
  did?: Partial<Record<OperationKind, number>>;
}

/** Running, paused, or stopped and still finishing what was sent. */
export const isActive = (run: Run): boolean => run.endedAt === undefined;

/**
 * `updateContact` and `updateCustomer` change fields in Dinero and Effihub; `deleteContact`, `deleteCustomer` and `unignore`
 * take back a creation, an import and an entry on the ignore list.
 */
export const OPERATION_KINDS = [
  'link',
  'create',
  'import',
  'ignore',
  'skip',
  'unlink',
  'reset',
  'updateContact',
  'updateCustomer',
  'deleteContact',
  'deleteCustomer',
  'unignore',
] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

/** `sent`: the body is on its way or was, and nobody has seen an answer. */
export type OperationState = 'waiting' | 'sent' | 'done' | 'failed' | 'notRun';

/** A field that is made the same on both sides; a missing value is `''`. */
export interface FieldChange {
  field: Field;
  /** As it was when the user decided. */
  from: string;
  /** As it is to be written. */
  to: string;
}

export interface Operation {
  runId: string;
  /** Order within the run, from 0. */
  seq: number;
  connectionId: string;
  kind: OperationKind;
  state: OperationState;
  /** Who it is about, as its own system writes the name. */
  name: string;
  /** With `link` and once known: the name on the other side. */
  otherName?: string;
  customerId?: CustomerId;
  contactGuid?: ContactGuid;
  create?: CreateChoice;
  defaults?: CustomerDefaults;
  /** Which request is next of those an operation needs. */
  phase?: 'create' | 'link';
  /** Exactly what was or will be sent: a repeat sends the same. */
  body?: unknown;
  idempotencyKey?: string;
  /** Links that a reset removed, so that they can be brought back. */
  removed?: { customerId: CustomerId; contactGuid: ContactGuid; name: string }[];
  /** With `waiting`: why it failed half-way before, until it is tried again. */
  problem?: Problem;
  /** With `skip`: the customer's `updatedAt` then, and whether it only was not confirmed. */
  seen?: string;
  undecided?: true;
  /** When its run was over, in ms since 1970, where the run has been taken up again since. */
  endedAt?: number;
  /** It was so already: somebody else did it, or an earlier try got through. */
  already?: boolean;
  /** It had been there before this run, which only linked it. */
  found?: true;
  /** With `link`: the contact that the customer may be taken from. */
  from?: ContactGuid;
  /** With `updateContact` and `updateCustomer`. */
  changes?: FieldChange[];
  /** In a run of kind `undo`: the `seq` of the operation that it takes back. */
  undoes?: number;
}

/** It was sent, and its run is over without anybody having seen an answer that tells whether it was carried out. */
export const isUnanswered = ({ state, problem }: Operation): boolean =>
  state === 'sent' || (state === 'failed' && problem !== undefined && !isRecordLevel(problem));

/**
 * It was being carried out: it was sent, or the first of its two requests was done. One that has failed half-way and waits to
 * be tried again still has its problem, and is not among these.
 */
export const isBegun = ({ state, phase, problem }: Operation): boolean =>
  state === 'sent' || (state === 'waiting' && phase === 'link' && !problem);
