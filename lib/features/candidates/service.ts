/** Who on the other side a customer may be, with what the user has to know before choosing. */

import { madeContacts } from '../../domain/computed-ids.ts';
import { ContactIndex } from '../../domain/contact-index.ts';
import {
  type Contact,
  type ContactGuid,
  type Customer,
  type CustomerId,
  isDebtor,
} from '../../domain/customer.ts';
import { contactInput, customerInput } from '../../match/index.ts';
import { allContacts, allCustomers } from '../../storage/cached-lists.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { contactsDeletedByUndo } from '../../storage/journal.ts';
import type { Candidate } from './index.ts';
import { findSimilar, type Similar } from './similar.ts';

export type { Similar } from './similar.ts';

export function candidate<Id extends string>(
  id: Id,
  { name, city, vatNumber, email }: Customer | Contact,
  reasons: string[] = [],
): Candidate<Id> {
  return { id, name, city, vatNumber, email, reasons };
}

/** Contacts that are there. */
export async function liveContacts(db: Database, connectionId: string): Promise<Contact[]> {
  return (await allContacts(db, connectionId)).filter(({ deletedAt }) => !deletedAt);
}

/** Tells for each customer what was created for it before. */
export async function madeBefore(db: Database, connectionId: string) {
  const pair = await getConnection(db, connectionId);
  const contacts = new ContactIndex(
    await allContacts(db, connectionId),
    await contactsDeletedByUndo(db, connectionId),
  );
  return (customerId: CustomerId) => madeContacts(pair, customerId, contacts);
}

/** Archived customers take part only where they are linked. */
export async function liveCustomers(db: Database, connectionId: string): Promise<Customer[]> {
  return (await allCustomers(db, connectionId)).filter(({ archivedAt }) => !archivedAt);
}

/** The marks that a contact carries in a list. */
export const contactMarks = (contact: Contact, isIgnored: boolean) => ({
  ...(isIgnored && { ignored: true }),
  ...(!isDebtor(contact) && { supplier: true }),
});

export async function contactCandidates(
  db: Database,
  connectionId: string,
  similar: readonly Similar[],
): Promise<Candidate<ContactGuid>[]> {
  const found: Candidate<ContactGuid>[] = [];
  for (const { id, reasons } of similar) {
    const contact = await db.contacts.get([connectionId, id]);
    if (!contact) continue;
    const link = await db.links.where({ connectionId, contactGuid: id }).first();
    const linked = link?.state === 'ok' ? await db.customers.get([connectionId, link.customerId]) : undefined;
    const isIgnored = (await db.ignored.get([connectionId, id])) !== undefined;
    found.push({
      ...candidate(contact.guid, contact, reasons),
      ...contactMarks(contact, isIgnored),
      ...(linked && { linkedTo: linked.name }),
    });
  }
  return found;
}

async function customerCandidates(
  db: Database,
  connectionId: string,
  similar: readonly Similar[],
): Promise<Candidate<CustomerId>[]> {
  const found: Candidate<CustomerId>[] = [];
  for (const { id, reasons } of similar) {
    const customer = await db.customers.get([connectionId, id]);
    if (!customer) continue;
    const link = await db.links.get([connectionId, id]);
    const linked = link?.state === 'ok' ? await db.contacts.get([connectionId, link.contactGuid]) : undefined;
    found.push({ ...candidate(customer.id, customer, reasons), ...(linked && { linkedTo: linked.name }) });
  }
  return found;
}

/** Every contact counts, ignored and linked ones too: an overlooked one would become a duplicate. */
export async function similarContacts(db: Database, connectionId: string, customer: Customer) {
  const others = (await liveContacts(db, connectionId)).map(contactInput);
  const [similar = []] = await findSimilar([customerInput(customer)], others);
  return contactCandidates(db, connectionId, similar);
}

export async function similarCustomers(db: Database, connectionId: string, contact: Contact) {
  const others = (await liveCustomers(db, connectionId)).map(customerInput);
  const [similar = []] = await findSimilar([contactInput(contact)], others);
  return customerCandidates(db, connectionId, similar);
}

/** A contact that a customer to be created may already be. */
interface SimilarContact {
  guid: ContactGuid;
  name: string;
  reasons: string[];
}

/** For customers about to be created, under the names to be sent: similar contacts, and one that was deleted before. */
export async function similarContactsOf(
  db: Database,
  connectionId: string,
  customers: readonly { id: CustomerId; name: string }[],
) {
  const contacts = await liveContacts(db, connectionId);
  const known = new Map(contacts.map((contact) => [contact.guid, contact]));
  const stored = await db.customers.bulkGet(customers.map(({ id }): [string, string] => [connectionId, id]));
  const wanted = customers.flatMap(({ id, name }, at) => {
    const customer = stored[at];
    return customer ? [{ ...customerInput(customer), id, name }] : [];
  });
  const answers = await findSimilar(wanted, contacts.map(contactInput));
  const made = await madeBefore(db, connectionId);
  const deletedFor = (id: CustomerId) => {
    const { live, deleted } = made(id);
    return live ? undefined : deleted?.name;
  };
  return wanted.map(({ id }, place) => ({
    id,
    deleted: deletedFor(id),
    similar: (answers[place] ?? []).map(({ id: guid, reasons }): SimilarContact => {
      return { guid, name: known.get(guid)?.name ?? '', reasons };
    }),
  }));
}
