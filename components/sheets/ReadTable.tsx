import './sheet.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import type { SheetInfo } from '../../lib/features/sheets/messages.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { HelpButton } from '../shared/HelpButton.tsx';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Preview } from './Preview.tsx';
import { Source } from './Source.tsx';
import { customers, discardTable, read, tableToSend } from './table.ts';

export interface ReadTableProps {
  connection: Company;
  sheet: SheetInfo;
  /** @param count how many were read in; undefined when none */
  onDone: (count?: number) => void;
}

/** Reading a table of Effihub's customers in, from a file or the clipboard; nothing is stored before the user has seen it. */
export function ReadTable({ connection, sheet, onDone }: ReadTableProps) {
  const words = t.value.sheet;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const isHere = useRef(true);
  // At once: a visit that begins just then would find its own table gone.
  useLayoutEffect(
    () => () => {
      isHere.current = false;
      // The table is not kept for a later visit: its customers are somebody's.
      discardTable();
    },
    [],
  );
  const found = customers.value;
  const hasName = read.value?.mapping.some((column) => column === 'name' || column === 'firstName');
  const count = found?.customers.length ?? 0;
  const use = async () => {
    const table = tableToSend();
    if (!table) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await send('readSheet', { connectionId: connection.id, table });
      // Whoever has gone back meanwhile is not fetched from elsewhere.
      if (isHere.current) onDone(table.customers.length);
    } catch (error) {
      setFailure({ error });
      setBusy(false);
    }
  };
  const { number } = formats.value;
  return (
    <Page
      foot={
        <Foot
          start={
            <Button icon="arrow-left" onClick={() => onDone()}>
              {t.value.common.back}
            </Button>
          }
          actions={
            read.value && (
              <Button
                variant="primary"
                busy={busy}
                blocked={hasName ? (count === 0 ? words.refusedFile.empty[0] : undefined) : words.noName}
                onClick={use}
              >
                {words.use}
              </Button>
            )
          }
        >
          {read.value && hasName && words.willRead(number(count), count === 1)}
        </Foot>
      }
    >
      <PageHeader title={words.title} takeFocus={!read.value} actions={<HelpButton topic="sheets" />}>
        <p class="muted">{connection.accountName}.effihub.com</p>
      </PageHeader>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.notRead} />}
      {read.value ? (
        <Preview connectionId={connection.id} />
      ) : (
        <Source subdomain={connection.subdomain} columns={sheet.columns} />
      )}
    </Page>
  );
}
