import { useId, useRef, useState } from 'preact/hooks';
import { customersUrl } from '../../lib/domain/effihub-page.ts';
import type { SheetInfo } from '../../lib/features/sheets/messages.ts';
import { HelpButton } from '../shared/HelpButton.tsx';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { TableState } from './state.ts';

export interface SourceProps {
  subdomain: string;
  /** The user's earlier choices for headings. */
  columns: SheetInfo['columns'];
  state: TableState;
}

/** Takes a table: a file, chosen or dropped, or the clipboard. */
export function Source({ subdomain, columns, state }: SourceProps) {
  const words = t.value.sheet;
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const id = useId();
  const take = (file: File | null | undefined) => {
    if (file) void state.readFile(file, columns);
  };
  const unusable = state.unusable.value;
  const refused = unusable && words.refusedFile[unusable];
  return (
    <>
      <p>
        {words.how} <ExternalLink href={customersUrl(subdomain)}>{words.openCustomers}</ExternalLink>
      </p>
      {refused && (
        <Notice
          kind="error"
          title={refused[0]}
          actions={<HelpButton topic="sheets" label={t.value.common.helpWithError} />}
        >
          <p>{refused[1]}</p>
          <p>{words.notRead}</p>
        </Notice>
      )}
      <section class="box sheet-source">
        <div class="sheet-file">
          <Button variant="primary" onClick={() => picker.current?.click()}>
            {words.chooseFile}
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // So that the same file can be chosen again after a correction.
              event.currentTarget.value = '';
            }}
          />
        </div>
        <p class="sheet-or muted">{words.or}</p>
        <div class="field">
          <label class="field-label" for={id}>
            {words.paste}
          </label>
          <textarea
            id={id}
            aria-describedby={`${id}-hint`}
            class={isOver ? 'sheet-paste sheet-paste-over' : 'sheet-paste'}
            rows={5}
            value=""
            spellcheck={false}
            placeholder={words.pasteHint}
            onInput={(event) => {
              const { value } = event.currentTarget;
              event.currentTarget.value = '';
              if (value.trim()) void state.readText(value, columns);
            }}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              setOver(false);
              const file = event.dataTransfer?.files[0];
              // Dropped text arrives as if it were pasted.
              if (!file) return;
              event.preventDefault();
              take(file);
            }}
          />
          <p class="field-hint" id={`${id}-hint`}>
            {words.drop}
          </p>
        </div>
      </section>
    </>
  );
}
