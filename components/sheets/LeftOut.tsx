import type { SheetCustomers } from '../../lib/features/sheets/index.ts';
import { formats, t } from '../shared/text.ts';
import { Notice } from '../ui/Notice.tsx';

/** The number of lines shown. */
const MOST = 8;

/** Rows and fields that are not read, with reasons. */
export function LeftOut({ found: { refused, doubts } }: { found: SheetCustomers }) {
  const words = t.value.sheet;
  const { number } = formats.value;
  return (
    <>
      {refused.length > 0 && (
        <Notice kind="warning" title={words.refused(number(refused.length), refused.length === 1)}>
          <Lines
            lines={refused.map(({ why, line, name, with: others = [] }) =>
              words.refusedRow[why](line, name, others.join(', ')),
            )}
          />
        </Notice>
      )}
      {doubts.length > 0 && (
        <Notice kind="info" title={words.doubts(number(doubts.length), doubts.length === 1)}>
          <Lines lines={doubts.map(({ what, line, name, text }) => words.doubt[what](line, name, text))} />
        </Notice>
      )}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="sheet-lines">
      {lines.slice(0, MOST).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > MOST && <li>{t.value.sheet.more(formats.value.number(lines.length - MOST))}</li>}
    </ul>
  );
}
