import { useEffect, useState } from 'preact/hooks';
import { t } from '../shared/text.ts';
import { earlyClicks } from './state.ts';

/** Milliseconds that the line is there. */
const SHOWN_FOR = 4_000;

/** What can be pressed at the view's foot is not covered. */
const heightOfFoot = () => document.querySelector<HTMLElement>('.foot')?.offsetHeight ?? 0;

/** A quiet line about a click that was too early. It lies over the view, so that nothing moves for it. */
export function TooEarly() {
  const count = earlyClicks.value;
  const [told, setTold] = useState(0);
  useEffect(() => {
    if (count === told) return;
    const end = setTimeout(() => setTold(count), SHOWN_FOR);
    return () => clearTimeout(end);
  }, [count, told]);
  const isShown = count > told;
  return (
    <p class="too-early" role="status" data-lively style={{ bottom: `${isShown ? heightOfFoot() : 0}px` }}>
      {/* Read aloud each time. */}
      {isShown && <span key={count}>{t.value.panel.tooEarly}</span>}
    </p>
  );
}
