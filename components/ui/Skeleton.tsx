import './layout.css';

export interface SkeletonProps {
  /** What is being loaded, for screen readers. */
  label: string;
  /** The number of rows. @default 3 */
  rows?: number;
  /** Rows of a list with a control at the right, or lines of a text. @default 'list' */
  shape?: 'list' | 'text';
}

/** Placeholder of rows that are being loaded. */
export function Skeleton({ label, rows = 3, shape = 'list' }: SkeletonProps) {
  return (
    <div class={`skeleton skeleton-${shape}`} role="status" aria-busy="true">
      <span class="hidden-visually">{label}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton-row" aria-hidden="true">
          <span class={`skeleton-bar skeleton-bar-${index % 3}`} />
          {shape === 'list' && <span class="skeleton-bar skeleton-bar-end" />}
        </div>
      ))}
    </div>
  );
}
