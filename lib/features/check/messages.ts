/** The messages about looking at both systems without a flow. */

export interface Checked {
  /** Whether anything is other than at the last look. */
  changed: boolean;
  /** How much needs a decision in this company. */
  waiting: number;
}

export interface CheckMessages {
  /** Reads what has changed in both systems, and writes nothing there. */
  checkNow(input: { connectionId: string }): Checked;
}
