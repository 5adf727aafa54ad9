import './layout.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

export interface ExternalLinkProps {
  href: string;
  children: ComponentChildren;
  onClick?: () => void;
}

/** Opens a page of Dinero or Effihub in a new tab. */
export function ExternalLink({ href, children, onClick }: ExternalLinkProps) {
  return (
    <a class="external-link" href={href} target="_blank" rel="noreferrer" onClick={onClick}>
      {children}
      <Icon name="external" />
    </a>
  );
}
