import './wizard.css';
import { HelpButton } from '../shared/HelpButton.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { StepIndicator } from '../ui/StepIndicator.tsx';

export interface StepTopProps {
  step: 1 | 2 | 3 | 4;
  onLeave: () => void;
}

/** Above each of the four steps: the way back, where one is, and the help about it. */
export function StepTop({ step, onLeave }: StepTopProps) {
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
