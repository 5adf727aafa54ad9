import './layout.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { moveFocus } from './focus.ts';

export interface PageHeaderProps {
  title: string;
  /** Below the heading. */
  children?: ComponentChildren;
  /** At the right. */
  actions?: ComponentChildren;
  /** Above the heading, e.g. the step indicator. */
  above?: ComponentChildren;
  /**
   * The view took another one's place: the focus goes to its heading, so that it is read and Tab starts here. Only once: a
   * title that is known later takes it from nobody.
   */
  takeFocus?: boolean;
}

export function PageHeader({ title, children, actions, above, takeFocus }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before anybody sees the view: later, it would be taken from where the user has gone.
  useLayoutEffect(() => {
    if (takeFocus) moveFocus(heading.current);
  }, [takeFocus]);
  return (
    <header class="page-header">
      {above}
      <div class="page-header-row">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div class="page-header-actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
