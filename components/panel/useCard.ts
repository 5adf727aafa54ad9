import { useEffect, useState } from 'preact/hooks';
import { type CardState, createCard } from '../shared/live-view.ts';
import { isShown, pageChanges } from './state.ts';

/**
 * The card of the customer on the page, from when the panel is on the screen.
 * @param key who it is; another one is another card
 */
export function useCard<Card>(
  key: string,
  connectionId: string,
  load: (fresh: boolean) => Promise<Card>,
): CardState<Card> | undefined {
  const [state, setState] = useState<{ key: string; card: CardState<Card> }>();
  const shown = isShown.value;
  useEffect(() => {
    if (!shown) return;
    const card = createCard(connectionId, load);
    setState({ key, card });
    let first = true;
    const stop = pageChanges.subscribe(() => {
      if (!first) void card.again();
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
