import { useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Run } from '../../lib/domain/run.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Progress } from '../ui/Progress.tsx';

/** The progress of a run that the wizard has not started, and its problem when it is paused. */
export function LinkRun({ run }: { run: Run }) {
  const words = t.value.overview;
  const [failure, setFailure] = useState<{ error: unknown }>();
  const ask = (name: 'resumeRun' | 'stopRun') => async () => {
    setFailure(undefined);
    await send(name, { runId: run.id }).catch((error: unknown) => setFailure({ error }));
  };
  const label = run.kind === 'sync' ? '' : words.going[run.kind];
  const problem = failure ? problemOf(failure.error) : run.reason;
  return (
    <section class="box" aria-label={label}>
      <Progress
        label={label}
        value={run.finished}
        max={run.total}
        text={label}
        aside={words.progressOf(run.finished, run.total)}
      />
      {(failure || run.reason) && <ErrorNotice problem={problem} unchanged={words.waitsHere} />}
      {run.state === 'paused' && (
        <div class="start">
          <Button icon="stop" onClick={ask('stopRun')}>
            {words.stop}
          </Button>
          <Button variant="primary" icon="play" onClick={ask('resumeRun')}>
            {words.resume}
          </Button>
        </div>
      )}
    </section>
  );
}
