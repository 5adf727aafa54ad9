import './history.css';
import { useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Run } from '../../lib/domain/run.ts';
import type { PastRun } from '../../lib/features/history/messages.ts';
import { LinkRun } from '../links/index.ts';
import { RunState } from '../overview/index.ts';
import {
  createRunView,
  hasEnded,
  ResultGroups,
  RunProgress,
  type RunView,
  reportCsv,
} from '../runs/index.ts';
import { BackBar } from '../shared/BackBar.tsx';
import { partFor } from '../shared/deep-link.ts';
import { download } from '../shared/download.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { isPanel, openPage } from '../shared/host.ts';
import { overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { UndoneTag } from './HistoryRow.tsx';
import { shownOperations } from './report.ts';
import { UndoDialog } from './UndoDialog.tsx';
import { runName } from './words.ts';

export interface PastRunViewProps extends Pick<PastRun, 'undone'> {
  runId: string;
  /** The query to start with. */
  query: string;
  /** Opens the undo dialog at once. */
  asksUndo?: boolean;
  /** Shows the run that undoes this one. */
  onShow(runId: string): void;
  onLeave(query: string): void;
}

/** One run: its operations, and the undo. */
export function PastRunView(props: PastRunViewProps) {
  const view = useViewState(props.runId, () => createRunView(props.runId));
  return view ? <Shown view={view} {...props} /> : null;
}

function Shown({ view, onShow, onLeave, ...props }: PastRunViewProps & { view: RunView }) {
  const words = t.value;
  const [query, setQuery] = useState(props.query);
  const [asking, setAsking] = useState(props.asksUndo ?? false);
  const run = view.run.value;
  const failure = view.failure.value;
  const ended = run !== undefined && hasEnded(run);
  const { connection } = overview.value ?? {};
  const undo = () => {
    if (!run || !isPanel()) return setAsking(true);
    void openPage('/sync.html', partFor({ what: 'undo', connectionId: run.connectionId, runId: run.id }));
  };
  const operations = shownOperations(view.operations.value, query);
  const top = <BackBar onBack={() => onLeave(query)} help="history" label={words.history.back} />;
  return (
    <Page
      top={top}
      foot={run && ended && <PastFoot view={view} run={run} undone={props.undone} onUndo={undo} />}
    >
      <PageHeader title={run ? runName(run) : words.history.title} takeFocus />
      {failure && (
        <ErrorNotice problem={problemOf(failure.error)} unchanged={words.result.failed[failure.what]} />
      )}
      {!run && !failure && <Skeleton label={words.result.loading} rows={5} />}
      {/* Always present, so that screen readers announce the end. */}
      <div class="outcome" role="status">
        {ended && (
          <div class="history-end">
            <RunState run={run} />
            <UndoneTag undone={props.undone} />
          </div>
        )}
      </div>
      {run && !ended && <UnfinishedRun run={run} view={view} />}
      {ended && (
        <>
          <div class="history-search">
            <TextField
              type="search"
              label={words.history.search}
              hideLabel
              placeholder={words.history.search}
              value={query}
              onInput={setQuery}
            />
          </div>
          {operations.length === 0 && (
            <p class="muted">{query.trim() ? words.history.noHits : words.history.didNothing}</p>
          )}
          {/* The key resets which groups are open with each query. */}
          <ResultGroups key={query.trim()} operations={operations} connection={connection} />
        </>
      )}
      {asking && <UndoDialog runId={props.runId} onBegun={onShow} onClose={() => setAsking(false)} />}
    </Page>
  );
}

function UnfinishedRun({ run, view }: { run: Run; view: RunView }) {
  return run.kind === 'sync' ? <RunProgress run={run} waiting={view.waiting.value} /> : <LinkRun run={run} />;
}

interface PastFootProps extends Pick<PastRunViewProps, 'undone'> {
  view: RunView;
  run: Run;
  onUndo(): void;
}

function PastFoot({ view, run, undone, onUndo }: PastFootProps) {
  const words = t.value;
  const report = () =>
    view.attempt('report', async () => {
      const csv = await reportCsv(shownOperations(view.operations.value, ''), words);
      const madeAt = run.endedAt ?? run.startedAt;
      download(csv, { type: 'text/csv', name: words.history.runFile, madeAt });
    });
  const blocked = overview.value?.activeRun
    ? words.overview.waitForRun
    : run.restored
      ? words.history.fromBackup
      : undefined;
  return (
    <Foot
      start={
        <Button variant="quiet" icon="download" onClick={report}>
          {words.history.report}
        </Button>
      }
      actions={
        run.kind !== 'undo' &&
        undone !== 'whole' && (
          <Button icon={isPanel() ? 'external' : 'undo'} blocked={blocked} onClick={onUndo}>
            {words.history.undo}
          </Button>
        )
      }
    />
  );
}
