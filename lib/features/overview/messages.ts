import * as v from 'valibot';
import type { WizardProgress } from '../../domain/choices.ts';
import type { Company } from '../../domain/company.ts';
import type { Counts } from '../../domain/counts.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import { message, READ } from '../../messaging/define.ts';
import { ofConnection } from '../../messaging/schema-parts.ts';
import type { SheetInfo } from '../sheets/messages.ts';

export interface ListedCompany extends Company {
  /** How much needs a decision, see `waitingIn`. */
  waiting: number;
}

/** The start page, from the database alone: it is there before any network answers. */
export interface Overview {
  /** Undefined until Dinero and Effihub are connected. */
  connection?: Company;
  /** All that are connected, by what they are called; missing where nothing is known. */
  companies?: ListedCompany[];
  /** Of an account without an API. */
  sheet?: SheetInfo;
  /** As of the last read; undefined before the first. */
  counts?: Counts;
  /** When both lists were last looked at, in ms since 1970, and what went wrong then. */
  checkedAt?: number;
  checkProblem?: Problem;
  lastRun?: Run;
  /** Running or paused: everything else waits for it. */
  activeRun?: Run;
  /** A wizard that has been begun and not finished. */
  flow?: WizardProgress;
  /** Links that the latest reset removed and `Fortryd` can bring back. */
  undoableReset?: { runId: string; count: number };
  /** How Effihub's own Dinero integration is set, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** Why the latest look at the connection failed. */
  problem?: Problem;
}

export const overviewMessages = {
  /** Of the company last used, when none is named. */
  overview: message(READ, v.optional(ofConnection)).answers<Overview>(),
};
