/** The journal's records: a run and its operations. Plain data. */
import type { ContactGuid, CustomerDefaults, CustomerId } from './customer.ts';
import type { CreateChoice } from './flow.ts';
import type { Problem } from './problem.ts';

/**
 * `reset` removes every link, `restore` brings them back, `mend` gives broken ones their new contact. The others are about
 * one customer, at once: `unlink` and `relink` take its link away and put it back, `match`, `create`, `import` and `ignore`
 * are what a sync would do with it.
 */
export const RUN_KINDS = [
  'sync',
  'reset',
  'restore',
  'mend',
  'unlink',
  'relink',
  'match',
  'create',
  'import',
  'ignore',
] as const;

export type RunKind = (typeof RUN_KINDS)[number];

const OF_MANY: ReadonlySet<RunKind> = new Set<RunKind>(['sync', 'reset', 'restore', 'mend']);

/** Whether a run is about one customer and the user waits for it. */
export const isSingle = (kind: RunKind): boolean => !OF_MANY.has(kind);

/** Begun a second time, these would do the same again; any other run is about whom it names. */
const OF_ALL: ReadonlySet<RunKind> = new Set<RunKind>(['sync', 'reset', 'restore']);

/** Whether somebody who begins a run may be given the unfinished one of its kind instead. */
export const isShared = (kind: RunKind): boolean => OF_ALL.has(kind);

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
}

export const OPERATION_KINDS = ['link', 'create', 'import', 'ignore', 'skip', 'unlink', 'reset'] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];

/** `sent`: the body is on its way or was, and nobody has seen an answer. */
export type OperationState = 'waiting' | 'sent' | 'done' | 'failed' | 'notRun';

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
  problem?: Problem;
  /** With `skip`: the customer's `updatedAt` then, and whether it only was not confirmed. */
  seen?: string;
  undecided?: true;
  /** It was so already: somebody else did it, or an earlier try got through. */
  already?: boolean;
}
