import './layout.css';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

export interface TagProps {
  children: ComponentChildren;
  icon?: IconName;
  /** @default 'neutral' */
  tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
}

/** A state in a word or two. Its colour carries no meaning of its own. */
export function Tag({ children, icon, tone = 'neutral' }: TagProps) {
  return (
    <span class={`tag tag-${tone}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </span>
  );
}
