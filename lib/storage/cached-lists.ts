/** The cached lists of both systems, and their links, as they were last saved. */
import type { Contact, Customer } from '../domain/customer.ts';
import type { Link } from '../domain/link.ts';
import { rowsOf } from './batched-rows.ts';
import type { Database } from './database.ts';
import { withoutOwner } from './records.ts';

/** Every known contact as stored, deleted ones included. */
export const contactRecords = (db: Database, connectionId: string) =>
  rowsOf(db.contacts, connectionId, ({ guid }) => guid);
/** Every known customer as stored, archived ones included. */
export const customerRecords = (db: Database, connectionId: string) =>
  rowsOf(db.customers, connectionId, ({ id }) => id);

/** Every known contact, deleted ones included. */
export async function allContacts(db: Database, connectionId: string): Promise<Contact[]> {
  return (await contactRecords(db, connectionId)).map(withoutOwner);
}

export async function allCustomers(db: Database, connectionId: string): Promise<Customer[]> {
  return (await customerRecords(db, connectionId)).map(withoutOwner);
}

export const linkRecords = (db: Database, connectionId: string) =>
  rowsOf(db.links, connectionId, ({ customerId }) => customerId);

/** The links in the form that views and the plan use. */
export async function allLinks(db: Database, connectionId: string): Promise<Link[]> {
  const records = await linkRecords(db, connectionId);
  return records.map(({ customerId, contactGuid, state }) => ({ customerId, contactGuid, state }));
}
