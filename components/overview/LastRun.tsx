import type { Overview } from '../../lib/features/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Ending } from './Ending.tsx';

/** When the last run was, and how it ended. */
export function LastRun({ overview, onShow }: { overview: Overview; onShow(runId: string): void }) {
  const words = t.value.overview;
  const run = overview.lastRun;
  if (!run) return <p class="last-run muted">{words.neverRun}</p>;
  return (
    <div class="last-run">
      <span>{words.last(formats.value.dateTime(run.endedAt ?? run.startedAt))}</span>
      <Ending run={run} />
      <Button variant="quiet" compact onClick={() => onShow(run.id)}>
        {words.showResult}
      </Button>
    </div>
  );
}
