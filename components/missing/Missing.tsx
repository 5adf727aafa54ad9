import './missing.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { displayNames } from '../../lib/domain/display-names.ts';
import { mayBeDone, problemOf } from '../../lib/domain/problem.ts';
import type { MissingCounterpart } from '../../lib/features/missing/index.ts';
import { SimilarList } from '../candidates/index.ts';
import { BackBar } from '../shared/BackBar.tsx';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { isFocusLost, moveFocus } from '../ui/focus.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { MissingRow } from './MissingRow.tsx';
import { createMissingState, type MissingState, type SimilarQuestion } from './state.ts';

export interface MissingProps {
  connection: Company;
  onLeave: () => void;
  /** The wizard is ready: broken links are matched again in step 1. */
  onRematch: () => void;
}

/** Linked customers that have been deleted or archived in one system, and what to do. */
export function Missing(props: MissingProps) {
  const { id } = props.connection;
  const state = useViewState(id, () => createMissingState(id));
  return state ? <Shown state={state} {...props} /> : null;
}

function Shown({ state, connection, onLeave, onRematch }: MissingProps & { state: MissingState }) {
  const words = t.value;
  const failure = state.failure.value;
  const problem = problemOf(failure?.error);
  const unsure = failure?.sent && mayBeDone(problem);
  const list = state.list.value;
  const asked = state.asked.value;
  const rematch = async () => {
    const { id: connectionId } = connection;
    try {
      const { runId } = await send('startFlow', { connectionId, fresh: false });
      // The user may have left the flow in another step.
      if (!runId) await send('goToStep', { connectionId, step: 1 });
      onRematch();
    } catch (error) {
      state.failure.value = { error };
    }
  };
  return (
    <Page top={<BackBar onBack={onLeave} help="missing" />}>
      <div class="list-page">
        <PageHeader title={words.gone.title} takeFocus>
          <p class="muted">{words.gone.about}</p>
        </PageHeader>
        {failure && (
          <ErrorNotice
            problem={problem}
            unchanged={unsure ? words.common.unsure : words.common.nothingChanged}
            action={
              !list && (
                <Button variant="quiet" compact icon="sync" onClick={state.load}>
                  {words.common.tryAgain}
                </Button>
              )
            }
          />
        )}
        <Done state={state} />
        {!list && !failure && <Skeleton label={words.common.loading} rows={3} />}
        {list?.length === 0 && (
          <Notice kind="success" still title={words.gone.none}>
            <p>{words.gone.noneHint}</p>
          </Notice>
        )}
        {list && list.length > 0 && (
          <Rows list={list} state={state} connection={connection} onRematch={rematch} />
        )}
        {asked && <SimilarDialog state={state} asked={asked} />}
      </div>
    </Page>
  );
}

/** The last action and its undo. The pressed button is gone, so the focus moves here. */
function Done({ state }: { state: MissingState }) {
  const words = t.value;
  const done = state.done.value;
  const list = state.list.value;
  const notice = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (done && isFocusLost()) moveFocus(notice.current?.querySelector<HTMLElement>('button, [tabindex]'));
  }, [done, list]);
  return (
    <div class="outcome" role="status" ref={notice}>
      {done && (
        <Notice
          still
          kind="success"
          title={words.gone.did[done.action](done.name)}
          actions={
            done.undo && (
              <Button compact icon="undo" busy={state.busy.value !== undefined} onClick={done.undo}>
                {words.common.undo}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}

interface RowsProps {
  list: readonly MissingCounterpart[];
  state: MissingState;
  connection: Company;
  onRematch: () => void;
}

function Rows({ list, ...rest }: RowsProps) {
  const words = t.value;
  const names = displayNames(
    list.map(({ customerId, name, city, vatNumber }) => ({ id: customerId, name, city, number: vatNumber })),
    words.common.unnamed,
  );
  const nameOf = ({ customerId, name }: MissingCounterpart) => names.get(customerId) ?? name;
  return (
    <div class="card">
      <VirtualList
        label={words.gone.title}
        items={list}
        keyOf={({ customerId }) => customerId}
        nameOf={nameOf}
        rowHeight={92}
      >
        {(missing) => <MissingRow missing={missing} name={nameOf(missing)} {...rest} />}
      </VirtualList>
    </div>
  );
}

/** Before importing again: Effihub may have the customer already. */
function SimilarDialog({ state, asked }: { state: MissingState; asked: SimilarQuestion }) {
  const { common, panel: words } = t.value;
  const close = () => {
    state.asked.value = undefined;
  };
  return (
    <Dialog
      title={words.side.customers.similar}
      closeLabel={common.close}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button onClick={state.importAnyway}>{words.side.customers.makeAnyway}</Button>
        </>
      }
    >
      <p class="similar-name">{asked.name}</p>
      <p class="muted">{words.similarFirst}</p>
      <SimilarList
        candidates={asked.candidates}
        action={words.matchWith}
        onChoose={({ id }) => state.matchWith(id)}
      />
    </Dialog>
  );
}
