/**
 * The launcher and the panel's frame on a page of Dinero or Effihub. Without a framework, since it runs on every page.
 * What is in the panel is a page of the extension in an iframe: the site's scripts cannot read it.
 */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { FrameNote } from '../../lib/messaging/content.ts';
import { type Box, boxFrom, fitted, NARROWEST, WIDEST } from './box.ts';
import css from './frame.css?inline';
import type { da } from './words.ts';

/** Not an element of our own: one that a site has defined could be asked for its closed shadow root. */
const MARK = 'data-kundebro';
/** Of what is in the frame, once it is ours; as long as it is, nobody else is told the ticket. */
const OWN_ORIGIN = import.meta.env.FIREFOX
  ? browser.runtime.getURL('/').slice(0, -1)
  : `chrome-extension://${browser.runtime.id}`;
// Typed by WXT once the page is built.
const ADDRESS = browser.runtime.getURL('/panel.html' as '/popup.html');
/** How far an arrow key moves or widens the panel. */
const STEP = 16;

export interface Frame {
  /** What is in the frame shows with it that it is the panel; the page cannot know it. */
  ticket: string;
  /** @param focus the user asked for it just now */
  open(focus: boolean): void;
  close(): void;
  toggle(): void;
  /**
   * Closes a panel that the page has tampered with in ways that the panel itself cannot find out. To be called while it is
   * open at times that the page does not know.
   */
  check(): void;
  /** Looks once more. @returns ms since it was last found that what is seen may not be the panel */
  soundFor(): number;
}

export interface FrameOptions {
  words: typeof da;
  /** The user's theme; the system's when undefined. */
  theme?: 'light' | 'dark';
  saved: unknown;
  onSave(saved: Box & { open: boolean }): void;
  onOpen(open: boolean): void;
}

/** Shows the launcher. Everything is taken away again when the content script has had its day. */
export function createFrame(ctx: ContentScriptContext, options: FrameOptions): Frame {
  const { words, theme, onSave, onOpen } = options;
  let box = boxFrom(options.saved);
  let focusBefore: HTMLElement | undefined;
  let iframe: HTMLIFrameElement | undefined;

  for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
  const host = element('div', '', { [MARK]: '' });
  const root = host.attachShadow({ mode: 'closed' });
  const style = element('style');
  style.textContent = css;
  /** A rule, since a property of its own could be given another value by the page. */
  const zoomed = element('style');

  const launcher = button('launcher', words.launcher, logo());
  // Of this kind the page cannot give it a shadow root, and so put something of its own between it and the iframe.
  const panel = element('figure', 'panel', { role: 'region', 'aria-label': words.launcher });
  const bar = element('div', 'bar');
  const grip = button('', words.move, drawing(16, 'M5 3v.1M5 8v.1M5 13v.1M11 3v.1M11 8v.1M11 13v.1'));
  const closing = button('', words.close, drawing(16, 'M4 4l8 8M12 4l-8 8'));
  bar.append(grip, 'Kundebro', closing);
  const edge = element('div', 'edge', {
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': words.width,
    'aria-valuemin': String(NARROWEST),
    'aria-valuemax': String(WIDEST),
  });
  panel.append(bar, edge);
  panel.hidden = true;
  root.append(style, zoomed, launcher, panel);
  if (theme) for (const part of [launcher, panel]) part.classList.add(theme);

  /** The page's own zoom would make the panel larger, too. */
  const zoomNow = () => (document.documentElement as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  let zoom: number;
  const place = () => {
    zoom = zoomNow();
    zoomed.textContent = `:host{zoom:${1 / zoom} !important}`;
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
  const save = () => {
    if (ctx.isValid) onSave({ ...box, open: !panel.hidden });
  };

  /** Above everything else, and out of reach of what the page does to its own elements (opacity, filters, transforms). */
  const raise = () => {
    host.hidePopover();
    host.showPopover();
  };
  const isInPlace = () => host.parentNode === document.documentElement;
  /** An attribute the browser would tell to the page in reports, and a frame with credentials it forbids to some pages. */
  const load = () => {
    if (!import.meta.env.FIREFOX) iframe?.contentWindow?.location.replace(ADDRESS);
  };
  const attach = () => {
    // Put in a second time the panel is loaded anew.
    if (!isInPlace()) {
      document.documentElement.append(host);
      load();
    }
    host.popover = 'manual';
    raise();
  };

  /** The next click or key may go to what is in the panel. */
  const isUsed = () => host.matches(':hover') || document.activeElement === host;

  const ticket = crypto.randomUUID();
  let soundSince = performance.now();
  /** What the user sees may not be the panel: it is looked at anew, from now on. */
  const disturb = () => {
    soundSince = performance.now();
    tell({ kundebro: 'away' });
  };
  const tell = (note: FrameNote) => iframe?.contentWindow?.postMessage(note, OWN_ORIGIN);
  const frame: Frame = {
    ticket,
    toggle: () => (panel.hidden ? frame.open(true) : frame.close()),
    open(focus) {
      // The extension has been updated: this takes the launcher away.
      if (ctx.isInvalid) return;
      if (panel.hidden) {
        const active = document.activeElement;
        focusBefore = active instanceof HTMLElement && active !== document.body ? active : undefined;
        attach();
        if (!iframe) {
          // For every origin: the frame's own is not that of its address, which is made anew with each start.
          iframe = element('iframe', '', { title: words.launcher, allow: 'clipboard-write *' });
          iframe.onload = () => {
            tell({ kundebro: 'ticket', ticket });
            // The focus that it was given when it was empty does not go over to what it has loaded.
            if (root.activeElement !== iframe) return;
            iframe?.blur();
            iframe?.focus();
          };
          if (import.meta.env.FIREFOX) iframe.src = ADDRESS;
          else (iframe as { credentialless?: boolean }).credentialless = true;
          panel.append(iframe);
          load();
        }
        panel.hidden = false;
        launcher.hidden = true;
        place();
        onOpen(true);
        save();
      }
      if (focus) iframe?.focus();
    },
    close() {
      if (panel.hidden) return;
      const hadFocus = document.activeElement === host;
      panel.hidden = true;
      launcher.hidden = false;
      onOpen(false);
      save();
      if (!hadFocus) return;
      if (focusBefore?.isConnected && focusBefore !== host) focusBefore.focus();
      else launcher.focus();
    },
    check() {
      if (!host.isConnected) return;
      if (zoom !== zoomNow()) place();
      const isSound =
        host.matches(':popover-open') &&
        isInPlace() &&
        iframe?.parentNode === panel &&
        panel.parentNode === root &&
        isPlain(host) &&
        isPlain(panel, '10px 10px 0px 0px') &&
        isPlain(iframe) &&
        !(import.meta.env.FIREFOX && isUsed() && mayBeCovered(host));
      if (!isSound) frame.close();
      // Pictures of the page lie over everything for a moment: nothing to close the panel for.
      if (!isSound || document.documentElement.matches(':is(:active-view-transition)')) disturb();
    },
    soundFor() {
      frame.check();
      return host.isConnected ? performance.now() - soundSince : 0;
    },
  };

  const listen = <Name extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) =>
    target.addEventListener(
      type,
      // What a script makes up does nothing.
      (event) => event.isTrusted && listener(event),
      { signal: ctx.signal },
    );
  /** @param apply the pointer has been moved by so much since it was pressed */
  const drag = (handle: HTMLElement, apply: (start: Box, x: number, y: number) => void) =>
    listen(handle, 'pointerdown', (down) => {
      if (down.button !== 0 || (down.target instanceof Element && closing.contains(down.target))) return;
      const start = { ...box };
      const onMove = (event: PointerEvent) =>
        apply(start, event.clientX - down.clientX, event.clientY - down.clientY);
      handle.setPointerCapture(down.pointerId);
      handle.addEventListener('pointermove', onMove);
      handle.addEventListener(
        'lostpointercapture',
        () => {
          handle.removeEventListener('pointermove', onMove);
          save();
        },
        { once: true },
      );
    });
  const byKeys = (handle: HTMLElement, moves: Record<string, () => void>) =>
    listen(handle, 'keydown', (event) => {
      const apply = moves[event.key];
      if (!apply) return;
      event.preventDefault();
      apply();
      save();
    });

  listen(launcher, 'click', () => frame.open(true));
  listen(closing, 'click', frame.close);
  listen(panel, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    frame.close();
  });
  drag(bar, (start, x, y) => move({ right: start.right - x, top: start.top + y }));
  drag(edge, (start, x) => move({ width: start.width - x }));
  byKeys(grip, {
    ArrowLeft: () => move({ right: box.right + STEP }),
    ArrowRight: () => move({ right: box.right - STEP }),
    ArrowUp: () => move({ top: box.top - STEP }),
    ArrowDown: () => move({ top: box.top + STEP }),
  });
  byKeys(edge, {
    ArrowLeft: () => move({ width: box.width + STEP }),
    ArrowRight: () => move({ width: box.width - STEP }),
  });
  ctx.addEventListener(window, 'resize', place);
  let pointer = '';
  // The browser tells the frame itself, too, as a rule.
  ctx.addEventListener(
    window,
    'pointermove',
    ({ target, isTrusted, pointerType, screenX, screenY }) => {
      // A finger leaves with each tap.
      if (!isTrusted || pointerType === 'touch') return;
      // A browser repeats the last one when something else has come under a pointer that rests.
      const hasMoved = pointer !== `${screenX} ${screenY}`;
      pointer = `${screenX} ${screenY}`;
      if (hasMoved && !panel.hidden && target !== host) tell({ kundebro: 'away' });
    },
    { capture: true, passive: true },
  );
  // What the page shows in the top layer comes to lie over the panel, even where nothing of it is to be seen.
  let raisedAt = 0;
  ctx.addEventListener(
    document,
    'toggle',
    (event) => {
      const { target } = event;
      if (target === host || panel.hidden || !(target as Element).matches(':popover-open, :modal')) return;
      disturb();
      // A page that wants to be on top has it: the panel is covered then, and takes no clicks.
      if (performance.now() - raisedAt < 200) return;
      raisedAt = performance.now();
      raise();
    },
    { capture: true },
  );

  // A page may replace everything in its document; this is no part of it.
  const observer = new MutationObserver(() => {
    // Not at once: a page that throws it out again and again would stand still.
    if (!isInPlace()) ctx.setTimeout(attach, 50);
    if (host.isConnected && !isInPlace()) frame.close();
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(document, { childList: true });
  ctx.onInvalidated(() => {
    observer.disconnect();
    host.remove();
  });

  attach();
  place();
  return frame;
}

/** Firefox does not tell what lies over the panel. Only something else in the top layer can. */
function mayBeCovered(host: Element): boolean {
  const roots: ParentNode[] = [document];
  for (const root of roots) {
    for (const each of root.querySelectorAll(':popover-open, :modal, :fullscreen'))
      if (each !== host) return true;
    for (const each of root.querySelectorAll('*')) {
      const { openOrClosedShadowRoot: shadow } = each as Element & { openOrClosedShadowRoot?: ShadowRoot };
      if (shadow && each !== host) roots.push(shadow);
    }
  }
  return false;
}

/** What cuts or paints over a part without the browser's word for it: `none` unless somebody has tampered with it. */
const NONE = ['maskImage', 'webkitMaskBoxImageSource', 'borderShape', 'outlineStyle'];

function isPlain(part: Element, corners = '0px'): boolean {
  const style = getComputedStyle(part) as unknown as Record<string, string | undefined>;
  return style.borderRadius === corners && NONE.every((name) => (style[name] ?? 'none') === 'none');
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  setAll(made, attributes);
  return made;
}

function setAll(target: Element, attributes: Record<string, string>): void {
  for (const [key, value] of Object.entries(attributes)) target.setAttribute(key, value);
}

function button(className: string, label: string, picture: SVGElement): HTMLButtonElement {
  const made = element('button', className, { type: 'button', 'aria-label': label, title: label });
  made.append(picture);
  return made;
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAll(made, attributes);
  return made;
}

/** @param size of the square it is drawn on */
function drawing(size: number, ...paths: string[]): SVGElement {
  const made = svg('svg', { viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' });
  made.append(...paths.map((d) => svg('path', { d })));
  return made;
}

/** The mark of the toolbar button. */
function logo(): SVGElement {
  const made = drawing(
    128,
    'M14 90H114M40 34V108M88 34V108',
    'M16 72C28 66 36 52 40 36C44 60 52 70 64 70S84 60 88 36C92 52 100 66 112 72',
  );
  made.prepend(svg('rect', { width: '128', height: '128', rx: '28' }));
  return made;
}
