/** What views ask about earlier runs. */
import type { OperationKind, Run, RunKind } from '../../domain/run.ts';
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

export interface HistoryMessages {
  /** @param input.query words that all occur in a customer's name @param input.most so many runs */
  history(input: { connectionId: string; query: string; most: number }): History;
  /** Reads both lists first. */
  previewUndo(input: { runId: string }): UndoPreview;
  /**
   * Begins the undo of a run that is over; answers with the one that was begun already where there is one.
   * @param input.shown as the preview had it: when it is another by now, nothing is begun
   */
  undoRun(input: { runId: string; shown?: UndoExtent }): Run;
}
