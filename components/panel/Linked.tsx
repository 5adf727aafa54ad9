import type { ComponentChildren } from 'preact';
import { type LiveView, unlink } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';

export interface LinkedBoxProps<Card> {
  state: LiveView<Card>;
  connectionId: string;
  customerId: string;
  contactGuid: string;
  /** Who is on the page. */
  shown: string;
  /** Whom it is linked to. */
  name: string;
  /** The way there. */
  children: ComponentChildren;
  /** Below. */
  note?: ComponentChildren;
}

/** Whom the customer on the page is linked to, and how to take that away. */
export function LinkedBox<Card>(props: LinkedBoxProps<Card>) {
  const words = t.value.panel;
  const { state, connectionId, customerId, contactGuid, shown } = props;
  return (
    <section class="box">
      <p class="card-linked">{words.syncedWith(props.name)}</p>
      <div class="card-actions">
        {props.children}
        <Button
          busy={state.busy.value !== undefined}
          onClick={() => unlink(state, { connectionId, customerId, contactGuid, shown }, words.unlinked)}
        >
          {words.unlink}
        </Button>
      </div>
      {props.note}
    </section>
  );
}
