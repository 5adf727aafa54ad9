import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { problemOf } from '../../lib/domain/problem.ts';
import type { SheetChanges } from '../../lib/features/sheets/index.ts';
import { COLUMNS, type Column } from '../../lib/features/sheets/index.ts';
import { send } from '../shared/background.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { moveFocus } from '../ui/focus.ts';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LeftOut } from './LeftOut.tsx';
import type { TableState } from './state.ts';

const SHOWN_ROWS = 6;
const UNUSED = '';

interface PartProps {
  state: TableState;
}

/** The table as it is understood, and what reading it would change. */
export function Preview({ connectionId, state }: PartProps & { connectionId: string }) {
  const words = t.value.sheet;
  const current = state.read.value;
  const found = state.customers.value;
  const heading = useRef<HTMLHeadingElement>(null);
  // The field or button that had the focus is gone.
  useLayoutEffect(() => moveFocus(heading.current), []);
  if (!current || !found) return null;
  return (
    <>
      <section class="box" aria-labelledby="sheet-columns">
        <div class="sheet-title">
          <h2 id="sheet-columns" ref={heading} tabIndex={-1}>
            {words.previewTitle}
          </h2>
          <Button compact variant="quiet" icon="undo" onClick={state.discard}>
            {words.another}
          </Button>
        </div>
        <p class="muted">{current.file ? `${current.file}. ${words.previewHint}` : words.previewHint}</p>
        <Columns state={state} />
        <Checkbox label={words.hasHeadings} checked={current.headings > 0} onChange={state.setHeadings} />
      </section>
      <Changes connectionId={connectionId} state={state} />
      <LeftOut found={found} />
    </>
  );
}

/** The first rows, with the meaning of each column above it. */
function Columns({ state }: PartProps) {
  const words = t.value.sheet;
  const current = state.read.value;
  if (!current) return null;
  const { table, mapping, headings } = current;
  const headed = table[headings - 1];
  const options = [
    { value: UNUSED, label: words.unused },
    ...COLUMNS.map((column) => ({ value: column as string, label: words.columns[column] })),
  ];
  return (
    <div class="sheet-rows">
      <table aria-label={words.firstRows}>
        <thead>
          <tr>
            {mapping.map((column, at) => (
              <th key={at} scope="col" class={column ? undefined : 'sheet-unused'}>
                <Select
                  compact
                  hideLabel
                  label={words.columnNo(at + 1, headed?.[at] ?? '')}
                  value={column ?? UNUSED}
                  options={options}
                  onChange={(value) => state.setColumn(at, (value || undefined) as Column | undefined)}
                />
                <span class="sheet-heading">{headed?.[at]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.slice(headings, headings + SHOWN_ROWS).map((row, line) => (
            <tr key={line}>
              {mapping.map((column, at) => (
                <td key={at} class={column ? undefined : 'sheet-unused'}>
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What reading the table would change. */
function Changes({ connectionId, state }: PartProps & { connectionId: string }) {
  const words = t.value.sheet;
  const { number } = formats.value;
  const [changes, setChanges] = useState<SheetChanges>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const found = state.customers.value;
  useEffect(() => {
    const table = state.tableToSend();
    let isCurrent = true;
    if (table)
      void send('previewSheet', { connectionId, table }).then(
        (answer) => {
          if (!isCurrent) return;
          setChanges(answer);
          setFailure(undefined);
        },
        (error: unknown) => {
          if (isCurrent) setFailure({ error });
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [found, connectionId]);
  if (!found) return null;
  if (failure) return <ErrorNotice problem={problemOf(failure.error)} unchanged={words.notRead} />;
  const count = found.customers.length;
  const counted = (n: number, say: (n: string, one: boolean) => string) => n > 0 && say(number(n), n === 1);
  return (
    <section class="box sheet-changes" aria-live="polite" aria-label={words.heading}>
      <p class="sheet-count">{words.customers(number(count), count === 1)}</p>
      {changes ? (
        <>
          <p class="muted">
            {[
              counted(changes.added, words.change.added),
              counted(changes.changed, words.change.changed),
              counted(changes.unchanged, words.change.unchanged),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {changes.found > 0 && <p>{counted(changes.found, words.change.found)}.</p>}
          {changes.renamed > 0 && <p>{counted(changes.renamed, words.change.renamed)}.</p>}
          {changes.notFound > 0 && <p>{counted(changes.notFound, words.change.notFound)}.</p>}
          {changes.absent > 0 && (
            <p>
              {counted(changes.absent, words.change.absent)}.{' '}
              {counted(changes.absentLinked, words.change.absentLinked)}
            </p>
          )}
        </>
      ) : (
        <Skeleton label={t.value.common.loading} rows={1} />
      )}
    </section>
  );
}
