import type { PastRun } from '../../lib/features/history/messages.ts';
import { t } from '../shared/text.ts';
import { Tag } from '../ui/Tag.tsx';

/** That a run has been taken back; nothing where it has not. */
export function Undone({ undone }: Pick<PastRun, 'undone'>) {
  return undone ? <Tag icon="undo">{t.value.history.undone[undone]}</Tag> : null;
}
