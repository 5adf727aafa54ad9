import type { ComponentChildren } from 'preact';
import { send } from '../shared/background.ts';
import type { LiveView } from '../shared/live-view.ts';
import { t } from '../shared/text.ts';
import { Button } from '../ui/Button.tsx';

export interface LinkedProps<Card> {
  state: LiveView<Card>;
  connectionId: string;
  customerId: string;
  contactGuid: string;
  /** The name of whoever is on the page. */
  shown: string;
  /** The name of the counterpart. */
  name: string;
  /** The link that opens the counterpart. */
  children: ComponentChildren;
  /** Below the buttons. */
  note?: ComponentChildren;
}

/** The counterpart of the customer or contact on the page, and the button that removes the link. */
export function Linked<Card>(props: LinkedProps<Card>) {
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

/** Removes the link, and offers to restore it. */
export async function unlink<Card>(
  state: LiveView<Card>,
  link: { connectionId: string; customerId: string; contactGuid: string; shown: string },
  text: string,
): Promise<void> {
  const run = await state.perform('unlink', () => send('unlink', link));
  if (run) state.announce(text, async () => void (await state.perform('relink', () => send('relink', link))));
}
