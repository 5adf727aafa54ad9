import { useRef, useState } from 'preact/hooks';
import { customersUrl } from '../../lib/effihub/page-url.ts';
import type { SheetInfo } from '../../lib/messaging/protocol.ts';
import { t } from '../text.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import { readFile, readText, unusable } from './table.ts';

export interface SourceProps {
  subdomain: string;
  /** What the user said before that headings mean. */
  columns: SheetInfo['columns'];
}

/** Where a table comes from: a file, chosen or dropped, or the clipboard. */
export function Source({ subdomain, columns }: SourceProps) {
  const words = t.value.sheet;
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file) void readFile(file, columns);
  };
  const refused = unusable.value && words.refusedFile[unusable.value];
  return (
    <>
      <p>
        {words.how} <ExternalLink href={customersUrl(subdomain)}>{words.openCustomers}</ExternalLink>
      </p>
      {refused && (
        <Notice kind="error" title={refused[0]}>
          <p>{refused[1]}</p>
          <p>{words.notRead}</p>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same. */}
      <section
        class={isOver ? 'box sheet-source sheet-source-over' : 'box sheet-source'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files[0]);
        }}
      >
        <div class="sheet-file">
          <Button variant="primary" onClick={() => picker.current?.click()}>
            {words.chooseFile}
          </Button>
          <span class="muted small">{words.drop}</span>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // The same file can be chosen again, mended.
              event.currentTarget.value = '';
            }}
          />
        </div>
        <p class="sheet-or muted">{words.or}</p>
        <label class="field">
          <span class="field-label">{words.paste}</span>
          <textarea
            class="sheet-paste"
            rows={5}
            value=""
            spellcheck={false}
            placeholder={words.pasteHint}
            onInput={(event) => {
              const { value } = event.currentTarget;
              event.currentTarget.value = '';
              if (value.trim()) void readText(value, columns);
            }}
          />
        </label>
      </section>
    </>
  );
}
