/** Finds a contact or customer among thousands while one types. */
import * as fuzzysort from 'fuzzysort';
import type { Party } from '../../domain/customer.ts';

/** Hits shown; with more, the user types another letter. */
export const MOST_HITS = 50;
/** Characters of a field, or of a query, that are searched. */
const MAX_LENGTH = 160;
const THRESHOLD = 0.35;

export interface Hits<One> {
  found: One[];
  /** Hits that are left out. */
  more: number;
}

/** @returns finds by name, town, CVR number and e-mail, best first; a blank query finds all, in their order */
export function searchable<One extends Party>(parties: readonly One[]): (query: string) => Hits<One> {
  const field = (text: string | undefined) => text?.slice(0, MAX_LENGTH) ?? '';
  const snapshot = fuzzysort.snapshot(parties, {
    keys: [
      (party: One) => field(party.name),
      (party: One) => field(party.city),
      (party: One) => field(party.vatNumber),
      (party: One) => field(party.email),
    ],
  });
  return (query) => {
    const text = query.trim().slice(0, MAX_LENGTH);
    if (!text) return { found: parties.slice(0, MOST_HITS), more: Math.max(parties.length - MOST_HITS, 0) };
    const hits = fuzzysort.go(text, snapshot, { limit: MOST_HITS, threshold: THRESHOLD });
    return { found: hits.map(({ obj }) => obj), more: Math.max(hits.total - hits.length, 0) };
  };
}
