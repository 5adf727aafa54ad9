import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import { contactInput, customerInput } from '../../match/index.ts';
import type { Database } from '../../storage/database.ts';
import { contactCandidates, customerCandidates } from './describe.ts';
import { contactsLike, liveContacts, madeBefore, similarTo } from './known-lists.ts';

export { contactCandidates, contactMarks } from './describe.ts';
export { createFreeSearch } from './free-search.ts';
export { liveContacts, liveCustomers, madeBefore } from './known-lists.ts';
export type { Similar } from './similar.ts';

/** The contacts that a customer may be, best first; ignored and linked ones too, since missing one makes a duplicate. */
export const similarContacts = async (db: Database, connectionId: string, customer: Customer) =>
  contactCandidates(db, connectionId, await similarTo(db, connectionId, 'contacts', customerInput(customer)));

/** The customers that a contact may be, best first. */
export const similarCustomers = async (db: Database, connectionId: string, contact: Contact) =>
  customerCandidates(db, connectionId, await similarTo(db, connectionId, 'customers', contactInput(contact)));

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
  const known = new Map((await liveContacts(db, connectionId)).map((contact) => [contact.guid, contact]));
  const stored = await db.customers.bulkGet(customers.map(({ id }): [string, string] => [connectionId, id]));
  const wanted = customers.flatMap(({ id, name }, at) => {
    const customer = stored[at];
    return customer ? [{ ...customerInput(customer), id, name }] : [];
  });
  const answers = await contactsLike(db, connectionId, wanted);
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
