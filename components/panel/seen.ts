/**
 * Whether the user can have meant a click in the panel. The page around it is somebody else's: it may cover the panel, make
 * it transparent, or push it under the pointer at the last moment.
 */

/** So long the panel must have been fully visible, and still under the pointer. */
const LONG_ENOUGH = 500;
/** Pixels that rounding may account for. */
const TOLERANCE = 3;
/** Of the panel; the rest may be lost to rounding. */
const FULLY = 0.99;

/** What is left of the panel in the smallest window that one works in, in pixels at the browser's zoom of 1. */
const LEAST = { width: 280, height: 160 };

/** Of version 2: the browser vouches that nothing covers, fades or distorts the target. */
interface VisibilityOptions extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}

interface Point {
  x: number;
  y: number;
}

/**
 * Watches from now on. A page that is not in a frame is always seen.
 * @param zoomOf the browser's zoom of this page
 * @returns whether the last thing that the user did was meant
 */
export function watchSeen(zoomOf: () => Promise<number>): () => boolean {
  if (window.top === window) return () => true;
  let visibleSince: number | undefined;
  let isSeen = false;
  let focusedSince = document.hasFocus() ? performance.now() : undefined;
  /** Where the panel's corner was on the screen when the pointer was last found over it, and since when it is there. */
  let corner: (Point & { since: number }) | undefined;
  let zoom = 1;
  let meant = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isLong = (since: number | undefined) =>
    since !== undefined && performance.now() - since >= LONG_ENOUGH;
  /** Says on the page's root whether clicks and keys count by now. */
  const show = () => {
    clearTimeout(timer);
    const clicks = isLong(visibleSince) && isLong(corner?.since);
    const keys = isLong(visibleSince) && isLong(focusedSince);
    document.documentElement.dataset.ready = clicks ? 'yes' : 'no';
    document.documentElement.dataset.readyForKeys = keys ? 'yes' : 'no';
    const waits = [visibleSince, corner?.since, focusedSince].some(
      (since) => since !== undefined && !isLong(since),
    );
    if (waits) timer = setTimeout(show, 100);
  };

  /** A few pixels of it, or letters too small to be read, are seen as well: see `zoom` of CSS. */
  const isLarge = () =>
    innerWidth * zoom >= LEAST.width && innerHeight * zoom >= LEAST.height && devicePixelRatio >= 0.9 * zoom;
  const count = () => {
    if (!isSeen || !isLarge()) visibleSince = undefined;
    else visibleSince ??= performance.now();
    show();
  };

  /** An open dialog lies above the page's root for the browser, so then it is watched in the root's place. */
  const onTop = (): Element =>
    [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.documentElement;
  let watched = onTop();
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.findLast(({ target }) => target === watched) as VisibilityEntry | undefined;
      if (!last) return;
      // Firefox has no word for it: there only what lies outside the window is found out.
      isSeen = last.intersectionRatio >= FULLY && last.isVisible !== false;
      count();
    },
    {
      threshold: [0, FULLY, 1],
      trackVisibility: true,
      delay: 100,
    } satisfies VisibilityOptions as VisibilityOptions,
  );
  observer.observe(watched);
  new MutationObserver(() => {
    const next = onTop();
    if (next === watched) return;
    observer.unobserve(watched);
    watched = next;
    observer.observe(watched);
  }).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ['open'] });

  const look = () =>
    void zoomOf().then(
      (found) => {
        zoom = found;
        count();
      },
      () => undefined,
    );
  look();
  addEventListener('resize', () => {
    count();
    look();
  });

  const onPointer = (event: MouseEvent) => {
    const x = event.screenX - event.clientX * zoom;
    const y = event.screenY - event.clientY * zoom;
    if (corner && Math.abs(corner.x - x) <= TOLERANCE && Math.abs(corner.y - y) <= TOLERANCE) return;
    corner = { x, y, since: performance.now() };
    show();
  };
  for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'] as const)
    addEventListener(type, onPointer, { capture: true, passive: true });
  addEventListener('focus', () => {
    focusedSince = performance.now();
    show();
  });
  addEventListener('blur', () => {
    focusedSince = undefined;
  });

  const judge = (event: Event) => {
    if (!event.isTrusted) return;
    const byPointer = event instanceof MouseEvent && event.detail > 0;
    // What has been put in may come from either.
    const byEither = event.type === 'input' || event.type === 'change';
    const still = ((byPointer || byEither) && isLong(corner?.since)) || (!byPointer && isLong(focusedSince));
    meant = still && isLong(visibleSince);
  };
  for (const type of ['click', 'keydown', 'input', 'change'] as const)
    addEventListener(type, judge, { capture: true });
  return () => meant;
}
