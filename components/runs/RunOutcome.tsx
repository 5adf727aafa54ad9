import type { Run } from '../../lib/domain/run.ts';
import { t } from '../shared/text.ts';
import { Notice } from '../ui/Notice.tsx';

/** How the run ended, in a sentence. */
export function RunOutcome({ run }: { run: Run }) {
  const words = t.value.result;
  if (run.state === 'stopped')
    return (
      <Notice still kind="warning" title={words.stopped}>
        <p>{words.stoppedHint}</p>
      </Notice>
    );
  if (run.failed > 0)
    return (
      <Notice still kind="error" title={words.doneWithFailures(run.failed)}>
        <p>{words.failuresHint}</p>
      </Notice>
    );
  return (
    <Notice still kind="success" title={words.done}>
      {run.total === 0 && <p>{words.nothingToDo}</p>}
    </Notice>
  );
}
