import './layout.css';
import { type IconName, icons } from './icons.ts';

export type { IconName };

/** Decoration: whatever it means stands beside it in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  );
}
