/** What the panel shows about the customer or contact on its page. Plain data. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { Candidate } from '../candidates/index.ts';

export interface CustomerCard {
  /** Undefined when Effihub has no such customer. */
  customer?: Customer;
  link?: {
    contactGuid: ContactGuid;
    /** `''` when unknown. */
    name: string;
    state: 'ok' | 'broken';
    /** The number in the address of the contact's page, once the panel has learned it. */
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
  /** The page names no known contact. */
  | { state: 'unknown' }
  /** The page may show any of these; the user has to choose. */
  | { state: 'ask'; candidates: Candidate<ContactGuid>[] }
  | {
      state: 'known';
      contact: Contact;
      link?: { customerId: CustomerId; name: string };
      ignored: boolean;
      /** For a contact without a link: customers that it may be, best first. */
      similar: Candidate<CustomerId>[];
    };

/** The result of creating with one click. */
export type OneClickResult =
  | { done: true }
  /** Nothing was written: similar ones exist. */
  | { done: false; similar: Candidate[] }
  /** Nothing was written: these fields are missing. */
  | { done: false; missing: ('name' | 'country')[] }
  /** Nothing was written: it was created before, under this name, and deleted in Dinero since. */
  | { done: false; deleted: string };
