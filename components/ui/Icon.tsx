import './layout.css';
import { type IconName, icons } from './icons.ts';

export type { IconName };

/** Decoration only: words beside it carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={icons[name]} />
    </svg>
  );
}
