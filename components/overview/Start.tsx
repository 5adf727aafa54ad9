import { useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { linkRun } from '../shared/overview.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { AlertDialog } from '../ui/Dialog.tsx';

export interface StartProps {
  overview: Overview;
  connection: Company;
  onContinue(connectionId: string): void;
  onShowResult(connectionId: string, runId: string): void;
}

/** Starts a synchronisation, or continues the one that was started. */
export function Start({ overview, connection, onContinue, onShowResult }: StartProps) {
  const words = t.value;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const { flow } = overview;
  const run = overview.activeRun?.kind === 'sync' ? overview.activeRun : undefined;
  const waitsForTable = overview.sheet && overview.sheet.readAt === undefined && words.overview.startFirst;
  const blocked = (linkRun.value && words.overview.waitForRun) || waitsForTable || undefined;

  const begin = async (fresh: boolean) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await send('startFlow', { connectionId: connection.id, fresh });
      onContinue(connection.id);
    } catch (error) {
      setFailure({ error });
      setBusy(false);
    }
    setAsking(false);
  };
  const goOn = () => {
    // A run without a flow, such as a retry of failed customers from an old result.
    if (run && !flow) onShowResult(connection.id, run.id);
    else onContinue(connection.id);
  };

  return (
    <>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.common.nothingChanged} />}
      <Where overview={overview} />
      <div class="start">
        {flow || run ? (
          <>
            {!blocked && (
              <Button onClick={() => setAsking(true)} busy={busy}>
                {words.overview.startOver}
              </Button>
            )}
            <Button variant="primary" onClick={goOn} blocked={blocked}>
              {words.overview.continue}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => begin(false)} busy={busy} blocked={blocked}>
            {words.overview.start}
          </Button>
        )}
      </div>
      {asking && (
        <AlertDialog
          title={words.overview.startOver}
          confirm={words.overview.startOver}
          cancel={words.common.cancel}
          danger
          busy={busy}
          onConfirm={() => begin(true)}
          onCancel={() => setAsking(false)}
        >
          <p>{words.overview.startOverText}</p>
          <p class="muted">{words.overview.startOverKept}</p>
        </AlertDialog>
      )}
    </>
  );
}

/** How far the started synchronisation has come. */
function Where({ overview }: { overview: Overview }) {
  const words = t.value;
  const { flow, activeRun: run } = overview;
  if (run?.kind === 'sync') {
    const state = run.state === 'paused' ? words.overview.runPaused : words.overview.runGoing;
    return (
      <p class="muted">
        {state}: {words.overview.progressOf(run.finished, run.total)}
      </p>
    );
  }
  if (!flow) return null;
  return (
    <p class="muted">
      {words.overview.unfinished(flow.step, words.common.stepNames[flow.step - 1] ?? '')}{' '}
      {words.overview.begun(formats.value.dateTime(flow.startedAt))}
    </p>
  );
}
