/** Ids that two installations compute alike: they make a repeated creation harmless. */
import { v5 } from 'uuid';
import type { Contact, ContactGuid, CustomerId } from '../customer.ts';

const NAMESPACE = 'b3b7a9d4-6d0e-5c52-9a3e-4a5d1a0f6c11';

export interface Pair {
  organizationId: number;
  accountId: string;
}

/** What a contact that we create carries, so that it can be told whose it is. */
export const externalReference = ({ accountId }: Pair, customerId: CustomerId): string =>
  `effihub:${accountId}:${customerId}`;

/**
 * How many deleted contacts were made for this customer before: a contact that the user deleted in Dinero keeps its
 * GUID for ever, so the next one needs another.
 */
export function generationOf(pair: Pair, customerId: CustomerId, contacts: Iterable<Contact>): number {
  const reference = externalReference(pair, customerId);
  let count = 0;
  for (const contact of contacts)
    if (contact.deletedAt && contact.externalReference === reference) count += 1;
  return count;
}

/** The GUID of the contact to be created for a customer (UUID version 5). */
export function contactGuidFor(pair: Pair, customerId: CustomerId, generation: number): ContactGuid {
  return v5([pair.organizationId, pair.accountId, customerId, generation].join('/'), NAMESPACE);
}

/** Effihub's `Idempotency-Key` for importing a contact (UUID version 5). */
export function importKeyFor(pair: Pair, contactGuid: ContactGuid, generation: number): string {
  return v5(['import', pair.organizationId, pair.accountId, contactGuid, generation].join('/'), NAMESPACE);
}
