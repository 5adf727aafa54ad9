/** The panel shows that it is the one that the content script has put on the page, and no copy made by somebody else. */
import { onFrameNote } from '../../lib/messaging/content.ts';
import type { Place } from '../../lib/page/place.ts';
import { send } from '../background.ts';

/** Milliseconds after which a frame that was given nothing says so. */
const PATIENCE = 1_500;

/**
 * Waits for the ticket, which the content script gives its own frame alone, and shows it to the background.
 * @param onAnswer what the page is about, null when this is no panel; may be told anew, since a ticket may come late
 */
export function proveItself(onAnswer: (place: Place | null) => void): void {
  let ticket: string | undefined;
  const late = setTimeout(() => onAnswer(null), PATIENCE);
  const prove = async () => {
    if (ticket === undefined) return;
    try {
      const place = await send('provePanel', { ticket });
      clearTimeout(late);
      onAnswer(place);
    } catch {
      // Said when its time is over.
    }
  };
  onFrameNote((note) => {
    if (note.kundebro !== 'ticket') return;
    ticket = note.ticket;
    void prove();
  });
  // Back from the browser's memory of pages: another panel may have been in this tab meanwhile.
  addEventListener('pageshow', ({ persisted }: PageTransitionEvent) => {
    if (persisted) void prove();
  });
}
