/** The elements of launcher and panel, in a closed shadow root. */
import { NARROWEST, WIDEST } from './box.ts';
import css from './frame.css?inline';
import type { da } from './words.ts';

/** Marks the host. A custom element of ours would not do: a site could define it and ask for its closed shadow root. */
const MARK = 'data-kundebro';

export interface FrameElements {
  /** In the page's document. */
  host: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  /** Bar and edge, and the iframe once it is open. */
  panel: HTMLElement;
  /** Moves the panel; holds the two buttons. */
  bar: HTMLElement;
  /** Moves the panel with the arrow keys. */
  grip: HTMLButtonElement;
  closeButton: HTMLButtonElement;
  /** Resizes the panel. */
  edge: HTMLElement;
  /** Holds the zoom as a rule: the page could override a custom property. */
  zoomStyle: HTMLStyleElement;
}

/** Creates them outside the document, and removes those of an earlier content script. */
export function createElements(words: typeof da, theme?: 'light' | 'dark'): FrameElements {
  for (const old of document.querySelectorAll(`[${MARK}]`)) old.remove();
  const host = element('div', '', { [MARK]: '' });
  const root = host.attachShadow({ mode: 'closed' });
  const style = element('style');
  style.textContent = css;
  const zoomStyle = element('style');

  const launcher = button('launcher', words.launcher, logo());
  // The page cannot attach a shadow root to a <figure>, and so cannot put anything between it and the iframe.
  const panel = element('figure', 'panel', { role: 'region', 'aria-label': words.launcher });
  const bar = element('div', 'bar');
  const grip = button('', words.move, drawing(16, 'M5 3v.1M5 8v.1M5 13v.1M11 3v.1M11 8v.1M11 13v.1'));
  const closeButton = button('', words.close, drawing(16, 'M4 4l8 8M12 4l-8 8'));
  bar.append(grip, 'Kundebro', closeButton);
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
  root.append(style, zoomStyle, launcher, panel);
  if (theme) for (const part of [launcher, panel]) part.classList.add(theme);
  return { host, root, launcher, panel, bar, grip, closeButton, edge, zoomStyle };
}

export type Listen = <Name extends keyof HTMLElementEventMap>(
  target: HTMLElement,
  type: Name,
  listener: (event: HTMLElementEventMap[Name]) => void,
) => void;

/** @returns adds listeners that ignore events made by scripts */
export const trustedListen =
  (signal: AbortSignal): Listen =>
  (target, type, listener) =>
    target.addEventListener(type, (event) => event.isTrusted && listener(event), { signal });

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  setAttributes(made, attributes);
  return made;
}

function setAttributes(target: Element, attributes: Record<string, string>): void {
  for (const [key, value] of Object.entries(attributes)) target.setAttribute(key, value);
}

function button(className: string, label: string, picture: SVGElement): HTMLButtonElement {
  const made = element('button', className, { type: 'button', 'aria-label': label, title: label });
  made.append(picture);
  return made;
}

function svg(name: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  setAttributes(made, attributes);
  return made;
}

/** @param size of the square that it is drawn on */
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
