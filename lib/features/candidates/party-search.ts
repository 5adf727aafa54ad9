/** Looking for a contact or customer among thousands, as one types. */
import * as fuzzysort from 'fuzzysort';
import type { Party } from '../../domain/customer.ts';

/** How many hits are shown; whoever sees that many types another letter. */
export const MOST_HITS = 50;
/** Letters of a field that take part. */
const LENGTH = 160;
const THRESHOLD = 0.35;

export interface Hits<Found> {
  found: Found[];
  /** Hits that are left out. */
  more: number;
}

/** @returns finds by name, town, CVR number and e-mail, best first; a blank query finds all, in their order */
export function searchable<Found extends Party>(parties: readonly Found[]): (query: string) => Hits<Found> {
  const field = (text: string | undefined) => text?.slice(0, LENGTH) ?? '';
  const snapshot = fuzzysort.snapshot(parties, {
    keys: [
      (party: Found) => field(party.name),
      (party: Found) => field(party.city),
      (party: Found) => field(party.vatNumber),
      (party: Found) => field(party.email),
    ],
  });
  return (query) => {
    const text = query.trim().slice(0, LENGTH);
    if (!text) return { found: parties.slice(0, MOST_HITS), more: Math.max(parties.length - MOST_HITS, 0) };
    const hits = fuzzysort.go(text, snapshot, { limit: MOST_HITS, threshold: THRESHOLD });
    return { found: hits.map(({ obj }) => obj), more: Math.max(hits.total - hits.length, 0) };
  };
}
