/** Which view the app shows. */
import type { PastRun } from '../../lib/features/history/messages.ts';
import { type Asked, TABLE } from '../shared/deep-link.ts';

export type View =
  /**
   * @property isReturn another view led here
   * @property justRead so many customers were just read from a table
   */
  | { name: 'overview'; isReturn: boolean; justRead?: number }
  | { name: 'table' }
  | { name: 'wizard'; connectionId: string }
  | { name: 'result'; connectionId: string; runId: string }
  | { name: 'differences' }
  | { name: 'duplicates' }
  | { name: 'gone' }
  /** @property query of the search */
  | { name: 'history'; connectionId: string; query: string }
  /** @property asksUndo the dialog of the undo is open */
  | {
      name: 'past';
      connectionId: string;
      runId: string;
      query: string;
      undone?: PastRun['undone'];
      asksUndo?: boolean;
    };

/** @param asked what the address asks for */
export function firstView(hash: string, asked: Asked | undefined): View {
  if (hash === `#${TABLE}`) return { name: 'table' };
  if (asked?.what === 'undo') {
    const { connectionId, runId } = asked;
    return { name: 'past', connectionId, runId, query: '', asksUndo: true };
  }
  return { name: 'overview', isReturn: false };
}
