/** Moves the focus, but never into the panel while the user types on the page around it. */
export function moveFocus(target: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (window.top === window || document.hasFocus()) target?.focus(options);
}

/** What had the focus is gone from the page. */
export const isFocusLost = (): boolean => document.activeElement === document.body;
