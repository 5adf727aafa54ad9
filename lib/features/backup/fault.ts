import { ProblemError } from '../../domain/problem.ts';

/** In characters. The browser carries no message of more than 64 MiB, and quoting makes the text longer. */
export const MAX_TEXT_LENGTH = 50_000_000;

/**
 * - `foreign` it is not a backup of ours
 * - `damaged` it is one, but cut off or changed
 * - `newer` written by a newer version of the extension
 * - `too-big`
 */
export type BackupFault = 'foreign' | 'damaged' | 'newer' | 'too-big';

export const backupProblem = (fault: BackupFault) =>
  new ProblemError({ system: 'kundebro', code: 'backup', quote: fault });
