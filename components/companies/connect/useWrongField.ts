import { useLayoutEffect, useRef } from 'preact/hooks';
import { refusals } from './state.ts';

/** The first wrong field takes the focus, so that its reason is read at once. @returns for the element that holds the fields */
export function useWrongField<Holder extends HTMLElement>() {
  const holder = useRef<Holder>(null);
  const refused = refusals.value;
  useLayoutEffect(() => {
    if (refused === 0) return;
    // The fields are drawn right after what holds them.
    queueMicrotask(() => holder.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }, [refused]);
  return holder;
}
