import { createLiveView, type LiveView } from '../shared/live-view.ts';
import { useViewState } from '../shared/view-state.ts';
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
  const create = (): LiveView<Card> => {
    const card = createLiveView(connectionId, load);
    const known = pageChanges.peek();
    const stop = pageChanges.subscribe((count) => {
      if (readsPage && count !== known) void card.reload();
    });
    return {
      ...card,
      dispose() {
        stop();
        card.dispose();
      },
    };
  };
  const isShown = isOnScreen.value;
  return useViewState(isShown ? key : undefined, isShown ? create : undefined);
}
