/**
 * Decides whether the user can have meant a click or a key in the panel. The page around it is hostile: it may cover the
 * panel, make it transparent, push it under the pointer or change its subject at the last moment.
 */

import { onFrameNote } from '../../lib/messaging/content.ts';
import { LONG_ENOUGH } from '../../lib/messaging/page-report.ts';

/** The first content counts after this many milliseconds: the panel itself has been visible for longer. */
const FIRST_CONTENT_DELAY = 350;
/** Pixels that rounding may account for. */
const TOLERANCE = 3;
/** The share of the panel that must be visible; rounding may cost the rest. */
const FULLY = 0.99;
/** Milliseconds in which a key may still scroll: the focused element stays the same meanwhile. */
const KEY_SCROLL_TIME = 150;

/** The smallest panel that is usable, in pixels at a browser zoom of 1. */
const LEAST = { width: 280, height: 160 };

/** Parts that change all the time and do not matter for a click, such as progress. */
const LIVELY = '[data-lively]';

/** Placeholder of content that is being loaded. */
const LOADING = '.skeleton';

/** IntersectionObserver version 2: the browser vouches that nothing covers, fades or distorts the target. */
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

/** Why the last input does not count: the panel was not visible, or the input came too early. */
export type ClickRefusal = 'unseen' | 'early';

/**
 * Starts watching. A page that is not in a frame accepts everything.
 * @param zoomOf the browser's zoom of this page
 * @returns why the last input does not count; undefined when it does
 */
export function watchForClickjacking(zoomOf: () => Promise<number>): () => ClickRefusal | undefined {
  if (window.top === window) return () => undefined;
  let visibleSince: number | undefined;
  let isVisible = false;
  let focusedSince = document.hasFocus() ? performance.now() : undefined;
  /** The panel's corner on the screen when the pointer was last over it, and since when it has been there. */
  let corner: (Point & { since: number }) | undefined;
  /** Since when content and its position have been the same: for the pointer, and for keys. */
  let stableSince = performance.now();
  let stableForKeysSince = stableSince;
  let zoom = 1;
  let refusal: ClickRefusal | undefined = 'early';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isLongEnough = (since: number | undefined, now: number) =>
    since !== undefined && now - since >= LONG_ENOUGH;
  const isReady = (now: number, ...since: (number | undefined)[]) =>
    [visibleSince, ...since].every((each) => isLongEnough(each, now));
  const isReadyForPointer = (now: number) => isReady(now, corner?.since, stableSince);
  const isReadyForKeys = (now: number) => isReady(now, focusedSince, stableForKeysSince);
  /** Tells on the root element whether clicks and keys count by now. */
  const publishReadiness = () => {
    clearTimeout(timer);
    // One clock reading for all, so that whatever is not ready yet is checked again.
    const now = performance.now();
    document.documentElement.dataset.ready = isReadyForPointer(now) ? 'yes' : 'no';
    document.documentElement.dataset.readyForKeys = isReadyForKeys(now) ? 'yes' : 'no';
    const all = [visibleSince, corner?.since, focusedSince, stableSince, stableForKeysSince];
    const waiting = all.flatMap((each) => (each === undefined || isLongEnough(each, now) ? [] : [each]));
    if (waiting.length > 0) timer = setTimeout(publishReadiness, Math.min(...waiting) + LONG_ENOUGH - now);
  };
  /** Content or its position has changed. @param headStart milliseconds that count as waited already */
  const restartWait = (forKeys = true, headStart = 0) => {
    stableSince = performance.now() - headStart;
    if (forKeys) stableForKeysSince = stableSince;
    publishReadiness();
  };

  /** A few pixels of the panel, or letters too small to read, count as visible for the browser: see CSS `zoom`. */
  const isLegible = () =>
    innerWidth * zoom >= LEAST.width && innerHeight * zoom >= LEAST.height && devicePixelRatio >= 0.9 * zoom;
  const updateVisible = () => {
    if (!isVisible || !isLegible()) visibleSince = undefined;
    else visibleSince ??= performance.now();
    publishReadiness();
  };

  /** An open dialog covers the root element for the browser, so it is observed instead. */
  const topmost = (): Element =>
    [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.documentElement;
  let observed = topmost();
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.findLast(({ target }) => target === observed) as VisibilityEntry | undefined;
      if (!last) return;
      // Firefox does not know `isVisible`: there only parts outside the window are found.
      isVisible = last.intersectionRatio >= FULLY && last.isVisible !== false;
      updateVisible();
    },
    {
      threshold: [0, FULLY, 1],
      trackVisibility: true,
      delay: 100,
    } satisfies VisibilityOptions as VisibilityOptions,
  );
  observer.observe(observed);

  /** Changes with the company, the place and the card. */
  const headings = () =>
    [...document.querySelectorAll('h1')].map(({ textContent }) => textContent).join('\n');
  let subject = headings();
  let hasRendered = false;
  /** Changes caused by the user's own input leave the rest of a list where the user saw it. */
  let isHandlingInput = false;
  const isLively = ({ target }: MutationRecord) =>
    (target instanceof Element ? target : target.parentElement)?.closest(LIVELY);
  new MutationObserver((records) => {
    const next = topmost();
    const isAnother = next !== observed || headings() !== subject;
    subject = headings();
    if (next !== observed) {
      observer.unobserve(observed);
      observed = next;
      observer.observe(observed);
    }
    if (!hasRendered) {
      hasRendered = subject !== '' && document.querySelector(LOADING) === null;
      restartWait(true, hasRendered ? LONG_ENOUGH - FIRST_CONTENT_DELAY : 0);
    } else if (isAnother || (!isHandlingInput && !records.every(isLively))) restartWait();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['open', 'hidden', 'style'],
  });

  const readZoom = () =>
    void zoomOf().then(
      (found) => {
        zoom = found;
        updateVisible();
      },
      () => undefined,
    );
  readZoom();
  addEventListener('resize', () => {
    restartWait();
    updateVisible();
    readZoom();
  });
  let lastKeyAt = Number.NEGATIVE_INFINITY;
  addEventListener('scroll', () => restartWait(performance.now() - lastKeyAt > KEY_SCROLL_TIME), {
    capture: true,
    passive: true,
  });

  const trackPointer = (event: MouseEvent) => {
    const x = event.screenX - event.clientX * zoom;
    const y = event.screenY - event.clientY * zoom;
    if (corner && Math.abs(corner.x - x) <= TOLERANCE && Math.abs(corner.y - y) <= TOLERANCE) return;
    corner = { x, y, since: performance.now() };
    publishReadiness();
  };
  for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'] as const)
    addEventListener(type, trackPointer, { capture: true, passive: true });
  const forgetPointer = () => {
    corner = undefined;
    publishReadiness();
  };
  document.documentElement.addEventListener('pointerleave', ({ pointerType }) => {
    // A finger leaves with each tap.
    if (pointerType !== 'touch') forgetPointer();
  });
  onFrameNote(({ kundebro }) => {
    if (kundebro === 'away') forgetPointer();
  });
  addEventListener('focus', () => {
    focusedSince = performance.now();
    publishReadiness();
  });
  addEventListener('blur', () => {
    focusedSince = undefined;
    restartWait();
  });

  const inputHandled = new MessageChannel();
  inputHandled.port1.onmessage = () => {
    isHandlingInput = false;
  };
  const judge = (event: Event) => {
    if (!event.isTrusted) return;
    if (event.type === 'keydown') lastKeyAt = performance.now();
    const isByPointer = event instanceof MouseEvent && event.detail > 0;
    // Pasted or dropped text may come from either.
    const isByEither = event.type === 'input' || event.type === 'change';
    const now = performance.now();
    const isAccepted =
      ((isByPointer || isByEither) && isReadyForPointer(now)) || (!isByPointer && isReadyForKeys(now));
    refusal = isAccepted ? undefined : isVisible && isLegible() ? 'early' : 'unseen';
    // Until everything caused by the event itself has run.
    isHandlingInput = true;
    inputHandled.port2.postMessage(undefined);
  };
  for (const type of ['click', 'keydown', 'input', 'change'] as const)
    addEventListener(type, judge, { capture: true });
  return () => refusal;
}
