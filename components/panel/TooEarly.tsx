import { useEffect, useState } from 'preact/hooks';
import { t } from '../text.ts';
import { early } from './state.ts';

/** Milliseconds that the line is there. */
const SHOWN_FOR = 6_000;

/** A quiet line about a click that was too early. It lies over the panel's foot, so that nothing moves for it. */
export function TooEarly() {
  const count = early.value;
  const [told, setTold] = useState(0);
  useEffect(() => {
    if (count === told) return;
    const end = setTimeout(() => setTold(count), SHOWN_FOR);
    return () => clearTimeout(end);
  }, [count, told]);
  return (
    <p class="too-early" role="status" data-lively>
      {/* Read aloud each time. */}
      {count > told && <span key={count}>{t.value.panel.tooEarly}</span>}
    </p>
  );
}
