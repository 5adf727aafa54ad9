import type { Run } from '../../lib/domain/run.ts';
import { send } from '../shared/background.ts';
import { download } from '../shared/download.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { reportCsv } from './report.ts';
import { hasEnded, type RunViewState } from './state.ts';

export interface ResultFootProps {
  view: RunViewState;
  run: Run;
  /** Why nothing can be retried now. */
  retryBlocked?: string;
  connectionId: string;
  onDone(): void;
}

/** During the run: pause, resume, stop. Afterwards: retry, report, finish. */
export function ResultFoot(props: ResultFootProps) {
  const { view, run } = props;
  const words = t.value.result;
  const busy = view.busy.value;
  if (hasEnded(run)) return <EndedFoot {...props} />;
  // The last request is still finishing: nothing to decide any more.
  if (run.state === 'stopped') return null;
  return (
    <Foot
      actions={
        <>
          <Button icon="stop" busy={busy} onClick={() => view.command('stopRun')}>
            {words.stop}
          </Button>
          {run.state === 'paused' ? (
            <Button variant="primary" icon="play" busy={busy} onClick={() => view.command('resumeRun')}>
              {words.resume}
            </Button>
          ) : (
            <Button icon="pause" busy={busy} onClick={() => view.command('pauseRun')}>
              {words.pause}
            </Button>
          )}
        </>
      }
    />
  );
}

function EndedFoot({ view, run, retryBlocked, connectionId, onDone }: ResultFootProps) {
  const words = t.value;
  const busy = view.busy.value;
  const report = () =>
    view.attempt('report', async () => {
      const csv = await reportCsv(view.operations.value, words);
      download(csv, {
        type: 'text/csv',
        name: words.result.reportFile,
        madeAt: run.endedAt ?? run.startedAt,
      });
    });
  const finish = async () => {
    if (await view.attempt('command', () => send('finishFlow', { connectionId }))) onDone();
  };
  return (
    <Foot
      start={
        <Button variant="quiet" icon="download" onClick={report}>
          {words.result.report}
        </Button>
      }
      actions={
        <>
          {run.failed > 0 && (
            <Button
              icon="sync"
              busy={busy}
              blocked={retryBlocked}
              onClick={() => view.command('retryFailed')}
            >
              {words.result.retry}
            </Button>
          )}
          <Button variant="primary" busy={busy} onClick={finish}>
            {words.result.finish}
          </Button>
        </>
      }
    />
  );
}
