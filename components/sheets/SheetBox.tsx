import './sheet.css';
import type { SheetInfo } from '../../lib/features/sheets/messages.ts';
import { formats, t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';

export interface SheetBoxProps {
  sheet: SheetInfo;
  /** So many customers were just read. */
  justRead?: number;
  onRead: () => void;
}

/** The customer table on the start page of an account without an API. */
export function SheetBox({ sheet, justRead, onRead }: SheetBoxProps) {
  const words = t.value.sheet;
  const { number, dateTime } = formats.value;
  const { readAt, customers } = sheet;
  const counted = customers === undefined ? undefined : words.customers(number(customers), customers === 1);
  return (
    <section class="box sheet-box" aria-labelledby="sheet-heading">
      <div>
        <h2 id="sheet-heading">{words.heading}</h2>
        <p class="muted">{readAt ? words.readAt(dateTime(readAt), counted) : words.never}</p>
        {readAt !== undefined && <p class="muted small">{words.readHint}</p>}
        <p role="status" class={justRead === undefined ? 'hidden-visually' : 'outcome-good'}>
          {justRead !== undefined && words.done(number(justRead), justRead === 1)}
        </p>
      </div>
      <Button variant={readAt ? 'secondary' : 'primary'} onClick={onRead}>
        {words.read}
      </Button>
    </section>
  );
}
