import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { send } from '../shared/background.ts';
import { partFor } from '../shared/deep-link.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { isPanel, openPage } from '../shared/host.ts';
import { linkRun, loadOverview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { AlertDialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { LinkRun } from './LinkRun.tsx';

export interface LinkResetProps {
  overview: Overview;
  connection: Company;
  /** Opens the confirmation at once. */
  asksReset?: boolean;
  /** Called when `asksReset` has opened the confirmation. */
  onAsked?: () => void;
  /** The view around the button that resets all links. */
  children: (resetButton: ComponentChildren) => ComponentChildren;
}

/** Resets all links, shows the progress, and offers the undo. */
export function LinkReset({ overview, connection, asksReset = false, onAsked, children }: LinkResetProps) {
  const words = t.value;
  const [asking, setAsking] = useState(asksReset);
  useEffect(() => {
    if (asksReset) onAsked?.();
  }, [asksReset]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const { counts, undoableReset, activeRun } = overview;
  const about = words.overview.resetAbout[connection.source];
  const links = counts && counts.linked + counts.broken;
  const blocked = activeRun
    ? words.overview.waitForRun
    : links === 0
      ? words.overview.resetNothing
      : undefined;

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
  const askReset = () => {
    if (isPanel()) void openPage('/sync.html', partFor({ what: 'reset', connectionId }));
    else setAsking(true);
  };
  const reset = () => change(() => send('resetLinks', { connectionId }));
  const undo = (runId: string) => change(() => send('undoReset', { connectionId, runId }));

  const resetButton = (
    <Button
      variant="quiet"
      compact
      icon={isPanel() ? 'external' : undefined}
      blocked={blocked}
      onClick={askReset}
    >
      {words.overview.reset}
    </Button>
  );
  return (
    <>
      {linkRun.value && <LinkRun run={linkRun.value} />}
      <div class="outcome" role="status">
        {undoableReset && !activeRun && (
          <Notice
            still
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
      </div>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />}
      {children(resetButton)}
      {asking && (
        <AlertDialog
          title={words.overview.reset}
          confirm={words.overview.resetConfirm}
          cancel={words.common.cancel}
          danger
          busy={busy}
          blocked={blocked}
          onConfirm={reset}
          onCancel={() => setAsking(false)}
        >
          <p>{links === undefined ? about.unknown : about.text(links)}</p>
          <p>
            <strong>{about.use}</strong> {about.useText}
          </p>
          <p class="muted">{words.overview.resetKept}</p>
        </AlertDialog>
      )}
    </>
  );
}
