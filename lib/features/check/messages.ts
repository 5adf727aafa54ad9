/** The messages about looking at both systems without a flow. */
import { message, READ } from '../../messaging/define.ts';
import { ofConnection } from '../../messaging/schema-parts.ts';

export interface Checked {
  /** Whether anything is other than at the last look. */
  changed: boolean;
  /** How much needs a decision in this company. */
  waiting: number;
}

export const checkMessages = {
  /** Reads what has changed in both systems, and writes nothing there. */
  checkNow: message(READ, ofConnection).answers<Checked>(),
};
