import './layout.css';
import type { ComponentChildren } from 'preact';

export interface FootProps {
  /** What the primary action will do, in words. */
  children?: ComponentChildren;
  /** Buttons; the primary one last. */
  actions: ComponentChildren;
  /** At the far left, e.g. `Tilbage`. */
  start?: ComponentChildren;
}

/** Stays at the bottom of the view. */
export function Foot({ children, actions, start }: FootProps) {
  return (
    <footer class="foot">
      {start}
      <div class="foot-words" aria-live="polite">
        {children}
      </div>
      <div class="foot-actions">{actions}</div>
    </footer>
  );
}
