/** Links between Effihub customers and Dinero contacts, and what the user has set aside. */
import type { ContactGuid, CustomerId } from './customer.ts';

/** `broken`: the contact is known to be deleted in Dinero. */
export interface Link {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  state: 'ok' | 'broken';
}

/** What made a link. */
export type LinkOrigin = 'effihub' | 'match' | 'create' | 'import';

/** An entry of the ignore list. @property ignoredAt in ms since 1970 */
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
 * Something the user does not want to be asked about again.
 * @property key with `duplicate` the system and both ids, with `gone` the customer's id and what was missing
 * @property dismissedAt in ms since 1970
 */
export interface Dismissal {
  of: 'duplicate' | 'gone';
  key: string;
  dismissedAt: number;
}
