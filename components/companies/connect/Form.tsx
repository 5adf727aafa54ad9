import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { invalidAttempts } from './state.ts';

export interface FormProps {
  class: string;
  /** The accessible name. */
  label?: string;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A form whose first invalid field takes the focus when a submit is refused, so that its error is read at once. */
export function Form({ class: className, label, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const attempts = invalidAttempts.value;
  useLayoutEffect(() => {
    if (attempts === 0) return;
    // The fields render after the form.
    queueMicrotask(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }, [attempts]);
  return (
    <form
      ref={form}
      class={className}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
