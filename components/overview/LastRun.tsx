import type { Run } from '../../lib/domain/run.ts';
import type { Overview } from '../../lib/features/overview/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';

/** Time and outcome of the last run. */
export function LastRun({ overview, onShow }: { overview: Overview; onShow(runId: string): void }) {
  const words = t.value.overview;
  const run = overview.lastRun;
  if (!run) return <p class="last-run muted">{words.neverRun}</p>;
  return (
    <div class="last-run">
      <span>{words.last(formats.value.dateTime(run.endedAt ?? run.startedAt))}</span>
      <RunState run={run} />
      <Button variant="quiet" compact onClick={() => onShow(run.id)}>
        {words.showResult}
      </Button>
    </div>
  );
}

/** How a run ended, or that it is going on. */
export function RunState({ run }: { run: Run }) {
  const words = t.value.overview.ended;
  if (run.state === 'running') return <Tag icon="sync">{words.going}</Tag>;
  if (run.state === 'paused') return <Tag icon="pause">{words.paused}</Tag>;
  if (run.failed > 0)
    return (
      <Tag icon="error" tone="danger">
        {words.failed(run.failed)}
      </Tag>
    );
  if (run.state === 'stopped')
    return (
      <Tag icon="stop" tone="warning">
        {words.stopped}
      </Tag>
    );
  return (
    <Tag icon="check-circle" tone="success">
      {words.done}
    </Tag>
  );
}
