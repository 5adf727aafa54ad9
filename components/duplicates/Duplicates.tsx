import './duplicates.css';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { SIDES } from '../../lib/features/duplicates/index.ts';
import { BackBar } from '../shared/BackBar.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Looking } from './Looking.tsx';
import { Outcome } from './Outcome.tsx';
import { SideSection } from './SideSection.tsx';
import { createDuplicates, type DuplicatesState } from './state.ts';

export interface DuplicatesProps {
  connection: Company;
  onLeave: () => void;
}

/** Customers that stand more than once in Dinero or in Effihub: who, why, and what to do about it. */
export function Duplicates({ connection, onLeave }: DuplicatesProps) {
  const words = t.value.duplicates;
  const state = useViewState(connection.id, () => createDuplicates(connection.id));
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
        : !failure && <Looking done={progress.value} />}
    </>
  );
}
