import './sheet.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Company } from '../../lib/domain/company.ts';
import { problemOf } from '../../lib/domain/problem.ts';
import type { SheetInfo } from '../../lib/features/sheets/messages.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { HelpButton } from '../shared/HelpButton.tsx';
import { formats, t } from '../shared/text.ts';
import { useViewState } from '../shared/view-state.ts';
import { Button } from '../ui/Button.tsx';
import { Foot } from '../ui/Foot.tsx';
import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Preview } from './Preview.tsx';
import { Source } from './Source.tsx';
import { createTableState, type TableState } from './state.ts';

export interface ReadTableProps {
  connection: Company;
  sheet: SheetInfo;
  /** @param count how many customers were read; undefined when none */
  onDone: (count?: number) => void;
}

/** Reads a table of Effihub's customers, from a file or the clipboard. Nothing is stored before the user has seen it. */
export function ReadTable(props: ReadTableProps) {
  const state = useViewState(props.connection.id, createTableState);
  return state ? <Reading {...props} state={state} /> : null;
}

function Reading({ connection, sheet, onDone, state }: ReadTableProps & { state: TableState }) {
  const words = t.value.sheet;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const hasLeft = useRef(false);
  useLayoutEffect(
    () => () => {
      hasLeft.current = true;
    },
    [],
  );
  const current = state.read.value;
  const found = state.customers.value;
  const hasName = current?.mapping.some((column) => column === 'name' || column === 'firstName');
  const count = found?.customers.length ?? 0;
  const use = async () => {
    const table = state.tableToSend();
    if (!table) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await send('readSheet', { connectionId: connection.id, table });
      if (!hasLeft.current) onDone(table.customers.length);
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
            current && (
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
          {current && hasName && words.willRead(number(count), count === 1)}
        </Foot>
      }
    >
      <PageHeader title={words.title} takeFocus={!current} actions={<HelpButton topic="sheets" />}>
        <p class="muted">{connection.accountName}.effihub.com</p>
      </PageHeader>
      {failure && <ErrorNotice problem={problemOf(failure.error)} unchanged={words.notRead} />}
      {current ? (
        <Preview connectionId={connection.id} state={state} />
      ) : (
        <Source subdomain={connection.subdomain} columns={sheet.columns} state={state} />
      )}
    </Page>
  );
}
