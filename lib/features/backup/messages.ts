/** What views ask about backups. */
import * as v from 'valibot';
import { CHECKS } from '../../domain/preferences.ts';
import type { Run } from '../../domain/run.ts';
import { message, OWN_READ, OWN_WRITE } from '../../messaging/define.ts';
import { id } from '../../messaging/schema-parts.ts';
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

export const backupMessages = {
  /** The text of a file with everything but secrets; of one company where one is named. */
  makeBackup: message(
    OWN_READ,
    v.object({
      preferences: v.object({
        language: v.picklist(['auto', 'da', 'en']),
        theme: v.picklist(['auto', 'light', 'dark']),
        check: v.picklist(CHECKS),
      }),
      connectionId: v.optional(id),
    }),
  ).answers<BackupText>(),
  /** What restoring the file would do; changes nothing. Whoever reads the file says what is wrong with it. */
  previewRestore: message(OWN_READ, v.object({ text: v.string() })).answers<RestorePreview>(),
  /** Answers once everything is stored; the runs that it starts write the links. */
  restore: message(
    OWN_WRITE,
    v.object({ text: v.string(), mode: v.picklist(['merge', 'replace']) }),
  ).answers<{ preferences?: SavedPreferences; runs: Run[] }>(),
};
