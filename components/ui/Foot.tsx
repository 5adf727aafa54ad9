import './layout.css';
import type { ComponentChildren } from 'preact';

export interface FootProps {
  /** Says what the primary action will do. */
  children?: ComponentChildren;
  /** Buttons, the primary one last. */
  actions: ComponentChildren;
  /** To the left, e.g. `Tilbage`. */
  start?: ComponentChildren;
}

/** Fixed to the bottom of the view. */
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
