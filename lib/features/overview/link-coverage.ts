/** How many customers of each system are linked, for the picture on the overview. Pure. */

import type { Counts } from '../../domain/counts.ts';
import { type Contact, type Customer, isDebtor } from '../../domain/customer.ts';
import type { Link } from '../../domain/link.ts';

interface LinkCoverageInput {
  /** Without archived ones. */
  customers: readonly Pick<Customer, 'id'>[];
  /** Without deleted ones. */
  contacts: readonly Contact[];
  links: readonly Link[];
  ignored: ReadonlySet<string>;
}

/**
 * `linked` and `broken` are the same on both sides, since a link has two ends. `waiting` is everybody else not on the ignore
 * list, including who was skipped in the latest sync: the picture shows who is not linked. Suppliers in Dinero count only when
 * linked or ignored.
 */
export function countLinkCoverage({
  customers,
  contacts,
  links,
  ignored,
}: LinkCoverageInput): NonNullable<Counts['sides']> {
  const broken = links.filter(({ state }) => state === 'broken').length;
  const linked = links.length - broken;
  const linkedCustomers = new Set(links.map(({ customerId }) => customerId));
  const linkedContacts = new Set(links.map(({ contactGuid }) => contactGuid));
  const free = contacts.filter(({ guid }) => !linkedContacts.has(guid));
  return {
    dinero: {
      linked,
      waiting: free.filter((contact) => isDebtor(contact) && !ignored.has(contact.guid)).length,
      ignored: free.filter(({ guid }) => ignored.has(guid)).length,
      broken,
    },
    effihub: {
      linked,
      waiting: customers.filter(({ id }) => !linkedCustomers.has(id)).length,
      ignored: 0,
      broken,
    },
  };
}
