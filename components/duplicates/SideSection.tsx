import { useId, useMemo } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import type { DuplicateSet, Side } from '../../lib/features/duplicates/index.ts';
import { formats, t } from '../shared/text.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { keyOf, namesOf } from './names.ts';
import { SetRow } from './SetRow.tsx';
import type { DuplicatesState } from './state.ts';

export interface SideSectionProps {
  state: DuplicatesState;
  connection: Company;
  side: Side;
  sets: readonly DuplicateSet[];
}

/** Two members and a line of reasons. */
const ROW_HEIGHT = 156;

/** One system's duplicates. */
export function SideSection({ state, connection, side, sets }: SideSectionProps) {
  const { common, duplicates: words } = t.value;
  const id = useId();
  const title = words.sides[side](formats.value.number(sets.length));
  const names = useMemo(() => namesOf(sets, common.unnamed), [sets, common]);
  return (
    <section class="card duplicates" aria-labelledby={`${id}-heading`}>
      <header class="duplicates-header">
        <h2 id={`${id}-heading`}>{title}</h2>
        {sets.length === 0 && <p class="muted small">{words.none[side]}</p>}
      </header>
      {sets.length > 0 && (
        <VirtualList label={title} items={sets} keyOf={keyOf} nameOf={names.set} rowHeight={ROW_HEIGHT}>
          {(set) => <SetRow state={state} connection={connection} side={side} set={set} names={names} />}
        </VirtualList>
      )}
    </section>
  );
}
