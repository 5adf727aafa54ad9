import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Step } from '../../lib/domain/choices.ts';
import { Result } from '../runs/index.ts';
import { useViewState } from '../shared/view-state.ts';
import { CreateFoot } from './create/CreateFoot.tsx';
import { CreateStep } from './create/CreateStep.tsx';
import { ImportFoot } from './import/ImportFoot.tsx';
import { ImportStep } from './import/ImportStep.tsx';
import { Loading } from './Loading.tsx';
import { MatchFoot } from './match/MatchFoot.tsx';
import { MatchStep } from './match/MatchStep.tsx';
import { UnlinkedNotice } from './match/UnlinkedNotice.tsx';
import { Frame } from './StepPage.tsx';
import { createWizard, type Wizard as WizardState } from './state.ts';

export interface WizardProps {
  connectionId: string;
  /** Back to the overview: the user said so, or the flow is over. */
  onLeave: () => void;
}

/** The four steps, from the lists as they were read to the result of the run. */
export function Wizard({ connectionId, onLeave }: WizardProps) {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  const wizard = useViewState(connectionId, () => createWizard(connectionId, () => leave.current()));
  return wizard ? <Steps wizard={wizard} onLeave={onLeave} /> : null;
}

function Steps({ wizard, onLeave }: { wizard: WizardState; onLeave: () => void }) {
  const head = wizard.head.value;
  const step = head?.runId ? 4 : (head?.step ?? 1);
  if (step === 4 && head?.runId)
    return <Result connectionId={wizard.connectionId} runId={head.runId} onDone={onLeave} />;
  // Without a run the fourth step has nothing to show: the third leads to it.
  const shown = step === 4 ? 3 : step;
  const ready = wizard.phase.value.name === 'ready';
  const { content, foot, aside } = stepOf(shown, wizard);
  return (
    <Frame
      key={shown}
      wizard={wizard}
      step={shown}
      aside={ready && aside}
      foot={ready && foot}
      onLeave={onLeave}
    >
      {ready ? content : <Loading wizard={wizard} />}
    </Frame>
  );
}

interface Parts {
  content: ComponentChildren;
  foot: ComponentChildren;
  aside?: ComponentChildren;
}

function stepOf(step: Step, wizard: WizardState): Parts {
  if (step === 1)
    return {
      content: <MatchStep wizard={wizard} />,
      foot: <MatchFoot wizard={wizard} />,
      aside: <UnlinkedNotice wizard={wizard} />,
    };
  if (step === 2) return { content: <CreateStep wizard={wizard} />, foot: <CreateFoot wizard={wizard} /> };
  return { content: <ImportStep wizard={wizard} />, foot: <ImportFoot wizard={wizard} /> };
}
