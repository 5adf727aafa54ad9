import { send } from '../shared/background.ts';
import { download } from '../shared/download.ts';
import { checkChoice, languageChoice, themeChoice } from '../shared/preferences.ts';
import { t } from '../shared/text.ts';

/** The preferences in this browser; part of a backup. */
export const preferences = () => ({
  language: languageChoice.value,
  theme: themeChoice.value,
  check: checkChoice.value,
});

/**
 * Downloads a backup.
 * @param connectionId only this company @default all companies
 * @returns the number of oldest runs left out to keep the file short enough
 * @throws ProblemError
 */
export async function downloadBackup(connectionId?: string): Promise<number> {
  const { text, left } = await send('makeBackup', {
    preferences: preferences(),
    ...(connectionId !== undefined && { connectionId }),
  });
  download(text, { type: 'application/json', name: t.value.backup.file });
  return left;
}
