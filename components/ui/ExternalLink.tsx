import './layout.css';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** Leads to a page of Dinero or Effihub, in a tab of its own. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class="external-link" href={href} target="_blank" rel="noreferrer">
      {children}
      <Icon name="external" />
    </a>
  );
}
