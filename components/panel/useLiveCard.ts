import { useEffect, useState } from 'preact/hooks';
import { createLiveView, type LiveView } from '../shared/live-view.ts';
import { isOnScreen, pageChanges } from './state.ts';

export interface LiveCardOptions<Card> {
  /** Another key is another card. */
  key: string;
  connectionId: string;
  load: (fresh: boolean) => Promise<Card>;
  /** The card depends on what the page says, not only on its address: reload it when that changes. */
  readsPage: boolean;
}

/** The card of the customer or contact on the page. Loaded while the panel is on the screen. */
export function useLiveCard<Card>(options: LiveCardOptions<Card>): LiveView<Card> | undefined {
  const { key, connectionId, load, readsPage } = options;
  const [state, setState] = useState<{ key: string; card: LiveView<Card> }>();
  const isShown = isOnScreen.value;
  useEffect(() => {
    if (!isShown) return;
    const card = createLiveView(connectionId, load);
    setState({ key, card });
    const known = pageChanges.peek();
    const stop = pageChanges.subscribe((count) => {
      if (readsPage && count !== known) void card.reload();
    });
    return () => {
      stop();
      card.dispose();
    };
  }, [key, isShown]);
  // Never show the previous customer's card, not even for one frame.
  return state?.key === key ? state.card : undefined;
}
