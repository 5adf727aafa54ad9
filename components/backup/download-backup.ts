import { send } from '../shared/background.ts';
import { download } from '../shared/download.ts';
import { checkChoice, languageChoice, themeChoice } from '../shared/preferences.ts';
import { t } from '../shared/text.ts';

/** What the user prefers in this browser; part of a backup. */
export const preferences = () => ({
  language: languageChoice.value,
  theme: themeChoice.value,
  check: checkChoice.value,
});

/**
 * Gives the user a backup as a file.
 * @param connectionId of one company alone
 * @returns how many of the oldest runs are left out of a file that would be too long
 * @throws what the background could not do
 */
export async function downloadBackup(connectionId?: string): Promise<number> {
  const { text, left } = await send('makeBackup', {
    preferences: preferences(),
    ...(connectionId !== undefined && { connectionId }),
  });
  download(text, { type: 'application/json', name: t.value.backup.file });
  return left;
}
