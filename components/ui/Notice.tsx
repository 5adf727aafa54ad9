import './notice.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export type NoticeKind = 'info' | 'warning' | 'error' | 'success';

const iconOf: Record<NoticeKind, IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
  success: 'check-circle',
};

export interface NoticeProps {
  kind: NoticeKind;
  title?: string;
  children?: ComponentChildren;
  /** Buttons or links at the foot. */
  actions?: ComponentChildren;
  /** It was there from the start, or a live region around it speaks: it shall not be read aloud by itself. */
  still?: boolean;
}

/** A message in its own frame: errors and warnings are alerts, the others a status. */
export function Notice({ kind, title, children, actions, still }: NoticeProps) {
  const role = kind === 'error' || kind === 'warning' ? 'alert' : 'status';
  return (
    <div class={`notice notice-${kind}`} role={still ? undefined : role}>
      <Icon name={iconOf[kind]} />
      <div class="notice-content">
        {title && <p class="notice-title">{title}</p>}
        {children}
        {actions && <div class="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
