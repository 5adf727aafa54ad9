/** Ids that two installations compute alike: they make a repeated creation harmless. */
import { v5 } from 'uuid';
import type { ContactIndex } from './contact-index.ts';
import type { Contact, ContactGuid, CustomerId } from './customer.ts';

const NAMESPACE = 'b3b7a9d4-6d0e-5c52-9a3e-4a5d1a0f6c11';

export interface Pair {
  organizationId: number;
  accountId: string;
}

/** Dinero takes no more letters. */
const LONGEST_REFERENCE = 128;

/** What a contact that we create carries, so that it can be told whose it is. */
export function externalReference({ accountId }: Pair, customerId: CustomerId): string {
  const reference = `effihub:${accountId}:${customerId}`;
  // An id that is made of a name can be long.
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
  /** There, and made for the customer. */
  live?: Contact;
  /** Made for it and deleted in Dinero since, by somebody who may have had a reason; the one deleted last. */
  deleted?: Contact;
  /** For a new one: of a deleted contact Dinero keeps the GUID for ever, so each needs another. */
  nextGuid: ContactGuid;
}

/**
 * What was created for a customer before, as its external reference or its GUID tells.
 * @param contacts deleted ones too
 */
export function madeContacts(pair: Pair, customerId: CustomerId, contacts: ContactIndex): MadeContacts {
  const mine = contacts.ofReference(externalReference(pair, customerId));
  const deleted = mine.filter(({ deletedAt }) => deletedAt);
  // How many were deleted, so that two installations agree; further when somebody has changed a reference in Dinero.
  let generation = deleted.length;
  let guid = contactGuidFor(pair, customerId, generation);
  for (let known = contacts.get(guid); known?.deletedAt; known = contacts.get(guid)) {
    if (!deleted.includes(known)) deleted.push(known);
    generation += 1;
    guid = contactGuidFor(pair, customerId, generation);
  }
  // What an undo here has deleted, nobody has decided against.
  const decided = deleted.filter((one) => !contacts.isDeletedByUndo(one.guid));
  const lastDeleted = decided.reduce<Contact | undefined>(
    (last, one) => (last?.deletedAt && last.deletedAt > (one.deletedAt ?? '') ? last : one),
    undefined,
  );
  return { live: mine.find(({ deletedAt }) => !deletedAt), deleted: lastDeleted, nextGuid: guid };
}
