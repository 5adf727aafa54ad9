import './layout.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface PageHeaderProps {
  title: string;
  /** Below the heading. */
  children?: ComponentChildren;
  /** At the right. */
  actions?: ComponentChildren;
  /** Above the heading, e.g. the step indicator. */
  above?: ComponentChildren;
  /** The view took another one's place: the focus goes to its heading, so that it is read and Tab starts here. */
  takeFocus?: boolean;
}

export function PageHeader({ title, children, actions, above, takeFocus }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus, title]);
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
