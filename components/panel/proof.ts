/** The panel shows that it is the one that the content script has put on the page, and no copy made by somebody else. */
import * as v from 'valibot';
import { ticketNote } from '../../lib/messaging/content.ts';
import { send } from '../background.ts';

/** Milliseconds after which a frame that was given nothing says so. */
const PATIENCE = 1_500;

/**
 * Waits for the ticket, which the content script gives its own frame alone, and shows it to the background.
 * @param onAnswer whether this is the panel; may be told anew, since a ticket may come late
 */
export function proveItself(onAnswer: (isPanel: boolean) => void): void {
  const late = setTimeout(() => onAnswer(false), PATIENCE);
  addEventListener('message', ({ source, data }) => {
    const note = v.safeParse(ticketNote, data);
    // Whoever made the frame, and neither what opened it nor what it holds.
    if (source !== window.parent || !note.success) return;
    const { ticket } = note.output;
    const prove = () =>
      send('provePanel', { ticket }).then(
        (isPanel) => {
          clearTimeout(late);
          onAnswer(isPanel);
        },
        () => undefined,
      );
    void prove();
    // Back from the browser's memory of pages another panel may have been in this tab meanwhile.
    addEventListener('pageshow', ({ persisted }: PageTransitionEvent) => {
      if (persisted) void prove();
    });
  });
}
