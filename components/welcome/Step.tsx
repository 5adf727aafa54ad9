import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

export interface StepProps {
  number: number;
  title: string;
  isOpen: boolean;
  /** Its outcome, once it is done. */
  done?: string;
  /** Reopens it. */
  onChange?: () => void;
  changeLabel?: string;
  children: ComponentChildren;
}

/** One of the steps, of which exactly one is open. */
export function Step({ number, title, isOpen, done, onChange, changeLabel, children }: StepProps) {
  const words = t.value.welcome;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    // The step that had the focus has closed.
    if (isOpen && !wasOpen.current) heading.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li class={isOpen ? 'guide-step guide-open' : 'guide-step'} aria-current={isOpen ? 'step' : undefined}>
      <span class={done ? 'guide-number guide-number-done' : 'guide-number'} aria-hidden="true">
        {done ? <Icon name="check" /> : number}
      </span>
      <section class="guide-body" aria-labelledby={id}>
        <header class="guide-head">
          <h2 id={id} ref={heading} tabIndex={-1}>
            <span class="hidden-visually">{words.number(number)}: </span>
            {title}
            {done && <span class="hidden-visually"> ({words.done})</span>}
          </h2>
          {done && !isOpen && onChange && (
            <Button variant="quiet" compact label={changeLabel} onClick={onChange}>
              {words.change}
            </Button>
          )}
        </header>
        <p role="status" class={done && !isOpen ? 'guide-outcome' : 'hidden-visually'}>
          {done && !isOpen && done}
        </p>
        {isOpen && children}
      </section>
    </li>
  );
}

/** Folded directions to what the step asks for. */
export function Where({ answers }: { answers: readonly string[] }) {
  return (
    <details class="where">
      <summary>{t.value.welcome.where}</summary>
      <ul>
        {answers.map((answer) => (
          <li key={answer}>{answer}</li>
        ))}
      </ul>
    </details>
  );
}
