/** A run and its operations, as the journal keeps them. Plain data. */

import type { CreateChoice } from './choices.ts';
import type { ContactGuid, CustomerDefaults, CustomerId, Field } from './customer.ts';
import { isRecordLevel, type Problem } from './problem.ts';

/**
 * `reset` removes every link, `restore` brings them back, `mend` relinks broken links, `update` makes fields of
 * linked customers equal, `undo` reverses another run. The others are about one customer: `unlink` and `relink`
 * remove its link and put it back, `move` gives it to another, and `match`, `create`, `import` and `ignore` do what a
 * sync would do.
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

/** Whether a run is about one customer, with the user waiting for it. */
export const isSingleCustomerRun = (kind: RunKind): boolean => !OF_MANY.has(kind);

/** Started again, these would do the same; every other run is about the customers it names. */
const WHOLE_COMPANY: ReadonlySet<RunKind> = new Set<RunKind>(['sync', 'reset', 'restore']);

/** Whether starting such a run returns an unfinished one of its kind. */
export const joinsUnfinishedRun = (kind: RunKind): boolean => WHOLE_COMPANY.has(kind);

export type RunState = 'running' | 'paused' | 'done' | 'stopped';

export interface Run {
  id: string;
  connectionId: string;
  kind: RunKind;
  state: RunState;
  startedAt: number;
  endedAt?: number;
  /** Operations on another system or the ignore list; skips are not counted. */
  total: number;
  finished: number;
  failed: number;
  /** Why it is paused; undefined when the user paused it. */
  reason?: Problem;
  /** Estimated end, in ms since 1970. */
  expectedEnd?: number;
  /** Consecutive operations that the other system refused. */
  refusals?: number;
  /** With `undo`: the run that it reverses. */
  undoes?: string;
  /** Restored from a backup. */
  restored?: true;
  /** Successful operations by kind; missing in runs of older versions. */
  did?: Partial<Record<OperationKind, number>>;
}

/** Running, paused, or stopped and still finishing what was sent. */
export const isActive = (run: Run): boolean => run.endedAt === undefined;

/**
 * `updateContact` and `updateCustomer` change fields in Dinero and Effihub; `deleteContact`, `deleteCustomer` and
 * `unignore` reverse a creation, an import and an entry on the ignore list.
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

/** `sent`: the request was or is being sent, and no answer has been seen. */
export type OperationState = 'waiting' | 'sent' | 'done' | 'failed' | 'notRun';

/** A field to be made equal on both sides; a missing value is `''`. */
export interface FieldChange {
  field: Field;
  /** The value when the user decided. */
  from: string;
  /** The value to write. */
  to: string;
}

export interface Operation {
  runId: string;
  /** Position in the run, from 0. */
  seq: number;
  connectionId: string;
  kind: OperationKind;
  state: OperationState;
  /** The name of the record it is about, as its system writes it. */
  name: string;
  /** The name on the other side; with `link`, and once known. */
  otherName?: string;
  customerId?: CustomerId;
  contactGuid?: ContactGuid;
  create?: CreateChoice;
  defaults?: CustomerDefaults;
  /** The next request of an operation that needs two. */
  phase?: 'create' | 'link';
  /** The exact body, so that a repeat sends the same. */
  body?: unknown;
  idempotencyKey?: string;
  /** Links removed by a reset, for restoring them. */
  removed?: { customerId: CustomerId; contactGuid: ContactGuid; name: string }[];
  /** With `waiting`: why it failed half-way, until it is tried again. */
  problem?: Problem;
  /** With `skip`: the customer's `updatedAt` at that time, and whether it merely was not confirmed. */
  seen?: string;
  undecided?: true;
  /** When its run ended, in ms since 1970, if the run was resumed afterwards. */
  endedAt?: number;
  /** Nothing was to be done: somebody else did it, or an earlier attempt got through. */
  already?: boolean;
  /** It existed before this run, which only linked it. */
  found?: true;
  /** With `link`: the contact that the customer may be taken from. */
  from?: ContactGuid;
  /** With `updateContact` and `updateCustomer`. */
  changes?: FieldChange[];
  /** In an `undo` run: the `seq` of the operation that it reverses. */
  undoes?: number;
}

/** It was sent, and its run ended without an answer that tells whether it was carried out. */
export const isUnanswered = ({ state, problem }: Operation): boolean =>
  state === 'sent' || (state === 'failed' && problem !== undefined && !isRecordLevel(problem));

/**
 * It is in progress: sent, or the first of its two requests done. An operation that failed half-way and waits for
 * another try still has its problem, and is not in progress.
 */
export const isBegun = ({ state, phase, problem }: Operation): boolean =>
  state === 'sent' || (state === 'waiting' && phase === 'link' && !problem);
