import { useEffect, useState } from 'preact/hooks';
import type { SavedPreferences } from '../../lib/features/backup/index.ts';
import { comparePreferences, countChanges, type RestoreMode } from '../../lib/features/backup/index.ts';
import type { RestorePreview } from '../../lib/features/backup/messages.ts';
import type { Protocol } from '../../lib/features/messages.ts';
import { send } from '../shared/background.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { PreviewTables } from './PreviewTables.tsx';

type Restored = ReturnType<Protocol['restore']>;

export interface RestoreDialogProps {
  /** The content of the file. */
  text: string;
  /** The current ones. */
  preferences: SavedPreferences;
  restore(mode: RestoreMode): Promise<Restored>;
  onRestored(restored: Restored): void;
  onFailed(error: unknown): void;
  onClose(): void;
}

/** Compares the file with what is stored, and restores it in one of two modes. */
export function RestoreDialog(props: RestoreDialogProps) {
  const words = t.value;
  const [preview, setPreview] = useState<RestorePreview>();
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    send('previewRestore', { text: props.text }).then(setPreview, props.onFailed);
  }, [props.text]);

  const settings = preview && comparePreferences(props.preferences, preview.preferences, mode);
  const isEmpty = preview && settings && preview[mode].isEmpty && countChanges(settings) === 0;
  const restore = async () => {
    setBusy(true);
    await props.restore(mode).then(props.onRestored, props.onFailed);
  };

  return (
    <Dialog
      wide
      title={words.backup.restore}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.common.cancel}</Button>
          <Button
            variant="primary"
            busy={busy || !preview}
            blocked={isEmpty ? words.backup.nothing : undefined}
            onClick={restore}
          >
            {words.backup.confirm}
          </Button>
        </>
      }
    >
      {!preview || !settings ? (
        <Skeleton label={words.backup.comparing} rows={5} />
      ) : (
        <>
          <p class="muted">{words.backup.madeAt(formats.value.dateTime(Date.parse(preview.madeAt)))}</p>
          <RadioGroup
            label={words.backup.how}
            value={mode}
            options={(['merge', 'replace'] as const).map((value) => ({
              value,
              label: words.backup.modes[value],
            }))}
            onChange={setMode}
          />
          <p>{words.backup.meaning[mode]}</p>
          <PreviewTables mode={mode} preview={preview[mode]} preferences={settings} />
        </>
      )}
    </Dialog>
  );
}
