/** The page's address, first heading and title, and whether they belong together yet. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { LONGEST_ADDRESS, MOST_LETTERS, type PageReport } from '../../lib/messaging/page-report.ts';

/** Milliseconds after which unchanged content counts as belonging to the new address. */
const GRACE = 2_500;
/** Milliseconds without a mutation before a change is reported. */
const DEBOUNCE = 60;
/** Milliseconds between two looks at the address, where the browser has no event for it. */
const POLL_EVERY = 300;

interface Content {
  element: Element | null;
  heading: string;
  title: string;
}

const short = (text: string | null | undefined): string =>
  (text ?? '')
    .slice(0, MOST_LETTERS * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS);

function contentNow(): Content {
  const element = document.querySelector('h1') ?? document.querySelector('h2');
  return { element, heading: short(element?.textContent), title: short(document.title) };
}

interface NavigationEvents {
  navigation?: EventTarget;
}

export interface PageWatch {
  report(): PageReport;
  /** Starts or stops reporting changes. */
  follow(on: boolean): void;
}

/** @param onChange `moved`: the address has changed; otherwise heading or title have */
export function watchPage(ctx: ContentScriptContext, onChange: (moved: boolean) => void): PageWatch {
  let href = location.href;
  /** The content when the address changed; undefined until it does. */
  let before: Content | undefined;
  let changedAt = 0;
  let told = '';
  let stop: (() => void) | undefined;

  const readAddress = () => {
    if (location.href === href) return;
    href = location.href;
    before = contentNow();
    changedAt = Date.now();
    if (!stop) return;
    onChange(true);
    ctx.setTimeout(tell, GRACE);
  };
  /** Only when the report differs from the last one. */
  const tell = () => {
    const report = JSON.stringify(api.report());
    if (!stop || report === told) return;
    told = report;
    onChange(false);
  };
  const { navigation } = globalThis as NavigationEvents;
  if (navigation) ctx.addEventListener(navigation, 'currententrychange', readAddress);
  ctx.addEventListener(window, 'popstate', readAddress);

  const start = () => {
    let timer = 0;
    const observer = new MutationObserver(() => {
      readAddress();
      clearTimeout(timer);
      timer = ctx.setTimeout(tell, DEBOUNCE);
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    const polling = navigation ? 0 : ctx.setInterval(readAddress, POLL_EVERY);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      clearInterval(polling);
    };
  };

  const api: PageWatch = {
    report() {
      readAddress();
      const { origin, pathname } = location;
      const { element, heading, title } = contentNow();
      const whole = origin + pathname;
      const cut = () => whole.slice(0, LONGEST_ADDRESS).replace(/[^/]*$/, '');
      const url = whole.length > LONGEST_ADDRESS ? cut() : whole;
      if (!before) return { url, heading, title, state: 'changed' };
      const newHeading = element !== before.element || heading !== before.heading;
      const newTitle = title !== before.title;
      if (Date.now() - changedAt >= GRACE)
        return { url, heading, title, state: newHeading || newTitle ? 'changed' : 'same' };
      return {
        url,
        ...(newHeading && { heading }),
        ...(newTitle && { title }),
        state: newHeading ? 'changed' : 'changing',
      };
    },
    follow(on) {
      if (on === Boolean(stop)) return;
      stop?.();
      stop = on ? start() : undefined;
    },
  };
  ctx.onInvalidated(() => api.follow(false));
  return api;
}
