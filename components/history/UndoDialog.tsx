import { useEffect, useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import { UNDO_KINDS } from '../../lib/features/history/index.ts';
import type { UndoExtent, UndoPreview } from '../../lib/features/history/messages.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { AlertDialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

export interface UndoDialogProps {
  runId: string;
  /** The undo has started, now or earlier. */
  onBegun(runId: string): void;
  onClose(): void;
}

/** Shows what the undo will do and what it cannot, and starts it. */
export function UndoDialog({ runId, onBegun, onClose }: UndoDialogProps) {
  const words = t.value;
  const [preview, setPreview] = useState<UndoPreview>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const [busy, setBusy] = useState(false);
  const look = (): void => {
    setFailure(undefined);
    send('previewUndo', { runId }).then(setPreview, (error: unknown) => setFailure({ error }));
  };
  useEffect(look, [runId]);
  const confirm = async () => {
    setBusy(true);
    try {
      onBegun((await send('undoRun', { runId, shown: preview && extentOf(preview) })).id);
    } catch (error) {
      setFailure({ error });
      // The preview may be outdated: load it again first.
      setPreview(undefined);
      setBusy(false);
    }
  };
  const isNothing = preview !== undefined && Object.keys(preview.counts).length === 0;
  return (
    <AlertDialog
      title={words.history.undo}
      confirm={failure && !preview ? words.common.tryAgain : words.history.undo}
      cancel={words.common.cancel}
      danger
      busy={busy || (!preview && !failure)}
      blocked={isNothing ? words.history.undoNothing : undefined}
      // Never undo before the preview has been shown.
      onConfirm={preview ? confirm : look}
      onCancel={onClose}
    >
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.history.undoFailed} />}
      {!preview && !failure && <Skeleton label={words.history.undoLoading} rows={3} />}
      {preview && <Preview preview={preview} isNothing={isNothing} />}
    </AlertDialog>
  );
}

function extentOf({ counts }: UndoPreview): UndoExtent {
  const deletes = (counts.deleteContact ?? 0) + (counts.deleteCustomer ?? 0);
  return { tasks: Object.values(counts).reduce((sum, count) => sum + count, 0), deletes };
}

function Preview({ preview, isNothing }: { preview: UndoPreview; isNothing: boolean }) {
  const words = t.value.history;
  const { number } = formats.value;
  const { counts, cannot, cannotCount, changedSince, mended } = preview;
  const more = cannotCount - cannot.length;
  return (
    <>
      {!isNothing && (
        <>
          <p>{words.undoIntro}</p>
          <ul class="undo-tasks">
            {UNDO_KINDS.map((kind) => {
              const count = counts[kind] ?? 0;
              return count > 0 && <li key={kind}>{words.undoTasks[kind](number(count), count === 1)}</li>;
            })}
          </ul>
        </>
      )}
      {changedSince > 0 && (
        <Notice kind="warning" still>
          <p>{words.changedSince(number(changedSince), changedSince === 1)}</p>
        </Notice>
      )}
      {counts.deleteContact && <p class="muted">{words.undoDeletes.dinero}</p>}
      {counts.deleteCustomer && <p class="muted">{words.undoDeletes.effihub}</p>}
      {counts.updateContact && <p class="muted">{t.value.differences.companyType}</p>}
      {mended > 0 && <p class="muted">{words.mended(number(mended), mended === 1)}</p>}
      {cannotCount > 0 && (
        <section class="undo-cannot" aria-labelledby="undo-cannot">
          <h3 id="undo-cannot">{words.cannot(number(cannotCount))}</h3>
          <ul>
            {cannot.map(({ name, reason }, place) => (
              <li key={place}>
                <strong>{name || t.value.common.unnamed}</strong>: {words.reasons[reason]}
              </li>
            ))}
            {more > 0 && <li>{words.cannotMore(number(more), more === 1)}</li>}
          </ul>
        </section>
      )}
    </>
  );
}
