/** How an Effihub customer and a Dinero contact belong together, and whom the user has set aside. */
import type { ContactGuid, CustomerId } from './customer.ts';

/** `broken`: the contact is known to be gone in Dinero. */
export interface Link {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  state: 'ok' | 'broken';
}

/** How a customer came to its link. */
export type LinkOrigin = 'effihub' | 'match' | 'create' | 'import';

/** On the ignore list. `ignoredAt` in ms since 1970. */
export interface IgnoredContact {
  contactGuid: ContactGuid;
  name: string;
  ignoredAt: number;
}

/** A linked customer that Effihub has deleted. @property noticedAt in ms since 1970 */
export interface DeletedCustomer {
  customerId: CustomerId;
  name: string;
  contactGuid: ContactGuid;
  noticedAt: number;
}

/**
 * Something the user has looked at and does not want to be asked about again. Plain data.
 * @property key with `duplicate` the system and both ids, with `gone` the customer's id and what was gone
 * @property dismissedAt in ms since 1970
 */
export interface Dismissal {
  of: 'duplicate' | 'gone';
  key: string;
  dismissedAt: number;
}
