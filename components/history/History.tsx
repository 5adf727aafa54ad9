import './history.css';
import { useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import type { PastRun } from '../../lib/features/history/messages.ts';
import { BackBar } from '../shared/BackBar.tsx';
import { send } from '../shared/background.ts';
import { download } from '../shared/download.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { HistoryRow } from './HistoryRow.tsx';
import { historyCsv } from './report.ts';
import { createHistoryState, type HistoryState } from './state.ts';
import { runName } from './words.ts';

export interface HistoryProps {
  connectionId: string;
  /** The query to start with. */
  query: string;
  onShow(past: PastRun, query: string): void;
  onLeave(): void;
}

/** All runs, newest first. */
export function History(props: HistoryProps) {
  const { connectionId, query } = props;
  const view = useViewState(connectionId, () => createHistoryState(connectionId, query));
  return view ? <Shown view={view} {...props} /> : null;
}

function Shown({ view, onShow, onLeave }: HistoryProps & { view: HistoryState }) {
  const words = t.value;
  const { history } = words;
  const query = view.query.value;
  const runs = view.runs.value;
  const failure = view.failure.value;
  return (
    <Page
      top={<BackBar onBack={onLeave} help="history" />}
      foot={runs && runs.length > 0 && <ReportFoot view={view} />}
    >
      <PageHeader title={history.title} takeFocus />
      <div class="history-search">
        <TextField
          type="search"
          label={history.search}
          hideLabel
          placeholder={history.search}
          value={query}
          onInput={view.search}
        />
        <p class="muted small" role="status">
          {query.trim() && runs && !view.more.value && history.found(runs.length)}
        </p>
      </div>
      {failure && (
        <ErrorNotice
          problem={problemOf(failure.error)}
          unchanged={history.failed.load}
          action={
            <Button variant="quiet" compact icon="sync" onClick={view.load}>
              {words.common.tryAgain}
            </Button>
          }
        />
      )}
      {!runs && !failure && <Skeleton label={history.loading} rows={5} />}
      {runs && runs.length === 0 && (
        <div class="history-empty">
          <p>{query.trim() ? history.noHits : history.empty}</p>
          <p class="muted">{query.trim() ? history.noHitsHint : history.emptyHint}</p>
        </div>
      )}
      {runs && runs.length > 0 && (
        <div class="history-list">
          <VirtualList
            label={history.listLabel}
            items={runs}
            keyOf={({ run }) => run.id}
            nameOf={({ run }) => runName(run)}
            rowHeight={57}
          >
            {(past) => <HistoryRow past={past} onShow={() => onShow(past, query)} />}
          </VirtualList>
        </div>
      )}
      {view.more.value && (
        <div class="history-more">
          <Button onClick={view.showMore}>{history.showMore}</Button>
        </div>
      )}
    </Page>
  );
}

/** Downloads all shown runs as one report. */
function ReportFoot({ view }: { view: HistoryState }) {
  const words = t.value;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const report = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const runs = [];
      // One by one: together they may exceed the size of a message.
      for (const { run } of view.runs.value ?? []) runs.push(await send('runResult', { runId: run.id }));
      const csv = await historyCsv(runs, view.query.value, words, formats.value.dateTime);
      download(csv, { type: 'text/csv', name: words.history.reportFile });
    } catch (error) {
      setFailure({ error });
    }
    setBusy(false);
  };
  return (
    <Foot
      actions={
        <Button icon="download" busy={busy} onClick={report}>
          {words.history.report}
        </Button>
      }
    >
      {failure && words.history.failed.report}
    </Foot>
  );
}
