/** The contents of a backup, as plain data: no keys, sign-ins or API addresses. */
import type { Company } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Decision } from '../../domain/difference.ts';
import type { Dismissal, IgnoredContact, LinkOrigin } from '../../domain/link.ts';
import type { CheckChoice } from '../../domain/preferences.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Operation, OperationState, Run } from '../../domain/run.ts';
import type { SheetRow } from '../../systems/spreadsheets/merge.ts';

/** As `components/shared/preferences.ts` stores them. */
export interface SavedPreferences {
  language: 'auto' | 'da' | 'en';
  theme: 'auto' | 'light' | 'dark';
  check: CheckChoice;
}

export interface SavedLink {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** The names on both sides, where known. */
  customer: string;
  contact: string;
  how: LinkOrigin;
  linkedAt: number;
}

export type SavedIgnored = IgnoredContact;

export type SavedDismissal = Dismissal;

/** A difference that the user has decided to keep. */
export type SavedKeptDifference = Omit<Decision, 'stale'> & { answer: 'both'; kept: true };

export interface SavedNumber {
  number: string;
  contactGuid: ContactGuid;
}

/** An import into an account without an API that no table has shown yet. */
export type SavedImport = SheetRow & Required<Pick<SheetRow, 'awaited'>>;

/** Without the request that was sent. */
export type SavedOperation = Omit<
  Operation,
  'runId' | 'connectionId' | 'body' | 'idempotencyKey' | 'state'
> & {
  state: Exclude<OperationState, 'waiting' | 'sent'>;
};

/** A run that has ended. */
export type SavedRun = Omit<Run, 'connectionId' | 'expectedEnd' | 'restored' | 'state' | 'endedAt'> & {
  state: 'done' | 'stopped';
  endedAt: number;
  operations: SavedOperation[];
};

export interface SavedCompany extends Omit<Company, 'paused'> {
  lastUsedAt?: number;
  links: SavedLink[];
  ignored: SavedIgnored[];
  contactNumbers: SavedNumber[];
  imports: SavedImport[];
  columns: [heading: string, column: string][];
  dismissals: SavedDismissal[];
  kept: SavedKeptDifference[];
  runs: SavedRun[];
}

export interface Backup {
  /** ISO 8601 */
  madeAt: string;
  preferences: SavedPreferences;
  companies: SavedCompany[];
}

/** In characters. Messages in the browser are limited to 64 MiB, and quoting makes the text longer. */
export const MAX_TEXT_LENGTH = 50_000_000;

/**
 * - `foreign` not a backup of ours
 * - `damaged` cut off or changed
 * - `newer` written by a newer version of the extension
 * - `too-big`
 */
export type BackupFault = 'foreign' | 'damaged' | 'newer' | 'too-big';

export const backupProblem = (fault: BackupFault) =>
  new ProblemError({ system: 'kundebro', code: 'backup', quote: fault });
