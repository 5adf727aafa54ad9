/** Moves the focus; but never into the panel while the user is typing on the page around it. */
export function moveFocus(target: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (window.top === window || document.hasFocus()) target?.focus(options);
}

/** The focused element was removed. */
export const isFocusLost = (): boolean => document.activeElement === document.body;
