import type { Run } from '../../lib/domain/run.ts';
import { t } from '../shared/text.ts';
import { Tag } from '../ui/Tag.tsx';

/** How a run ended, or that it has not. */
export function Ending({ run }: { run: Run }) {
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
