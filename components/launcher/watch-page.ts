/** What stands on the page: its address, first heading and title, and whether they belong together yet. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { LONGEST_ADDRESS, MOST_LETTERS, type PageReport } from '../../lib/messaging/page-report.ts';

/** Milliseconds after which content that has not changed with the address counts as the address's own. */
const GRACE = 2_500;
/** Milliseconds of peace before a change is told. */
const PAUSE = 60;
/** Where the browser does not tell of a changed address it is looked at so often, while somebody wants to know. */
const LOOK_EVERY = 300;

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
  /** Tells of every change from now on, or no more. */
  follow(on: boolean): void;
}

/** @param onChange the address has changed, or heading or title have; ask for the report */
export function watchPage(ctx: ContentScriptContext, onChange: (moved: boolean) => void): PageWatch {
  let href = location.href;
  /** What stood there when the address changed; undefined on the page that was loaded. */
  let before: Content | undefined;
  let changedAt = 0;
  let told = '';
  let stop: (() => void) | undefined;

  const lookAtAddress = () => {
    if (location.href === href) return;
    href = location.href;
    before = contentNow();
    changedAt = Date.now();
    if (!stop) return;
    onChange(true);
    ctx.setTimeout(tell, GRACE);
  };
  /** Tells when the report differs from the last one told. */
  const tell = () => {
    const report = JSON.stringify(api.report());
    if (!stop || report === told) return;
    told = report;
    onChange(false);
  };
  const { navigation } = globalThis as NavigationEvents;
  if (navigation) ctx.addEventListener(navigation, 'currententrychange', lookAtAddress);
  ctx.addEventListener(window, 'popstate', lookAtAddress);

  const start = () => {
    let timer = 0;
    const observer = new MutationObserver(() => {
      lookAtAddress();
      clearTimeout(timer);
      timer = ctx.setTimeout(tell, PAUSE);
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    const looking = navigation ? 0 : ctx.setInterval(lookAtAddress, LOOK_EVERY);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      clearInterval(looking);
    };
  };

  const api: PageWatch = {
    report() {
      lookAtAddress();
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
