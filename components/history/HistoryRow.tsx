import type { PastRun } from '../../lib/features/history/messages.ts';
import { RunState } from '../overview/index.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Tag } from '../ui/Tag.tsx';
import { didInWords } from './words.ts';

/** A run: its kind, time, summary and outcome. */
export function HistoryRow({ past, onShow }: { past: PastRun; onShow(): void }) {
  const words = t.value.history;
  const { run, names, undone, undid } = past;
  return (
    <div class="history-row">
      <div class="history-what">
        <p>
          <span class="history-kind">{words.kinds[run.kind]}</span>
          {undid && (
            <span class="muted">
              {' '}
              {words.undid(words.kinds[undid.kind], formats.value.dateTime(undid.startedAt))}
            </span>
          )}
        </p>
        <p class="muted small">
          {formats.value.dateTime(run.startedAt)} · {didInWords(past)}
        </p>
        {names.length > 0 && <p class="small history-names">{names.join(', ')}</p>}
      </div>
      <div class="history-end">
        <UndoneTag undone={undone} />
        <RunState run={run} />
        <Button compact onClick={onShow}>
          {words.show}
        </Button>
      </div>
    </div>
  );
}

/** Marks a run that has been undone. */
export function UndoneTag({ undone }: Pick<PastRun, 'undone'>) {
  return undone ? <Tag icon="undo">{t.value.history.undone[undone]}</Tag> : null;
}
