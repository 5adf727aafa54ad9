import './button.css';
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  /** @default 'secondary' */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Why it cannot be pressed now; shown beside it. The button stays focusable and does nothing. */
  blocked?: string;
  /** It was pressed and is working: further clicks do nothing. */
  busy?: boolean;
  icon?: IconName;
  /** Less high, for rows of a list. */
  compact?: boolean;
  /** The accessible name, where it says more than the visible text. */
  label?: string;
  /** The id of a text that describes it. */
  describedBy?: string;
  /** For a button that expands a part of the page. */
  expanded?: boolean;
  controls?: string;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  onClick?: (event: MouseEvent) => void;
}

export function Button(props: ButtonProps) {
  const { variant = 'secondary', blocked, busy, icon, compact, type = 'button' } = props;
  const reasonId = useId();
  const [refused, setRefused] = useState(0);
  const inert = blocked !== undefined || busy;
  const press = (event: MouseEvent) => {
    if (!inert) return props.onClick?.(event);
    event.preventDefault();
    if (blocked) setRefused((count) => count + 1);
  };
  const button = (
    <button
      key="button"
      type={type}
      class={`button button-${variant}${compact ? ' button-compact' : ''}`}
      aria-label={props.label}
      aria-disabled={inert ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-describedby={blocked ? reasonId : props.describedBy}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      autofocus={props.autoFocus}
      onClick={press}
    >
      {icon && <Icon name={icon} />}
      <span>{props.children}</span>
    </button>
  );
  // A button that may be blocked is always wrapped: wrapping it later would lose the focus.
  if (!('blocked' in props)) return button;
  return (
    <span class={blocked ? 'button-blocked' : 'button-free'}>
      {blocked && (
        // A new key inserts the text again, so that it is animated and read aloud on each try.
        <span
          key={refused}
          id={reasonId}
          class={refused ? 'button-reason button-reason-again' : 'button-reason'}
          role={refused ? 'alert' : undefined}
        >
          {blocked}
        </span>
      )}
      {button}
    </span>
  );
}
