import { useEffect, useRef } from 'preact/hooks';
import { refusals } from './state.ts';

/** The first wrong field takes the focus, so that its reason is read at once. @returns for the element that holds the fields */
export function useWrongField<Holder extends HTMLElement>() {
  const holder = useRef<Holder>(null);
  const refused = refusals.value;
  useEffect(() => {
    if (refused > 0) holder.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refused]);
  return holder;
}
