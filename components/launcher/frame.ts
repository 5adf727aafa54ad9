/**
 * The launcher and the panel's frame on a page of Dinero or Effihub. Without a framework, since it runs on every page.
 * The panel itself is a page of the extension in an iframe, which the site's scripts cannot read.
 */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { FrameNote } from '../../lib/messaging/content.ts';
import { keepAttached } from './attachment.ts';
import type { Box } from './box.ts';
import { createElements, element, trustedListen } from './elements.ts';
import { createPosition } from './position.ts';
import { createSoundness } from './soundness.ts';
import type { da } from './words.ts';

/** Of the loaded panel. Messages are sent to this origin alone, so that nobody else learns the ticket. */
const OWN_ORIGIN = import.meta.env.FIREFOX
  ? browser.runtime.getURL('/').slice(0, -1)
  : `chrome-extension://${browser.runtime.id}`;
// WXT knows the page's type only once it is built.
const ADDRESS = browser.runtime.getURL('/panel.html' as '/popup.html');

export interface Frame {
  /** The panel authenticates itself with it; the page cannot know it. */
  ticket: string;
  /** @param focus the user asked for the panel just now */
  open(focus: boolean): void;
  close(): void;
  toggle(): void;
  /**
   * Closes a panel that the page has tampered with in ways that the panel itself cannot detect. Call it at times that the
   * page cannot predict while the panel is open.
   */
  check(): void;
  /** Checks once more. @returns milliseconds for which what the user sees has been the panel */
  soundFor(): number;
}

export interface FrameOptions {
  words: typeof da;
  /** The user's theme; the system's when undefined. */
  theme?: 'light' | 'dark';
  /** The box of the last visit. */
  saved: unknown;
  onSave(saved: Box & { open: boolean }): void;
  onOpen(open: boolean): void;
}

/** Shows the launcher. Everything is removed again when the content script ends. */
export function createFrame(ctx: ContentScriptContext, options: FrameOptions): Frame {
  const { words, theme, onSave, onOpen } = options;
  const elements = createElements(words, theme);
  const { host, root, launcher, panel, closeButton } = elements;
  const listen = trustedListen(ctx.signal);
  const ticket = crypto.randomUUID();
  let iframe: HTMLIFrameElement | undefined;
  let focusBefore: HTMLElement | undefined;

  const tell = (note: FrameNote) => iframe?.contentWindow?.postMessage(note, OWN_ORIGIN);
  const save = () => {
    if (ctx.isValid) onSave({ ...position.box(), open: !panel.hidden });
  };
  const position = createPosition(elements, options.saved, listen, save);
  const soundness = createSoundness(host, root, panel, () => tell({ kundebro: 'away' }));

  /** Not by the `src` attribute: the browser would mention its address in reports to the page. */
  const load = () => {
    if (!import.meta.env.FIREFOX) iframe?.contentWindow?.location.replace(ADDRESS);
  };
  const insertIframe = () => {
    // Allowed for every origin: the frame's own is made anew at each start.
    iframe = element('iframe', '', { title: words.launcher, allow: 'clipboard-write *' });
    iframe.onload = () => {
      tell({ kundebro: 'ticket', ticket });
      // The focus of the empty frame does not carry over to the page that it has loaded.
      if (root.activeElement !== iframe) return;
      iframe?.blur();
      iframe?.focus();
    };
    if (import.meta.env.FIREFOX) iframe.src = ADDRESS;
    // Some pages forbid frames with credentials.
    else (iframe as { credentialless?: boolean }).credentialless = true;
    panel.append(iframe);
    load();
  };

  const frame: Frame = {
    ticket,
    toggle: () => (panel.hidden ? frame.open(true) : frame.close()),
    open(focus) {
      // The extension has been updated, which removes the launcher.
      if (ctx.isInvalid) return;
      if (panel.hidden) {
        const active = document.activeElement;
        focusBefore = active instanceof HTMLElement && active !== document.body ? active : undefined;
        attachment.attach();
        if (!iframe) insertIframe();
        panel.hidden = false;
        launcher.hidden = true;
        position.place();
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
      position.followZoom();
      if (!soundness.check(iframe, attachment.isInPlace())) frame.close();
    },
    soundFor() {
      frame.check();
      return host.isConnected ? soundness.soundFor() : 0;
    },
  };
  const attachment = keepAttached(ctx, host, panel, {
    onInserted: load,
    onMoved: frame.close,
    onCovered: soundness.disturb,
  });

  listen(launcher, 'click', () => frame.open(true));
  listen(closeButton, 'click', frame.close);
  listen(panel, 'keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    frame.close();
  });
  ctx.addEventListener(window, 'resize', position.place);
  tellWhenPointerLeaves(ctx, host, () => !panel.hidden && tell({ kundebro: 'away' }));
  position.place();
  return frame;
}

/** The browser usually tells the frame itself, too. */
function tellWhenPointerLeaves(ctx: ContentScriptContext, host: HTMLElement, onLeave: () => void): void {
  let last = '';
  ctx.addEventListener(
    window,
    'pointermove',
    ({ target, isTrusted, pointerType, screenX, screenY }) => {
      // A finger leaves with each tap.
      if (!isTrusted || pointerType === 'touch') return;
      // Browsers repeat the last event when something else has come under a resting pointer.
      const hasMoved = last !== `${screenX} ${screenY}`;
      last = `${screenX} ${screenY}`;
      if (hasMoved && target !== host) onLeave();
    },
    { capture: true, passive: true },
  );
}
