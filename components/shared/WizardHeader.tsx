import './wizard-header.css';
import { Button } from '../ui/Button.tsx';
import { StepIndicator } from '../ui/StepIndicator.tsx';
import { HelpButton } from './HelpButton.tsx';
import { t } from './text.ts';

export interface WizardHeaderProps {
  step: 1 | 2 | 3 | 4;
  onLeave: () => void;
}

/** Above each of the four steps: the way back, the step indicator and the help. */
export function WizardHeader({ step, onLeave }: WizardHeaderProps) {
  const { common, wizard } = t.value;
  return (
    <div class="wizard-top">
      <Button variant="quiet" compact icon="arrow-left" onClick={onLeave}>
        {wizard.toOverview}
      </Button>
      <StepIndicator
        label={common.stepsLabel}
        steps={common.stepNames}
        current={step}
        doneText={common.stepDone}
      />
      <HelpButton topic={`step-${step}`} />
    </div>
  );
}
