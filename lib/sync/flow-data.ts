import { byName, type FlowData } from '../flow.ts';
import { matchCustomers } from '../match/index.ts';
import type { Database } from '../store/database.ts';
import { allContacts, allCustomers, allLinks } from '../store/lists.ts';
import { contactInput, customerInput } from './inputs.ts';

/** The lists as they are stored, sorted and matched: what the wizard shows and what the plan is made from. */
export async function flowData(db: Database, connectionId: string): Promise<FlowData> {
  const links = await allLinks(db, connectionId);
  const ignored = (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid);
  const hasLink = new Set(links.map(({ customerId }) => customerId));
  const working = links.filter(({ state }) => state === 'ok');
  const linkedCustomers = new Set(working.map(({ customerId }) => customerId));
  const linkedContacts = new Set(working.map(({ contactGuid }) => contactGuid));

  const customers = (await allCustomers(db, connectionId))
    .filter(({ archivedAt, id }) => !archivedAt || hasLink.has(id))
    .sort(byName(({ id }) => id));
  const contacts = (await allContacts(db, connectionId))
    .filter(({ deletedAt }) => !deletedAt)
    .sort(byName(({ guid }) => guid));
  const matches = matchCustomers(
    customers.filter(({ id }) => !linkedCustomers.has(id)).map(customerInput),
    contacts.filter(({ guid }) => !linkedContacts.has(guid)).map(contactInput),
  );
  return { customers, contacts, links, ignored, matches };
}
