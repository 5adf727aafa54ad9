/** Linked customers that are missing on one side. Pure. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { DeletedCustomer, Link } from '../../domain/link.ts';
import { byName } from '../../domain/order.ts';

/**
 * - `contactDeleted` in Dinero, while the customer is still linked to it
 * - `customerDeleted` in Effihub, and its link with it, while the contact is still there
 * - `customerArchived` in Effihub, while the contact is still there
 */
export const MISSING_KINDS = ['contactDeleted', 'customerDeleted', 'customerArchived'] as const;

export type MissingKind = (typeof MISSING_KINDS)[number];

export interface MissingCounterpart {
  kind: MissingKind;
  customerId: CustomerId;
  contactGuid: ContactGuid;
  /** The name on the side where it is missing, if known; otherwise on the other side. */
  name: string;
  city?: string;
  vatNumber?: string;
  /** ISO 8601: when it was deleted or archived, or noticed to be missing. */
  at?: string;
}

export interface Lists {
  customers: readonly Customer[];
  /** Deleted ones too. */
  contacts: readonly Contact[];
  links: readonly Link[];
}

interface UserDecisions {
  ignored: ReadonlySet<ContactGuid>;
  deleted: readonly DeletedCustomer[];
}

/** Identifies a dismissal. A returned customer loses it, and so is reported when missing again. */
export const missingKey = ({
  kind,
  customerId,
  contactGuid,
}: Pick<MissingCounterpart, 'kind' | 'customerId' | 'contactGuid'>) => `${kind} ${customerId} ${contactGuid}`;

/**
 * The keys of customers that have returned. Links do not matter: a reset removes them and its undo restores them.
 */
export function returnedKeys(
  keys: Iterable<string>,
  { customers, contacts }: Omit<Lists, 'links'>,
): string[] {
  const customerIds = new Map(customers.map((customer) => [customer.id, customer]));
  const contactGuids = new Map(contacts.map((contact) => [contact.guid, contact]));
  return [...keys].filter((key) => {
    // Ids may contain spaces; kinds and GUIDs do not.
    const [first, last] = [key.indexOf(' '), key.lastIndexOf(' ')];
    const customer = customerIds.get(key.slice(first + 1, last));
    const contact = contactGuids.get(key.slice(last + 1));
    const kind = key.slice(0, first) as MissingKind;
    return kind === 'contactDeleted' ? contact && !contact.deletedAt : customer && !customer.archivedAt;
  });
}

/** In Danish order, including dismissed ones. */
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
  const missing: MissingCounterpart[] = [];
  for (const { customerId, contactGuid, state } of links) {
    const customer = customerOf.get(customerId);
    const contact = contactOf.get(contactGuid);
    if (!customer) continue;
    const { name, city, vatNumber } = customer;
    const about = { customerId, contactGuid, name: name || (contact?.name ?? ''), city, vatNumber };
    if (state === 'broken') missing.push({ kind: 'contactDeleted', ...about, at: contact?.deletedAt });
    else if (customer.archivedAt)
      missing.push({ kind: 'customerArchived', ...about, at: customer.archivedAt });
  }
  for (const { customerId, name, contactGuid, noticedAt } of deleted) {
    const contact = contactOf.get(contactGuid);
    // Deleted, linked or ignored since: nothing left to decide.
    if (!contact || contact.deletedAt || linked.has(contactGuid) || ignored.has(contactGuid)) continue;
    const { city, vatNumber } = contact;
    const at = new Date(noticedAt).toISOString();
    missing.push({
      kind: 'customerDeleted',
      customerId,
      contactGuid,
      name: name || contact.name,
      city,
      vatNumber,
      at,
    });
  }
  return missing.sort(byName(({ customerId }) => customerId));
}
