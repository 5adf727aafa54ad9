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
  /** Not a live region: it was there from the start, or is inside another one. */
  still?: boolean;
}

/** A framed message. Errors and warnings are alerts, the others are a status. */
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
