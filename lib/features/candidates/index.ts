/** The door: somebody on the other side who may be the same customer, and searching a list as one types. */

export { type Hits, MOST_HITS, searchable } from './party-search.ts';

/** Somebody on the other side who may be the same. */
export interface Candidate<Id extends string = string> {
  id: Id;
  name: string;
  city?: string;
  vatNumber?: string;
  email?: string;
  /** Why, as the matcher says it. */
  reasons: string[];
  /** The contact is on the ignore list. */
  ignored?: boolean;
  /** The contact is a supplier only. */
  supplier?: boolean;
  /** Who it is linked to already; then it cannot be matched. */
  linkedTo?: string;
}
