import './result.css';
import { problemOf } from '../../lib/domain/problem.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { StepTop } from '../shared/WizardHeader.tsx';
import { PasteBox } from '../sheets/index.ts';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { otherFlow } from './other-flow.ts';
import { ResultFoot } from './ResultFoot.tsx';
import { ResultGroups } from './ResultGroups.tsx';
import { RunStatus } from './RunOutcome.tsx';
import { RunProgress } from './RunProgress.tsx';
import { createRunView, hasEnded, type RunView } from './state.ts';

export interface ResultProps {
  connectionId: string;
  runId: string;
  onDone(): void;
}

/** Step 4: how the run goes, and what came of it. */
export function Result(props: ResultProps) {
  const view = useViewState(props.runId, () => createRunView(props.runId));
  return view ? <Shown key={props.runId} view={view} {...props} /> : null;
}

function Shown({ view, ...props }: ResultProps & { view: RunView }) {
  const words = t.value;
  const run = view.run.value;
  const failure = view.failure.value;
  const ended = run !== undefined && hasEnded(run);
  const { connection, sheet } = overview.value ?? {};
  return (
    <Page
      top={<StepTop step={4} onLeave={props.onDone} />}
      foot={run && <ResultFoot view={view} run={run} {...props} />}
    >
      <PageHeader title={words.result.title} takeFocus />
      {failure && (
        <ErrorNotice problem={problemOf(failure.error)} unchanged={words.result.failed[failure.what]} />
      )}
      {!run && !failure && <Skeleton label={words.result.loading} rows={5} />}
      {/* Always there, so that the end is read aloud. */}
      <div class="outcome" role="status">
        {ended && <RunStatus run={run} />}
      </div>
      {run && !ended && <RunProgress run={run} waiting={view.waiting.value} />}
      {ended && connection && sheet && <PasteBox connection={connection} sheet={sheet} />}
      {ended && (
        <ResultGroups
          operations={view.operations.value}
          connection={connection}
          blocked={otherFlow(run)}
          onAnswer={view.answerDeleted}
        />
      )}
    </Page>
  );
}
