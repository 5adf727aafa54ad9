import { useState } from 'preact/hooks';
import type { Protocol } from '../../../lib/features/messages.ts';
import { send } from '../../shared/background.ts';
import { t } from '../../shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ExternalLink } from '../../ui/ExternalLink.tsx';

type OpenPages = ReturnType<Protocol['openPages']>;

export interface FromOpenPageProps {
  label: string;
  /** Shown when no such page is open. */
  none: string;
  /** Where one can be opened, and the link's text. */
  page: string;
  openLabel: string;
  /** The names in the open pages' addresses, the last used page first. */
  pick: (pages: OpenPages) => string[];
  onPick: (found: string) => void;
}

/** Fills in a number or an account from the address of an open page. */
export function FromOpenPage({ label, none, page, openLabel, pick, onPick }: FromOpenPageProps) {
  const words = t.value.settings;
  const [found, setFound] = useState<string[]>();
  const find = async () => {
    const names = await send('openPages').then(pick, () => []);
    setFound(names);
    const [first] = names;
    if (first !== undefined) onPick(first);
  };
  const others = found && found.length > 1 ? found : [];
  return (
    <div class="from-page">
      <Button compact onClick={find}>
        {label}
      </Button>
      <div role="status">
        {found?.length === 0 && (
          <p class="muted small">
            {none} <ExternalLink href={page}>{openLabel}</ExternalLink>
          </p>
        )}
        {found?.length === 1 && <p class="muted small">{words.fromPage(found[0] ?? '')}</p>}
        {others.length > 0 && <p class="muted small">{words.severalPages}</p>}
      </div>
      {others.map((name) => (
        <Button key={name} compact variant="quiet" onClick={() => onPick(name)}>
          {name}
        </Button>
      ))}
    </div>
  );
}
