/**
 * Whether the user can have meant a click or a key in the panel. The page around it is somebody else's: it may cover the
 * panel, make it transparent, push it under the pointer or change what it is about at the last moment.
 */

import { onFrameNote } from '../../lib/messaging/content.ts';
import { LONG_ENOUGH } from '../../lib/messaging/page-report.ts';

/** So long the first that the panel shows at all: it comes soon after the panel, which is looked at for longer. */
const FIRST_LOOK = 350;
/** Pixels that rounding may account for. */
const TOLERANCE = 3;
/** Of the panel; the rest may be lost to rounding. */
const FULLY = 0.99;
/** A key of the user's own scrolls, too, so long after it was pressed: what has the focus stays the same then. */
const SCROLLED_BY_KEY = 150;

/** What is left of the panel in the smallest window that one works in, in pixels at the browser's zoom of 1. */
const LEAST = { width: 280, height: 160 };

/** Parts that change all the time and say nothing about what is clicked, such as progress. */
const LIVELY = '[data-lively]';

/** Stands in for what is on its way. */
const WAITING = '.skeleton';

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

/** Why the last thing that the user did does not count: nobody could see the panel, or it came too early. */
export type ClickRefusal = 'unseen' | 'early';

/**
 * Watches from now on. A page that is not in a frame is always seen.
 * @param zoomOf the browser's zoom of this page
 * @returns what speaks against the last thing that the user did, if anything does
 */
export function watchForClickjacking(zoomOf: () => Promise<number>): () => ClickRefusal | undefined {
  if (window.top === window) return () => undefined;
  let visibleSince: number | undefined;
  let isSeen = false;
  let focusedSince = document.hasFocus() ? performance.now() : undefined;
  /** Where the panel's corner was on the screen when the pointer was last found over it, and since when it is there. */
  let corner: (Point & { since: number }) | undefined;
  /** Since when the panel shows what it shows, where it shows it: for the pointer, and for keys. */
  let sameSince = performance.now();
  let sameForKeysSince = sameSince;
  let zoom = 1;
  let uncounted: ClickRefusal | undefined = 'early';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const isLong = (since: number | undefined, now: number) =>
    since !== undefined && now - since >= LONG_ENOUGH;
  const isReady = (now: number, ...since: (number | undefined)[]) =>
    [visibleSince, ...since].every((each) => isLong(each, now));
  const forPointer = (now: number) => isReady(now, corner?.since, sameSince);
  const forKeys = (now: number) => isReady(now, focusedSince, sameForKeysSince);
  /** Says on the page's root whether clicks and keys count by now. */
  const show = () => {
    clearTimeout(timer);
    // One moment for all: what is not long enough yet is looked at again.
    const now = performance.now();
    document.documentElement.dataset.ready = forPointer(now) ? 'yes' : 'no';
    document.documentElement.dataset.readyForKeys = forKeys(now) ? 'yes' : 'no';
    const since = [visibleSince, corner?.since, focusedSince, sameSince, sameForKeysSince];
    const waits = since.flatMap((each) => (each === undefined || isLong(each, now) ? [] : [each]));
    if (waits.length > 0) timer = setTimeout(show, Math.min(...waits) + LONG_ENOUGH - now);
  };
  /** Something else is shown, or in another place. @param looked ms that count as looked at already */
  const startAnew = (keys = true, looked = 0) => {
    sameSince = performance.now() - looked;
    if (keys) sameForKeysSince = sameSince;
    show();
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

  /** What the view is about, in its heading; it changes with the company, the place and the card. */
  const subject = () => [...document.querySelectorAll('h1')].map(({ textContent }) => textContent).join('\n');
  let about = subject();
  let hasShown = false;
  /** What is shown changes in answer to the user's own click or key: the rest of a list stays as it was seen. */
  let isAnswering = false;
  const isLively = ({ target }: MutationRecord) =>
    (target instanceof Element ? target : target.parentElement)?.closest(LIVELY);
  new MutationObserver((records) => {
    const next = onTop();
    const isAnother = next !== watched || subject() !== about;
    about = subject();
    if (next !== watched) {
      observer.unobserve(watched);
      watched = next;
      observer.observe(watched);
    }
    if (!hasShown) {
      hasShown = about !== '' && document.querySelector(WAITING) === null;
      startAnew(true, hasShown ? LONG_ENOUGH - FIRST_LOOK : 0);
    } else if (isAnother || (!isAnswering && !records.every(isLively))) startAnew();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['open', 'hidden', 'style'],
  });

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
    startAnew();
    count();
    look();
  });
  let keyAt = Number.NEGATIVE_INFINITY;
  addEventListener('scroll', () => startAnew(performance.now() - keyAt > SCROLLED_BY_KEY), {
    capture: true,
    passive: true,
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
  const leave = () => {
    corner = undefined;
    show();
  };
  document.documentElement.addEventListener('pointerleave', ({ pointerType }) => {
    // A finger leaves with each tap.
    if (pointerType !== 'touch') leave();
  });
  onFrameNote(({ kundebro }) => {
    if (kundebro === 'away') leave();
  });
  addEventListener('focus', () => {
    focusedSince = performance.now();
    show();
  });
  addEventListener('blur', () => {
    focusedSince = undefined;
    startAnew();
  });

  const answered = new MessageChannel();
  answered.port1.onmessage = () => {
    isAnswering = false;
  };
  const judge = (event: Event) => {
    if (!event.isTrusted) return;
    if (event.type === 'keydown') keyAt = performance.now();
    const byPointer = event instanceof MouseEvent && event.detail > 0;
    // What has been put in may come from either.
    const byEither = event.type === 'input' || event.type === 'change';
    const now = performance.now();
    const counts = ((byPointer || byEither) && forPointer(now)) || (!byPointer && forKeys(now));
    uncounted = counts ? undefined : isSeen && isLarge() ? 'early' : 'unseen';
    // Until all has run that the event itself has caused.
    isAnswering = true;
    answered.port2.postMessage(undefined);
  };
  for (const type of ['click', 'keydown', 'input', 'change'] as const)
    addEventListener(type, judge, { capture: true });
  return () => uncounted;
}
