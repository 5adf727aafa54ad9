/** Ids that every installation computes alike, which makes a repeated creation harmless. */
import { v5 } from 'uuid';
import type { ContactIndex } from './contact-index.ts';
import type { Contact, ContactGuid, CustomerId } from './customer.ts';

const NAMESPACE = 'b3b7a9d4-6d0e-5c52-9a3e-4a5d1a0f6c11';

export interface Pair {
  organizationId: number;
  accountId: string;
}

/** Dinero's limit. */
const LONGEST_REFERENCE = 128;

/** The external reference of a contact that we create: names the customer it belongs to. */
export function externalReference({ accountId }: Pair, customerId: CustomerId): string {
  const reference = `effihub:${accountId}:${customerId}`;
  // A sheet customer's id contains its name and can be long.
  return reference.length <= LONGEST_REFERENCE
    ? reference
    : `effihub:${v5(`${accountId}/${customerId}`, NAMESPACE)}`;
}

/** The GUID of the contact to be created for a customer (UUID version 5). */
export function contactGuidFor(pair: Pair, customerId: CustomerId, generation: number): ContactGuid {
  return v5([pair.organizationId, pair.accountId, customerId, generation].join('/'), NAMESPACE);
}

/** Effihub's `Idempotency-Key` for importing a contact (UUID version 5). */
export function importKeyFor(pair: Pair, contactGuid: ContactGuid, generation: number): string {
  return v5(['import', pair.organizationId, pair.accountId, contactGuid, generation].join('/'), NAMESPACE);
}

export interface MadeContacts {
  /** Exists, and was created for the customer. */
  live?: Contact;
  /** Created for the customer and deleted in Dinero since, perhaps for a reason; the one deleted last. */
  deleted?: Contact;
  /** For a new contact. Dinero never frees the GUID of a deleted contact, so each new one needs another. */
  nextGuid: ContactGuid;
}

/**
 * The contacts created for a customer so far, found by external reference or GUID.
 * @param contacts deleted ones included
 * @param deletedByUndo contacts that the undo of a run has deleted, or may have deleted
 */
export function madeContacts(
  pair: Pair,
  customerId: CustomerId,
  contacts: ContactIndex,
  deletedByUndo: ReadonlySet<ContactGuid>,
): MadeContacts {
  const mine = contacts.ofReference(externalReference(pair, customerId));
  const deleted = mine.filter(({ deletedAt }) => deletedAt);
  // Count of deleted contacts, so that two installations agree; moved on when somebody changed a reference in Dinero.
  let generation = deleted.length;
  let guid = contactGuidFor(pair, customerId, generation);
  for (let known = contacts.get(guid); known?.deletedAt; known = contacts.get(guid)) {
    if (!deleted.includes(known)) deleted.push(known);
    generation += 1;
    guid = contactGuidFor(pair, customerId, generation);
  }
  // Contacts deleted by our own undo are nobody's decision.
  const decided = deleted.filter(({ guid }) => !deletedByUndo.has(guid));
  const lastDeleted = decided.reduce<Contact | undefined>(
    (last, one) => (last?.deletedAt && last.deletedAt > (one.deletedAt ?? '') ? last : one),
    undefined,
  );
  return { live: mine.find(({ deletedAt }) => !deletedAt), deleted: lastDeleted, nextGuid: guid };
}
