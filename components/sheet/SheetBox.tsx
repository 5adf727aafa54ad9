import './sheet.css';
import type { SheetInfo } from '../../lib/messaging/tables.ts';
import { formats, t } from '../text.ts';
import { Button } from '../ui/Button.tsx';

export interface SheetBoxProps {
  sheet: SheetInfo;
  /** How many customers there are, those that wait to be found in a table too. */
  customers: number;
  /** So many were just read in. */
  justRead?: number;
  onRead: () => void;
}

/** On the start page of an account without an API: its customer table. */
export function SheetBox({ sheet, customers, justRead, onRead }: SheetBoxProps) {
  const words = t.value.sheet;
  const { number, dateTime } = formats.value;
  const inTable = customers - sheet.toPaste.companies - sheet.toPaste.persons - sheet.pasted;
  const counted = words.customers(number(inTable), inTable === 1);
  return (
    <section class="box sheet-box" aria-labelledby="sheet-heading">
      <div>
        <h2 id="sheet-heading">{words.heading}</h2>
        <p class="muted">{sheet.readAt ? words.readAt(dateTime(sheet.readAt), counted) : words.never}</p>
        {sheet.readAt !== undefined && <p class="muted small">{words.readHint}</p>}
        <p role="status" class={justRead === undefined ? 'hidden-visually' : 'outcome-good'}>
          {justRead !== undefined && words.done(number(justRead), justRead === 1)}
        </p>
      </div>
      <Button variant={sheet.readAt ? 'secondary' : 'primary'} onClick={onRead}>
        {words.read}
      </Button>
    </section>
  );
}
