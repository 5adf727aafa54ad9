import './layout.css';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { moveFocus } from './focus.ts';

export interface PageHeaderProps {
  title: string;
  /** Below the heading. */
  children?: ComponentChildren;
  /** To the right. */
  actions?: ComponentChildren;
  /** Above the heading, e.g. the step indicator. */
  above?: ComponentChildren;
  /**
   * The view has replaced another one: its heading takes the focus, so that it is read aloud and Tab starts there. Only
   * once: a title that changes later does not.
   */
  takeFocus?: boolean;
}

export function PageHeader({ title, children, actions, above, takeFocus }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before paint: later the user may have moved the focus.
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
