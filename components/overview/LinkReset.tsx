import { useState } from 'preact/hooks';
import type { ConnectionInfo, Overview } from '../../lib/messaging/protocol.ts';
import { problemOf } from '../../lib/problem.ts';
import { send } from '../background.ts';
import { openPage } from '../host.ts';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { AlertDialog } from '../ui/Dialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Notice } from '../ui/Notice.tsx';
import { LinkRun } from './LinkRun.tsx';
import { linkRun, loadOverview } from './state.ts';

/** Takes every link away, tells how it goes, and brings them back. Beside it the way to the ignore list. */
export function LinkReset({ overview, connection }: { overview: Overview; connection: ConnectionInfo }) {
  const words = t.value;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const { counts, undoableReset, activeRun } = overview;
  const links = counts && counts.linked + counts.broken;

  const change = async (ask: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await ask();
      await loadOverview();
    } catch (error) {
      setFailure({ error });
    }
    setBusy(false);
    setAsking(false);
  };
  const connectionId = connection.id;
  const reset = () => change(() => send('resetLinks', { connectionId }));
  const undo = (runId: string) => change(() => send('undoReset', { connectionId, runId }));

  return (
    <>
      {linkRun.value && <LinkRun run={linkRun.value} />}
      {undoableReset && !activeRun && (
        <Notice
          kind="success"
          actions={
            <Button compact icon="undo" busy={busy} onClick={() => undo(undoableReset.runId)}>
              {words.common.undo}
            </Button>
          }
        >
          <p>{words.overview.resetDone(undoableReset.count)}</p>
        </Notice>
      )}
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />}
      <div class="more">
        <Button variant="quiet" icon="ban" onClick={() => openPage('/options.html', 'ignore-list')}>
          {words.overview.ignoreList}
        </Button>
        <Button
          variant="quiet"
          icon="link-off"
          blocked={
            activeRun ? words.overview.waitForRun : links === 0 ? words.overview.resetNothing : undefined
          }
          onClick={() => setAsking(true)}
        >
          {words.overview.reset}
        </Button>
      </div>
      {asking && (
        <AlertDialog
          title={words.overview.reset}
          confirm={words.overview.resetConfirm}
          cancel={words.common.cancel}
          danger
          busy={busy}
          onConfirm={reset}
          onCancel={() => setAsking(false)}
        >
          <p>{links === undefined ? words.overview.resetUnknown : words.overview.resetText(links)}</p>
          <p>
            <strong>{words.overview.resetUse}</strong> {words.overview.resetUseText}
          </p>
          <p class="muted">{words.overview.resetKept}</p>
        </AlertDialog>
      )}
    </>
  );
}
