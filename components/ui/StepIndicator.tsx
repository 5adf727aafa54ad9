import './layout.css';
import { Icon } from './Icon.tsx';

export interface StepIndicatorProps {
  /** The list's accessible name. */
  label: string;
  steps: readonly string[];
  /** From 1. */
  current: number;
  /** The word for a completed step, e.g. "færdigt". */
  doneText: string;
}

export function StepIndicator({ label, steps, current, doneText }: StepIndicatorProps) {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => {
        const number = index + 1;
        const done = number < current;
        const state = done ? 'step-done' : number === current ? 'step-current' : '';
        return (
          <li key={step} class={`step ${state}`} aria-current={number === current ? 'step' : undefined}>
            <span class="step-number">{done ? <Icon name="check" /> : number}</span>
            <span class="step-name">{step}</span>
            {done && <span class="hidden-visually">({doneText})</span>}
          </li>
        );
      })}
    </ol>
  );
}
