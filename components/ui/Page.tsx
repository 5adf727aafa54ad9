import './layout.css';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { ScrollArea } from './VirtualList.tsx';

export interface PageProps {
  children: ComponentChildren;
  /** Fixed above the scrolling part. */
  top?: ComponentChildren;
  /** Fixed below the scrolling part: a `Foot`. */
  foot?: ComponentChildren;
}

/** A view that fills its window. One part scrolls, and may contain virtual lists. */
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
