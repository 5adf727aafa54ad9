/** What runs about links are made of: tasks with the names that history and reports show. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import type { Database } from '../../storage/database.ts';
import type { Task } from '../runs/service.ts';

export const customerOf = (db: Database, connectionId: string, id: CustomerId) =>
  db.customers.get([connectionId, id]);

export const contactOf = (db: Database, connectionId: string, guid: ContactGuid) =>
  db.contacts.get([connectionId, guid]);

/** @param from the contact that the customer may be taken from */
export async function linkTask(
  db: Database,
  connectionId: string,
  customerId: CustomerId,
  contactGuid: ContactGuid,
  from?: ContactGuid,
): Promise<Task> {
  const name = (await customerOf(db, connectionId, customerId))?.name ?? '';
  const otherName = (await contactOf(db, connectionId, contactGuid))?.name;
  return { kind: 'link', customerId, contactGuid, name, otherName, ...(from !== undefined && { from }) };
}
