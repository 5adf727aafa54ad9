import './layout.css';
import { useId } from 'preact/hooks';

export interface ProgressProps {
  /** The accessible name. */
  label: string;
  /** Undefined while the end is not known. */
  value?: number;
  max: number;
  /** The same in words, e.g. "12 af 40". */
  text: string;
  /** At the right, e.g. the time left. */
  aside?: string;
}

export function Progress({ label, value, max, text, aside }: ProgressProps) {
  const id = useId();
  return (
    <div class="progress" data-lively>
      <progress
        aria-label={label}
        aria-describedby={id}
        aria-valuetext={text}
        value={value}
        max={Math.max(max, 1)}
      />
      <div class="progress-words">
        <span id={id}>{text}</span>
        {aside && <span class="muted">{aside}</span>}
      </div>
    </div>
  );
}
