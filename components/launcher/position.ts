/** Places the panel on the page, and lets the user move and resize it with pointer and arrow keys. */
import { type Box, boxFrom, fitted } from './box.ts';
import type { FrameElements, Listen } from './elements.ts';

/** CSS pixels per press of an arrow key. */
const STEP = 16;

export interface Position {
  box(): Box;
  place(): void;
  /** Places it again when the page has changed its zoom. */
  followZoom(): void;
}

/** The page's own zoom, which would scale the panel, too. */
const pageZoom = () => (document.documentElement as { currentCSSZoom?: number }).currentCSSZoom ?? 1;

/**
 * @param saved the box of the last visit
 * @param onMoved the user has moved or resized it
 */
export function createPosition(
  { panel, bar, grip, closeButton, edge, zoomStyle }: FrameElements,
  saved: unknown,
  listen: Listen,
  onMoved: () => void,
): Position {
  let box = boxFrom(saved);
  let zoom: number;
  const place = () => {
    zoom = pageZoom();
    zoomStyle.textContent = `:host{zoom:${1 / zoom} !important}`;
    const { width, right, top, height } = fitted(box, { width: innerWidth, height: innerHeight });
    panel.style.cssText = `width:${width}px;right:${right}px;top:${top}px;height:${height}px`;
    edge.setAttribute('aria-valuenow', String(width));
  };
  const move = (to: Partial<Box>) => {
    box = { ...box, ...to };
    const { width, right, top } = fitted(box, { width: innerWidth, height: innerHeight });
    box = { width, right, top };
    place();
  };

  /** @param apply gets the box when the drag began, and how far the pointer has moved since */
  const drag = (handle: HTMLElement, apply: (start: Box, x: number, y: number) => void) =>
    listen(handle, 'pointerdown', (down) => {
      if (down.button !== 0 || (down.target instanceof Element && closeButton.contains(down.target))) return;
      const start = { ...box };
      const onMove = (event: PointerEvent) =>
        apply(start, event.clientX - down.clientX, event.clientY - down.clientY);
      handle.setPointerCapture(down.pointerId);
      handle.addEventListener('pointermove', onMove);
      handle.addEventListener(
        'lostpointercapture',
        () => {
          handle.removeEventListener('pointermove', onMove);
          onMoved();
        },
        { once: true },
      );
    });
  const onKeys = (handle: HTMLElement, moves: Record<string, () => void>) =>
    listen(handle, 'keydown', (event) => {
      const apply = moves[event.key];
      if (!apply) return;
      event.preventDefault();
      apply();
      onMoved();
    });
  drag(bar, (start, x, y) => move({ right: start.right - x, top: start.top + y }));
  drag(edge, (start, x) => move({ width: start.width - x }));
  onKeys(grip, {
    ArrowLeft: () => move({ right: box.right + STEP }),
    ArrowRight: () => move({ right: box.right - STEP }),
    ArrowUp: () => move({ top: box.top - STEP }),
    ArrowDown: () => move({ top: box.top + STEP }),
  });
  onKeys(edge, {
    ArrowLeft: () => move({ width: box.width + STEP }),
    ArrowRight: () => move({ width: box.width - STEP }),
  });

  return {
    box: () => box,
    place,
    followZoom() {
      if (zoom !== pageZoom()) place();
    },
  };
}
