/** What views ask about backups. */

import type { Run } from '../../domain/run.ts';
import type { RestoreMode } from './compare-rows.ts';
import type { SavedPreferences } from './contents.ts';
import type { BackupText } from './file.ts';
import type { CompanyPreview } from './restore-plan.ts';

/** What restoring a file in one way would do. */
export interface ModePreview {
  companies: CompanyPreview[];
  /** Nothing at all, apart from preferences. */
  isEmpty: boolean;
}

export interface RestorePreview {
  /** ISO 8601: when the file was made. */
  madeAt: string;
  /** The file's. Whoever shows the preview knows its own. */
  preferences: SavedPreferences;
  merge: ModePreview;
  replace: ModePreview;
}

export interface BackupMessages {
  /** The text of a file with everything but secrets. @param input.connectionId one company's alone */
  makeBackup(input: { preferences: SavedPreferences; connectionId?: string }): BackupText;
  /** What restoring the file would do; nothing is changed. */
  previewRestore(input: { text: string }): RestorePreview;
  /** Answers once all of it is stored; links are written by the runs that it has begun. */
  restore(input: { text: string; mode: RestoreMode }): { preferences?: SavedPreferences; runs: Run[] };
}
