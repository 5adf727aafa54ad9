import './layout.css';
import { useId } from 'preact/hooks';

export interface ProgressProps {
  /** The accessible name. */
  label: string;
  /** Undefined while indeterminate. */
  value?: number;
  max: number;
  /** The value in words, e.g. "12 af 40". */
  text: string;
  /** To the right, e.g. the time left. */
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
