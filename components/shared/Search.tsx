import type { Signal } from '@preact/signals';
import { TextField } from '../ui/TextField.tsx';
import { formats, t } from './text.ts';

export interface SearchProps {
  label: string;
  query: Signal<string>;
  shown: number;
  all: number;
}

/** The search field above a list, and the number of hits. */
export function Search({ label, query, shown, all }: SearchProps) {
  const { number } = formats.value;
  return (
    <div class="search">
      <TextField
        type="search"
        label={label}
        hideLabel
        placeholder={label}
        value={query.value}
        onInput={(text) => {
          query.value = text;
        }}
      />
      <p class="search-count muted small" role="status">
        {query.value.trim() && t.value.wizard.shown(number(shown), number(all))}
      </p>
    </div>
  );
}
