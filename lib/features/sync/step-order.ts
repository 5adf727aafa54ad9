import type { Step } from '../../domain/choices.ts';

/** Step 2 is skipped when nothing is to be created. */
export function nextStep(step: Step, creates: number): Step {
  if (step === 1) return creates > 0 ? 2 : 3;
  return step === 2 ? 3 : 4;
}

/** The step that `Tilbage` leads to. */
export function previousStep(step: Step, creates: number): Step {
  return step === 3 && creates > 0 ? 2 : 1;
}
