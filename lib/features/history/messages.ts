/** What views ask about earlier runs. */
import * as v from 'valibot';
import type { OperationKind, Run, RunKind } from '../../domain/run.ts';
import { message, OWN_READ, OWN_WRITE, READ } from '../../messaging/define.ts';
import { connection, id, line, ofRun } from '../../messaging/schema-parts.ts';
import type { Cannot, UndoKind } from './undo/types.ts';

/** A run as the list of all runs shows it. */
export interface PastRun {
  run: Run;
  /** How many operations of each kind went well; with `reset` how many links. */
  did: Partial<Record<OperationKind, number>>;
  /** With a query: some of the customers that it has found. */
  names: string[];
  /** Whether an undo has taken it back, as far as that could be done. */
  undone?: 'whole' | 'partly';
  /** With an undo: the run that it takes back. */
  undid?: { kind: RunKind; startedAt: number };
}

export interface History {
  /** The newest first. */
  runs: PastRun[];
  /** There are older ones. */
  more: boolean;
}

/** How much an undo does, and how many contacts and customers it deletes. */
export interface UndoExtent {
  tasks: number;
  deletes: number;
}

/** What an undo would do. */
export interface UndoPreview {
  counts: Partial<Record<UndoKind, number>>;
  /** The first of those that stay as they are. */
  cannot: Cannot[];
  cannotCount: number;
  /** How many of those that are to be deleted somebody has changed since the run. */
  changedSince: number;
  /** Broken links that were mended: they do not come back. */
  mended: number;
}

export const historyMessages = {
  /** The newest runs; with a query those with a customer in whose name every word occurs. */
  history: message(
    READ,
    v.object({
      ...connection,
      query: line,
      most: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
    }),
  ).answers<History>(),
  /** Reads both lists first. */
  previewUndo: message(OWN_READ, ofRun).answers<UndoPreview>(),
  /**
   * Starts the undo of a run that has ended, or answers the undo that was started already. `shown` is the extent that the
   * preview had: when it is another by now, nothing starts.
   */
  undoRun: message(
    OWN_WRITE,
    v.object({ runId: id, shown: v.optional(v.object({ tasks: v.number(), deletes: v.number() })) }),
  ).answers<Run>(),
};
