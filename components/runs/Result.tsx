import './result.css';
import { problemOf } from '../../lib/domain/problem.ts';
import type { Run } from '../../lib/domain/run.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { WizardHeader } from '../shared/WizardHeader.tsx';
import { PasteBox } from '../sheets/index.ts';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ResultFoot } from './ResultFoot.tsx';
import { ResultGroups } from './ResultGroups.tsx';
import { RunOutcome } from './RunOutcome.tsx';
import { RunProgress } from './RunProgress.tsx';
import { createRunViewState, hasEnded, type RunViewState } from './state.ts';

export interface ResultProps {
  connectionId: string;
  runId: string;
  onDone(): void;
}

/** Step 4: the progress of the run, then its result. */
export function Result(props: ResultProps) {
  const view = useViewState(props.runId, () => createRunViewState(props.runId));
  return view ? <Shown key={props.runId} view={view} {...props} /> : null;
}

function Shown({ view, ...props }: ResultProps & { view: RunViewState }) {
  const words = t.value;
  const run = view.run.value;
  const failure = view.failure.value;
  const ended = run !== undefined && hasEnded(run);
  const retryBlocked = run && whyNoRetry(run);
  const { connection, sheet } = overview.value ?? {};
  return (
    <Page
      top={<WizardHeader step={4} onLeave={props.onDone} />}
      foot={run && <ResultFoot view={view} run={run} retryBlocked={retryBlocked} {...props} />}
    >
      <PageHeader title={words.result.title} takeFocus />
      {failure && (
        <ErrorNotice problem={problemOf(failure.error)} unchanged={words.result.failed[failure.what]} />
      )}
      {!run && !failure && <Skeleton label={words.result.loading} rows={5} />}
      {/* Always present, so that screen readers announce the end. */}
      <div class="outcome" role="status">
        {ended && <RunOutcome run={run} />}
      </div>
      {run && !ended && <RunProgress run={run} waiting={view.waiting.value} />}
      {ended && connection && sheet && <PasteBox connection={connection} sheet={sheet} />}
      {ended && (
        <ResultGroups
          operations={view.operations.value}
          connection={connection}
          blocked={retryBlocked}
          onAnswer={view.answerDeleted}
        />
      )}
    </Page>
  );
}

/** Retrying makes the run the wizard's again, and the choices of another unfinished one would be lost. */
function whyNoRetry(run: Run): string | undefined {
  const { flow } = overview.value ?? {};
  return flow !== undefined && flow.runId !== run.id ? t.value.result.otherFlow : undefined;
}
