import './duplicates.css';
import { useId, useMemo } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { type DuplicateSet, SIDES, type Side } from '../../lib/features/duplicates/index.ts';
import { AnnouncedProgress } from '../shared/AnnouncedProgress.tsx';
import { BackBar } from '../shared/BackBar.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { Outcome } from './Outcome.tsx';
import { SetRow } from './SetRow.tsx';
import { createDuplicatesState, type DuplicatesState, keyOf, namesOf } from './state.ts';

export interface DuplicatesProps {
  connection: Company;
  onLeave: () => void;
}

/** Customers that Dinero or Effihub has more than once: who, why, and what to do. */
export function Duplicates({ connection, onLeave }: DuplicatesProps) {
  const words = t.value.duplicates;
  const state = useViewState(connection.id, () => createDuplicatesState(connection.id));
  return (
    <Page top={<BackBar onBack={onLeave} help="duplicates" />} foot={state && <Outcome state={state} />}>
      <div class="list-page">
        <PageHeader title={words.title} takeFocus>
          <p class="muted">{words.about}</p>
        </PageHeader>
        {state ? <Found state={state} connection={connection} /> : <Looking />}
      </div>
    </Page>
  );
}

function Found({ state, connection }: { state: DuplicatesState; connection: Company }) {
  const { common, duplicates: words } = t.value;
  const { view, progress } = state;
  const found = view.data.value;
  const failure = view.failure.value;
  return (
    <>
      {failure && failure.action === undefined && (
        <ErrorNotice
          problem={problemOf(failure.error)}
          unchanged={words.notLooked}
          action={
            <Button compact variant="quiet" icon="sync" onClick={view.refresh}>
              {common.tryAgain}
            </Button>
          }
        />
      )}
      {found
        ? SIDES.map((side) => (
            <SideSection key={side} state={state} connection={connection} side={side} sets={found[side]} />
          ))
        : !failure && <Looking share={progress.value} />}
    </>
  );
}

/** @param props.share of a long list that has been compared */
function Looking({ share }: { share?: number }) {
  const { common, duplicates: words } = t.value;
  return (
    <>
      <AnnouncedProgress share={share} text={words.looking} textAt={words.lookingShare} />
      <Skeleton label={common.loading} rows={6} />
    </>
  );
}

interface SideSectionProps {
  state: DuplicatesState;
  connection: Company;
  side: Side;
  sets: readonly DuplicateSet[];
}

/** Two members and a line of reasons. */
const ROW_HEIGHT = 156;

/** One system's duplicates. */
function SideSection({ state, connection, side, sets }: SideSectionProps) {
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
