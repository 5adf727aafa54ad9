/** The journal's records: a run and its operations. Plain data. */
import type { ContactGuid, CustomerDefaults, CustomerId } from './customer.ts';
import type { CreateChoice } from './flow.ts';
import type { Problem } from './problem.ts';

/** `reset` removes every link, `restore` brings them back; `unlink` and `relink` do so for one customer. */
export type RunKind = 'sync' | 'reset' | 'restore' | 'unlink' | 'relink';

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
  /** Seconds, where it can be told. */
  secondsLeft?: number;
}

export type OperationKind = 'link' | 'create' | 'import' | 'ignore' | 'skip' | 'unlink' | 'reset';

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
  /** It was so already: somebody else did it, or an earlier try got through. */
  already?: boolean;
}
