/** Linked customers of which one side is gone. Plain data and pure. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { DeletedCustomer, Link } from '../../domain/link.ts';
import { byName } from '../../domain/order.ts';

/**
 * - `contactDeleted` in Dinero, while the customer is still linked to it
 * - `customerDeleted` in Effihub, and its link with it, while the contact is still there
 * - `customerArchived` in Effihub, while the contact is still there
 */
export type MissingKind = 'contactDeleted' | 'customerDeleted' | 'customerArchived';

export interface MissingCounterpart {
  kind: MissingKind;
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** On the side that it is gone from, as far as it is known; else on the other one. */
  name: string;
  city?: string;
  vatNumber?: string;
  /** ISO 8601: when it went, or was noticed to be gone. */
  at?: string;
}

export interface Lists {
  customers: readonly Customer[];
  /** Deleted ones too. */
  contacts: readonly Contact[];
  links: readonly Link[];
}

/** Beside the lists. */
interface UserDecisions {
  ignored: ReadonlySet<ContactGuid>;
  deleted: readonly DeletedCustomer[];
}

/** What the user says not to be asked about again: should the same customer go once more, it is another matter. */
export const missingKey = ({
  kind,
  customerId,
  contactGuid,
}: Pick<MissingCounterpart, 'kind' | 'customerId' | 'contactGuid'>) => `${kind} ${customerId} ${contactGuid}`;

/**
 * The keys of those who are there again. That a link is missing says nothing: a reset takes it away, and its undo brings it
 * back.
 */
export function returnedKeys(
  keys: Iterable<string>,
  { customers, contacts }: Omit<Lists, 'links'>,
): string[] {
  const customerIds = new Map(customers.map((customer) => [customer.id, customer]));
  const contactGuids = new Map(contacts.map((contact) => [contact.guid, contact]));
  return [...keys].filter((key) => {
    // An id may hold spaces, a kind and a GUID do not.
    const [first, last] = [key.indexOf(' '), key.lastIndexOf(' ')];
    const customer = customerIds.get(key.slice(first + 1, last));
    const contact = contactGuids.get(key.slice(last + 1));
    const kind = key.slice(0, first) as MissingKind;
    return kind === 'contactDeleted' ? contact && !contact.deletedAt : customer && !customer.archivedAt;
  });
}

/** In Danish order. Those that the user has dismissed are among them. */
export function findMissing({
  customers,
  contacts,
  links,
  ignored,
  deleted,
}: Lists & UserDecisions): MissingCounterpart[] {
  const customerOf = new Map(customers.map((customer) => [customer.id, customer]));
  const contactOf = new Map(contacts.map((contact) => [contact.guid, contact]));
  const linked = new Set(links.map(({ contactGuid }) => contactGuid));
  const gone: MissingCounterpart[] = [];
  for (const { customerId, contactGuid, state } of links) {
    const customer = customerOf.get(customerId);
    const contact = contactOf.get(contactGuid);
    if (!customer) continue;
    const { name, city, vatNumber } = customer;
    const about = { customerId, contactGuid, name: name || (contact?.name ?? ''), city, vatNumber };
    if (state === 'broken') gone.push({ kind: 'contactDeleted', ...about, at: contact?.deletedAt });
    else if (customer.archivedAt) gone.push({ kind: 'customerArchived', ...about, at: customer.archivedAt });
  }
  for (const { customerId, name, contactGuid, noticedAt } of deleted) {
    const contact = contactOf.get(contactGuid);
    // Somebody has decided about the contact since.
    if (!contact || contact.deletedAt || linked.has(contactGuid) || ignored.has(contactGuid)) continue;
    const { city, vatNumber } = contact;
    const at = new Date(noticedAt).toISOString();
    gone.push({
      kind: 'customerDeleted',
      customerId,
      contactGuid,
      name: name || contact.name,
      city,
      vatNumber,
      at,
    });
  }
  return gone.sort(byName(({ customerId }) => customerId));
}
