/** Clickjacking, as seen from the page: whether what the user sees is the panel, and for how long it has been. */

export interface Soundness {
  /** What the user sees may not be the panel: the wait begins anew. */
  disturb(): void;
  /** @returns whether nobody has tampered with the elements; disturbs when something may lie over the panel */
  check(iframe: HTMLIFrameElement | undefined, isInPlace: boolean): boolean;
  /** Milliseconds since the last disturbance. */
  soundFor(): number;
}

/** @param onDisturbed to be told to what is in the frame */
export function createSoundness(
  host: HTMLElement,
  root: ShadowRoot,
  panel: HTMLElement,
  onDisturbed: () => void,
): Soundness {
  let soundSince = performance.now();
  const disturb = () => {
    soundSince = performance.now();
    onDisturbed();
  };
  /** The next click or key may go to the panel. */
  const isUsed = () => host.matches(':hover') || document.activeElement === host;
  return {
    disturb,
    check(iframe, isInPlace) {
      const isSound =
        host.matches(':popover-open') &&
        isInPlace &&
        iframe?.parentNode === panel &&
        panel.parentNode === root &&
        isPlain(host) &&
        isPlain(panel, '10px 10px 0px 0px') &&
        isPlain(iframe) &&
        !(import.meta.env.FIREFOX && isUsed() && mayBeCovered(host));
      // A view transition paints pictures of the page over everything, for a moment: no reason to close the panel.
      if (!isSound || document.documentElement.matches(':is(:active-view-transition)')) disturb();
      return isSound;
    },
    soundFor: () => performance.now() - soundSince,
  };
}

/** Firefox cannot tell what covers the panel. Only another element of the top layer can. */
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

/** Styles that clip or overpaint an element without the browser reporting it as covered; `none` unless tampered with. */
const CLIPPING_STYLES = ['maskImage', 'webkitMaskBoxImageSource', 'borderShape', 'outlineStyle'];

function isPlain(part: Element, corners = '0px'): boolean {
  const style = getComputedStyle(part) as unknown as Record<string, string | undefined>;
  return (
    style.borderRadius === corners && CLIPPING_STYLES.every((name) => (style[name] ?? 'none') === 'none')
  );
}
