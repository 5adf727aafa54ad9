import './layout.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ScrollArea } from './VirtualList.tsx';

export interface PageProps {
  children: ComponentChildren;
  /** Stays above what scrolls. */
  top?: ComponentChildren;
  /** Stays below what scrolls: a `Foot`. */
  foot?: ComponentChildren;
}

/** A view that fills its window: one part scrolls, and lists in it may be virtual. */
export function Page({ children, top, foot }: PageProps) {
  const area = useRef<HTMLElement>(null);
  return (
    <div class="page">
      {top && <header class="page-top">{top}</header>}
      <main class="page-scroll" ref={area}>
        <ScrollArea.Provider value={area}>
          <div class="page-column">{children}</div>
        </ScrollArea.Provider>
      </main>
      {foot}
    </div>
  );
}
