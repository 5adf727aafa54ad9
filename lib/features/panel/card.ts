/** What the panel shows of the one customer or contact that its page is about. Plain data. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { Candidate } from '../candidates/index.ts';

export interface CustomerCard {
  /** Undefined when Effihub has no such customer. */
  customer?: Customer;
  link?: {
    contactGuid: ContactGuid;
    /** `''` when Dinero does not say who it is. */
    name: string;
    state: 'ok' | 'broken';
    /** The number in the address of the contact's page, once the panel has seen it. */
    number?: string;
  };
  /** For a customer without a working link, best first. */
  similar: Candidate<ContactGuid>[];
  /** The page's heading is this customer's name. */
  isInHeading: boolean;
}

export type ContactCard =
  /** The page is still changing. */
  | { state: 'changing' }
  /** No contact is named on the page. */
  | { state: 'unknown' }
  /** The page may be about any of these, and only the user can say which. */
  | { state: 'ask'; candidates: Candidate<ContactGuid>[] }
  | {
      state: 'known';
      contact: Contact;
      link?: { customerId: CustomerId; name: string };
      ignored: boolean;
      /** For a contact without a link: customers that it may be, best first. */
      similar: Candidate<CustomerId>[];
    };

/** What came of a click that creates. */
export type OneClickResult =
  | { done: true }
  /** Nothing was written: somebody similar is there. */
  | { done: false; similar: Candidate[] }
  /** Nothing was written: this is missing. */
  | { done: false; missing: ('name' | 'country')[] }
  /** Nothing was written: it was made before, under this name, and deleted in Dinero since. */
  | { done: false; deleted: string };
