import type { Signal } from '@preact/signals';
import { t } from '../shared/text.ts';
import { Button } from './Button.tsx';

/** Longer queries are not repeated in full. */
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
