/** Authenticates the panel: only the frame that our content script has made is given the page's ticket. */

import type { Place } from '../../lib/features/panel/index.ts';
import { onFrameNote } from '../../lib/messaging/content.ts';
import { send } from '../shared/background.ts';
import { retryOnce } from '../shared/retry-once.ts';

/** Milliseconds until a frame without a ticket is rejected. The page around it may be slow. */
const TICKET_TIMEOUT = 3_000;

export type HandshakeResult =
  | { kind: 'accepted'; place: Place }
  /** The frame was made by somebody else. */
  | { kind: 'rejected' }
  /** The ticket could not be checked, or the page's place is unknown; the user can try again. */
  | { kind: 'failed'; error: unknown };

/**
 * Waits for the ticket and has the background check it.
 * @param onResult called again when a ticket comes late, or when the page is restored from the back/forward cache
 */
export function startHandshake(onResult: (result: HandshakeResult) => void): void {
  let ticket: string | undefined;
  const timeout = setTimeout(() => onResult({ kind: 'rejected' }), TICKET_TIMEOUT);
  const check = async (shown: string): Promise<HandshakeResult> => {
    try {
      const place = await retryOnce(() => send('provePanel', { ticket: shown }));
      return place ? { kind: 'accepted', place } : { kind: 'rejected' };
    } catch (error) {
      return { kind: 'failed', error };
    }
  };
  onFrameNote(async (note) => {
    if (note.kundebro !== 'ticket') return;
    clearTimeout(timeout);
    ticket = note.ticket;
    onResult(await check(ticket));
  });
  addEventListener('pageshow', async ({ persisted }: PageTransitionEvent) => {
    // While this page was in the back/forward cache the tab may have had another panel.
    if (persisted && ticket !== undefined) onResult(await check(ticket));
  });
}
