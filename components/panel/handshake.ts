/** The panel shows that it is the one that the content script has put on the page, and no copy made by somebody else. */

import type { Place } from '../../lib/features/panel/index.ts';
import { onFrameNote } from '../../lib/messaging/content.ts';
import { send } from '../shared/background.ts';
import { retryOnce } from '../shared/retry-once.ts';

/** Milliseconds after which a frame that was given nothing says so. The page around it may be slow. */
const PATIENCE = 3_000;

export type HandshakeResult =
  | { kind: 'panel'; place: Place }
  /** Somebody else has made this frame. */
  | { kind: 'copy' }
  /** It is not known, or not known what the page is about: the user is told why, and can try again. */
  | { kind: 'failed'; error: unknown };

/**
 * Waits for the ticket, which the content script gives its own frame alone, and shows it to the background.
 * @param onProof may be told anew, since a ticket may come late
 */
export function startHandshake(onProof: (proof: HandshakeResult) => void): void {
  let ticket: string | undefined;
  const late = setTimeout(() => onProof({ kind: 'copy' }), PATIENCE);
  const prove = async (shown: string): Promise<HandshakeResult> => {
    try {
      const place = await retryOnce(() => send('provePanel', { ticket: shown }));
      return place ? { kind: 'panel', place } : { kind: 'copy' };
    } catch (error) {
      return { kind: 'failed', error };
    }
  };
  onFrameNote(async (note) => {
    if (note.kundebro !== 'ticket') return;
    clearTimeout(late);
    ticket = note.ticket;
    onProof(await prove(ticket));
  });
  // Back from the browser's memory of pages: another panel may have been in this tab meanwhile.
  addEventListener('pageshow', async ({ persisted }: PageTransitionEvent) => {
    if (persisted && ticket !== undefined) onProof(await prove(ticket));
  });
}
