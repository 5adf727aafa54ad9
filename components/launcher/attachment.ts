/** Keeps the host in the page's document and on top of everything else. */
import type { ContentScriptContext } from 'wxt/utils/content-script-context';

export interface Attachment {
  attach(): void;
  isInPlace(): boolean;
}

export interface AttachmentOptions {
  /** The host was put in anew, which empties its iframe. */
  onInserted(): void;
  /** The page has moved the host elsewhere in its document. */
  onMoved(): void;
  /** The page has put something into the top layer, above the panel. */
  onCovered(): void;
}

/** Attaches at once, and removes the host when the content script ends. */
export function keepAttached(
  ctx: ContentScriptContext,
  host: HTMLElement,
  panel: HTMLElement,
  { onInserted, onMoved, onCovered }: AttachmentOptions,
): Attachment {
  /** To the top of the top layer, out of reach of the page's own opacity, filters and transforms. */
  const raise = () => {
    host.hidePopover();
    host.showPopover();
  };
  const isInPlace = () => host.parentNode === document.documentElement;
  const attach = () => {
    if (!isInPlace()) {
      document.documentElement.append(host);
      onInserted();
    }
    host.popover = 'manual';
    raise();
  };

  let raisedAt = 0;
  ctx.addEventListener(
    document,
    'toggle',
    (event) => {
      const { target } = event;
      if (target === host || panel.hidden || !(target as Element).matches(':popover-open, :modal')) return;
      onCovered();
      // A page that insists on being on top may be: the panel is covered then, and accepts no clicks.
      if (performance.now() - raisedAt < 200) return;
      raisedAt = performance.now();
      raise();
    },
    { capture: true },
  );

  // A page may replace everything in its document.
  const observer = new MutationObserver(() => {
    // Delayed: a page that removes it again and again would hang.
    if (!isInPlace()) ctx.setTimeout(attach, 50);
    if (host.isConnected && !isInPlace()) onMoved();
  });
  observer.observe(document.documentElement, { childList: true });
  observer.observe(document, { childList: true });
  ctx.onInvalidated(() => {
    observer.disconnect();
    host.remove();
  });

  attach();
  return { attach, isInPlace };
}
