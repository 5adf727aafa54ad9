/** Candidates with what the user has to know before choosing one. */
import {
  type Contact,
  type ContactGuid,
  type Customer,
  type CustomerId,
  isDebtor,
} from '../../domain/customer.ts';
import type { Database } from '../../storage/database.ts';
import type { Candidate } from './index.ts';
import type { Similar } from './similar.ts';

export function candidate<Id extends string>(
  id: Id,
  { name, city, vatNumber, email }: Customer | Contact,
  reasons: string[] = [],
): Candidate<Id> {
  return { id, name, city, vatNumber, email, reasons };
}

/** How a contact is marked in a list. */
export const contactMarks = (contact: Contact, isIgnored: boolean) => ({
  ...(isIgnored && { ignored: true }),
  ...(!isDebtor(contact) && { supplier: true }),
});

export async function contactCandidates(
  db: Database,
  connectionId: string,
  similar: readonly Similar[],
): Promise<Candidate<ContactGuid>[]> {
  const candidates: Candidate<ContactGuid>[] = [];
  for (const { id, reasons } of similar) {
    const contact = await db.contacts.get([connectionId, id]);
    if (!contact) continue;
    const link = await db.links.where({ connectionId, contactGuid: id }).first();
    const linked = link?.state === 'ok' ? await db.customers.get([connectionId, link.customerId]) : undefined;
    const isIgnored = (await db.ignored.get([connectionId, id])) !== undefined;
    candidates.push({
      ...candidate(contact.guid, contact, reasons),
      ...contactMarks(contact, isIgnored),
      ...(linked && { linkedTo: linked.name }),
    });
  }
  return candidates;
}

export async function customerCandidates(
  db: Database,
  connectionId: string,
  similar: readonly Similar[],
): Promise<Candidate<CustomerId>[]> {
  const candidates: Candidate<CustomerId>[] = [];
  for (const { id, reasons } of similar) {
    const customer = await db.customers.get([connectionId, id]);
    if (!customer) continue;
    const link = await db.links.get([connectionId, id]);
    const linked = link?.state === 'ok' ? await db.contacts.get([connectionId, link.contactGuid]) : undefined;
    candidates.push({
      ...candidate(customer.id, customer, reasons),
      ...(linked && { linkedTo: linked.name }),
    });
  }
  return candidates;
}
