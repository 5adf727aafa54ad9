/** Looking for a contact among thousands, as one types. */
import * as fuzzysort from 'fuzzysort';
import type { Contact } from '../../lib/customer.ts';

/** How many hits are shown; whoever sees that many types another letter. */
export const MOST_HITS = 50;
/** Letters of a field that take part. */
const LENGTH = 160;
const THRESHOLD = 0.35;

export interface Hits {
  contacts: Contact[];
  /** Hits that are left out. */
  more: number;
}

/** @returns finds by name, town, CVR number and e-mail, best first; a blank query finds all, in their order */
export function searchableContacts(contacts: readonly Contact[]): (query: string) => Hits {
  const field = (text: string | undefined) => text?.slice(0, LENGTH) ?? '';
  const snapshot = fuzzysort.snapshot(contacts, {
    keys: [
      (contact: Contact) => field(contact.name),
      (contact: Contact) => field(contact.city),
      (contact: Contact) => field(contact.vatNumber),
      (contact: Contact) => field(contact.email),
    ],
  });
  return (query) => {
    const text = query.trim().slice(0, LENGTH);
    if (!text)
      return { contacts: contacts.slice(0, MOST_HITS), more: Math.max(contacts.length - MOST_HITS, 0) };
    const found = fuzzysort.go(text, snapshot, { limit: MOST_HITS, threshold: THRESHOLD });
    return { contacts: found.map(({ obj }) => obj), more: Math.max(found.total - found.length, 0) };
  };
}
