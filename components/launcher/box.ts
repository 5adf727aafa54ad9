/** Position and width of the panel. Pure. */

/** CSS pixels. */
export interface Box {
  width: number;
  /** From the window's right edge. */
  right: number;
  /** From the window's upper edge. */
  top: number;
}

export interface Size {
  width: number;
  height: number;
}

export const NARROWEST = 420;
export const WIDEST = 720;
const MARGIN = 16;
/** Pixels of the panel's height that stay on the screen. */
const LEAST_HEIGHT = 320;

export const DEFAULT_BOX: Box = { width: 520, right: MARGIN, top: MARGIN };

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.max(least, Math.min(value, Math.max(least, most))));

/** The box clamped to a window, which may be smaller than the one it was saved in. */
export function fitted(box: Box, window: Size): Box & { height: number } {
  const width = between(Math.min(NARROWEST, window.width - 8), box.width, Math.min(WIDEST, window.width - 8));
  const top = between(0, box.top, window.height - LEAST_HEIGHT);
  return {
    width,
    right: between(0, box.right, window.width - width),
    top,
    height: between(0, window.height - top - MARGIN, window.height),
  };
}

/** The saved box, with defaults for whatever is not a number. */
export function boxFrom(saved: unknown): Box {
  const box = { ...DEFAULT_BOX };
  for (const key of Object.keys(box) as (keyof Box)[]) {
    const value = (saved as Partial<Box> | undefined)?.[key];
    if (Number.isFinite(value)) box[key] = value as number;
  }
  return box;
}
