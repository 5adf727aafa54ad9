/**
 * The launcher and the panel's frame on a page of Dinero or Effihub. Without a framework, since it runs on every page.
 * What is in the panel is a page of the extension in an iframe: the site's scripts cannot read it.
 */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type Box, boxFrom, DEFAULT_BOX, fitted, NARROWEST, WIDEST } from './box.ts';
import css from './frame.css?inline';
import type { da } from './words.ts';

const TAG = 'kundebro-panel';
/** How far an arrow key moves or widens the panel. */
const STEP = 16;
/** How often in a row the host is put back into a page that throws it out. */
const MOST_RETURNS = 20;

export interface Frame {
  /** @param focus the user asked for it just now */
  open(focus: boolean): void;
  close(): void;
  isOpen(): boolean;
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
  let isOpen = false;
  let focusBefore: HTMLElement | undefined;
  let iframe: HTMLIFrameElement | undefined;

  for (const old of document.querySelectorAll(TAG)) old.remove();
  const host = document.createElement(TAG);
  const root = host.attachShadow({ mode: 'open' });
  const style = element('style');
  const zoom = element('style');
  style.textContent = css;

  const launcher = element('button', 'launcher', {
    type: 'button',
    'aria-label': words.launcher,
    title: words.launcher,
  });
  launcher.append(logo());
  const panel = element('section', 'panel', { 'aria-label': words.launcher });
  const bar = element('div', 'bar');
  const grip = element('button', 'grip', { type: 'button', 'aria-label': words.move, title: words.move });
  grip.append(icon('M5 3v.1M5 8v.1M5 13v.1M11 3v.1M11 8v.1M11 13v.1'));
  const name = element('span', 'name');
  name.textContent = 'Kundebro';
  const closing = element('button', '', { type: 'button', 'aria-label': words.close, title: words.close });
  closing.append(icon('M4 4l8 8M12 4l-8 8'));
  bar.append(grip, name, closing);
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
  root.append(style, zoom, launcher, panel);
  if (theme) for (const part of [launcher, panel]) part.classList.add(theme);

  const zoomOfPage = () => (document.documentElement as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
  const place = () => {
    // The page's own zoom would make the panel larger, too.
    const scale = zoomOfPage();
    zoom.textContent = scale === 1 ? '' : `:host{zoom:${1 / scale}!important}`;
    const { width, right, top, height } = fitted(box, { width: innerWidth, height: innerHeight });
    Object.assign(panel.style, {
      width: `${width}px`,
      right: `${right}px`,
      top: `${top}px`,
      height: `${height}px`,
    });
    edge.setAttribute('aria-valuenow', String(width));
  };
  const move = (to: Partial<Box>) => {
    box = { ...box, ...to };
    const { width, right, top } = fitted(box, { width: innerWidth, height: innerHeight });
    box = { width, right, top };
    place();
  };
  const save = () => {
    if (ctx.isValid) onSave({ ...box, open: isOpen });
  };

  const attach = () => {
    document.documentElement.append(host);
    // Above everything else, and out of reach of what the page does to its own elements (opacity, filters, transforms).
    host.popover = 'manual';
    host.showPopover?.();
  };

  const frame: Frame = {
    isOpen: () => isOpen,
    open(focus) {
      if (!isOpen) {
        const active = document.activeElement;
        focusBefore = active instanceof HTMLElement && active !== document.body ? active : undefined;
        isOpen = true;
        attach();
        if (!iframe) {
          iframe = element('iframe', '', { title: words.launcher, allow: 'clipboard-write' });
          // Typed by WXT once the page is built.
          iframe.src = browser.runtime.getURL('/panel.html' as '/popup.html');
          panel.append(iframe);
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
      if (!isOpen) return;
      const hadFocus = document.activeElement === host;
      isOpen = false;
      panel.hidden = true;
      launcher.hidden = false;
      onOpen(false);
      save();
      if (!hadFocus) return;
      if (focusBefore?.isConnected && focusBefore !== host) focusBefore.focus();
      else launcher.focus();
    },
  };

  const on = <Name extends keyof HTMLElementEventMap>(
    target: HTMLElement | ShadowRoot,
    type: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
  ) =>
    target.addEventListener(
      type,
      (event) => {
        if (ctx.isValid) listener(event as HTMLElementEventMap[Name]);
      },
      { signal: ctx.signal },
    );
  /** @param apply the pointer has been moved by so much since it was pressed */
  const drag = (handle: HTMLElement, apply: (start: Box, x: number, y: number) => void) =>
    on(handle, 'pointerdown', (down) => {
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
    on(handle, 'keydown', (event) => {
      const apply = moves[event.key];
      if (!apply) return;
      event.preventDefault();
      apply();
      save();
    });

  on(launcher, 'click', () => frame.open(true));
  on(closing, 'click', () => frame.close());
  on(root, 'keydown', (event) => {
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
    Home: () => move(DEFAULT_BOX),
  });
  byKeys(edge, {
    ArrowLeft: () => move({ width: box.width + STEP }),
    ArrowRight: () => move({ width: box.width - STEP }),
    Home: () => move({ width: WIDEST }),
    End: () => move({ width: NARROWEST }),
  });
  ctx.addEventListener(window, 'resize', place);

  // A page may replace everything in its document; this is no part of it.
  let returns = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected || returns >= MOST_RETURNS) return;
    returns += 1;
    ctx.setTimeout(attach, 50);
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

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

function drawing(viewBox: string, parts: [string, Record<string, string>][]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, attributes] of parts) {
    const part = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, value);
    svg.append(part);
  }
  return svg;
}

const stroke = (width: number, colour: string) => ({
  fill: 'none',
  stroke: colour,
  'stroke-width': String(width),
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
});

function icon(path: string): SVGSVGElement {
  const svg = drawing('0 0 16 16', [['path', { d: path, ...stroke(1.5, 'currentColor') }]]);
  svg.setAttribute('width', '16');
  svg.setAttribute('height', '16');
  return svg;
}

/** The mark of the toolbar button. */
function logo(): SVGSVGElement {
  const line = stroke(10, '#ffffff');
  return drawing('0 0 128 128', [
    ['rect', { width: '128', height: '128', rx: '28', fill: '#2450c4' }],
    ['path', { d: 'M14 90H114M40 34V108M88 34V108', ...line }],
    ['path', { d: 'M16 72C28 66 36 52 40 36C44 60 52 70 64 70S84 60 88 36C92 52 100 66 112 72', ...line }],
  ]);
}
