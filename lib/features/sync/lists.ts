/** What the four steps work on: both lists as they were read, and the suggestions. */
import type { Contact, ContactGuid, Customer } from '../../domain/customer.ts';
import type { Link } from '../../domain/link.ts';
import type { CustomerMatch } from '../../match/index.ts';

export interface SyncLists {
  /** Danish order, then id. Archived ones only where they are linked. */
  customers: Customer[];
  /** Danish order, then guid. Without deleted ones. */
  contacts: Contact[];
  links: Link[];
  ignored: ContactGuid[];
  /** One for every customer without a working link. */
  matches: CustomerMatch[];
}

/** How far the matching of two lists is. */
export interface MatchingProgress {
  /** The share that is done, 0..1. */
  done: number;
  /** How many are matched with how many. */
  customers: number;
  contacts: number;
}
