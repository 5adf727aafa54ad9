import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Step } from '../../lib/domain/choices.ts';
import { Result } from '../runs/index.ts';
import { useViewState } from '../shared/view-state.ts';
import { CreateFoot, CreateStep } from './create/CreateStep.tsx';
import { ImportFoot, ImportStep } from './import/ImportStep.tsx';
import { Loading } from './Loading.tsx';
import { MatchFoot, MatchStep, UnlinkedNotice } from './match/MatchStep.tsx';
import { StepPage } from './StepPage.tsx';
import { createWizardState, type WizardState } from './state.ts';

export interface WizardProps {
  connectionId: string;
  /** Back to the overview: the user leaves, or the flow has ended. */
  onLeave: () => void;
}

/** The four steps, from the lists to the result of the run. */
export function Wizard({ connectionId, onLeave }: WizardProps) {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const wizard = useViewState(connectionId, () => createWizardState(connectionId, () => leave.current()));
  return wizard ? <Steps wizard={wizard} onLeave={onLeave} /> : null;
}

function Steps({ wizard, onLeave }: { wizard: WizardState; onLeave: () => void }) {
  const { step = 1, runId } = wizard.progress.value ?? {};
  if (runId) return <Result connectionId={wizard.connectionId} runId={runId} onDone={onLeave} />;
  // Step 4 shows a run. Without one the user is back in step 3, which starts it.
  const shown = step === 4 ? 3 : step;
  const isReady = wizard.phase.value.name === 'ready';
  const { content, foot, aside } = partsOf(shown, wizard);
  return (
    <StepPage
      key={shown}
      wizard={wizard}
      step={shown}
      aside={isReady && aside}
      foot={isReady && foot}
      onLeave={onLeave}
    >
      {isReady ? content : <Loading wizard={wizard} />}
    </StepPage>
  );
}

interface StepParts {
  content: ComponentChildren;
  foot: ComponentChildren;
  aside?: ComponentChildren;
}

function partsOf(step: Step, wizard: WizardState): StepParts {
  if (step === 1)
    return {
      content: <MatchStep wizard={wizard} />,
      foot: <MatchFoot wizard={wizard} />,
      aside: <UnlinkedNotice wizard={wizard} />,
    };
  if (step === 2) return { content: <CreateStep wizard={wizard} />, foot: <CreateFoot wizard={wizard} /> };
  return { content: <ImportStep wizard={wizard} />, foot: <ImportFoot wizard={wizard} /> };
}
