import './differences.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { displayNames } from '../../lib/domain/display-names.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import { LinkRun } from '../links/index.ts';
import { BackBar } from '../shared/BackBar.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { NothingFound } from '../shared/NothingFound.tsx';
import { linkRun, overview } from '../shared/overview.ts';
import { Search } from '../shared/Search.tsx';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { isFocusLost, moveFocus } from '../ui/focus.ts';
import { Notice } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { DifferencesRow } from './DifferencesRow.tsx';
import { Outcome } from './Outcome.tsx';
import { createDifferencesState, type DifferencesState } from './state.ts';
import { Tools } from './Tools.tsx';

export interface DifferencesProps {
  connection: Company;
  onLeave: () => void;
}

/** Linked customers whose fields differ between the systems. */
export function Differences({ connection, onLeave }: DifferencesProps) {
  const state = useViewState(connection.id, () => createDifferencesState(connection.id));
  return state ? <Shown state={state} connection={connection} onLeave={onLeave} /> : null;
}

function Shown({ state, connection, onLeave }: DifferencesProps & { state: DifferencesState }) {
  const words = t.value;
  const failure = state.failure.value;
  const run = linkRun.value;
  const outcome = state.outcome.value;
  const busy = overview.value?.activeRun !== undefined;
  const isEmpty = state.all.value === 0;
  const view = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The foot, and the focused button in it, disappear with the last difference.
    if (isEmpty && isFocusLost()) moveFocus(view.current?.querySelector('h1'));
  }, [isEmpty]);
  return (
    <Page
      top={<BackBar onBack={onLeave} help="differences" />}
      foot={
        !isEmpty && <DifferencesFoot state={state} blocked={busy ? words.overview.waitForRun : undefined} />
      }
    >
      <div class="list-page" ref={view}>
        <PageHeader title={words.differences.title} takeFocus>
          <p class="muted">{words.differences.about}</p>
        </PageHeader>
        {failure && (
          <ErrorNotice
            problem={problemOf(failure.error)}
            unchanged={failure.what === 'load' ? words.differences.loadFailed : words.common.nothingChanged}
            action={
              failure.what === 'load' && (
                <Button variant="quiet" compact icon="sync" onClick={state.load}>
                  {words.common.tryAgain}
                </Button>
              )
            }
          />
        )}
        {run && <LinkRun run={run} />}
        <div class="outcome" role="status">
          {outcome && !run && <Outcome outcome={outcome} connection={connection} />}
        </div>
        <List state={state} connection={connection} />
      </div>
    </Page>
  );
}

function List({ state, connection }: { state: DifferencesState; connection: Company }) {
  const words = t.value;
  const rows = state.rows.value;
  const shown = state.shown.value;
  const writesEffihub = connection.source !== 'sheet';
  if (!rows) return state.failure.value ? null : <Skeleton label={words.common.loading} rows={5} />;
  if (rows.length === 0)
    return (
      <Notice kind="success" still title={words.differences.none}>
        <p>{words.differences.noneHint}</p>
      </Notice>
    );
  const names = displayNames(
    rows.map(({ customerId, name, city, vatNumber }) => ({ id: customerId, name, city, number: vatNumber })),
    words.common.unnamed,
  );
  const nameOf = ({ customerId, name }: { customerId: string; name: string }) =>
    names.get(customerId) ?? name;
  return (
    <>
      {state.all.value > 0 && (
        <Search
          label={words.differences.search}
          query={state.search}
          shown={shown.length}
          all={state.all.value}
        />
      )}
      {!writesEffihub && <p class="muted">{words.differences.noApi}</p>}
      {state.all.value === 0 && (
        <Notice kind="success" still title={words.differences.none}>
          <p>{words.differences.allKept}</p>
        </Notice>
      )}
      <Tools state={state} writesEffihub={writesEffihub} />
      {shown.length === 0 && state.search.value && <NothingFound query={state.search} />}
      {shown.length > 0 && (
        <div class="card">
          <VirtualList
            label={words.differences.title}
            items={shown}
            keyOf={({ customerId }) => customerId}
            nameOf={nameOf}
            rowHeight={104}
          >
            {(row) => <DifferencesRow state={state} row={row} name={nameOf(row)} connection={connection} />}
          </VirtualList>
        </div>
      )}
    </>
  );
}

/** What saving will change, and the button for it. @param props.blocked why saving is not possible now */
function DifferencesFoot({ state, blocked }: { state: DifferencesState; blocked?: string }) {
  const words = t.value.differences;
  const counts = state.counts.value;
  const will: string[] = [];
  if (counts.effihub > 0) will.push(words.will.dinero(counts.effihub));
  if (counts.dinero > 0) will.push(words.will.effihub(counts.dinero));
  if (counts.both > 0) will.push(words.will.both(counts.both));
  const saving = state.saving.value;
  return (
    <Foot
      actions={
        <Button
          variant="primary"
          busy={saving}
          blocked={blocked ?? (will.length === 0 ? words.nothingChosen : undefined)}
          onClick={state.save}
        >
          {words.save}
        </Button>
      }
    >
      {saving ? words.saving : will.join(', ')}
      {!saving && counts.effihub > 0 && <span class="small differences-type">{words.companyType}</span>}
    </Foot>
  );
}
