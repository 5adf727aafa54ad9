import { useEffect, useState } from 'preact/hooks';
import { createLiveView, type LiveView } from '../shared/live-view.ts';
import { isOnScreen, pageChanges } from './state.ts';

/**
 * The card of the customer on the page, from when the panel is on the screen.
 * @param key who it is; another one is another card
 */
export function useCard<Card>(
  key: string,
  connectionId: string,
  load: (fresh: boolean) => Promise<Card>,
): LiveView<Card> | undefined {
  const [state, setState] = useState<{ key: string; card: LiveView<Card> }>();
  const shown = isOnScreen.value;
  useEffect(() => {
    if (!shown) return;
    const card = createLiveView(connectionId, load);
    setState({ key, card });
    let first = true;
    const stop = pageChanges.subscribe(() => {
      if (!first) void card.reload();
      first = false;
    });
    return () => {
      stop();
      card.dispose();
    };
  }, [key, shown]);
  // What belongs to the customer before is never shown, not even for one frame.
  return state?.key === key ? state.card : undefined;
}
