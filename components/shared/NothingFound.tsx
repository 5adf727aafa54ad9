import type { Signal } from '@preact/signals';
import { Button } from '../ui/Button.tsx';
import { t } from './text.ts';

/** Longer queries are shortened. */
const SHOWN = 60;

export function NothingFound({ query }: { query: Signal<string> }) {
  const words = t.value.wizard;
  const text = query.value.trim();
  return (
    <div class="nothing-found">
      <p>{words.nothingFound(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)}</p>
      <Button
        compact
        onClick={() => {
          query.value = '';
        }}
      >
        {words.clearSearch}
      </Button>
    </div>
  );
}
