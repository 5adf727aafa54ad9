import type { Contact, Customer, Party } from '../domain/customer.ts';
import type { MatchInput } from './index.ts';

/** What the matcher looks at; the same for both systems. */
function input(id: string, party: Party): MatchInput {
  const { name, vatNumber, email, phone, street, zipCode, city, countryCode, isPerson } = party;
  return { id, name, vatNumber, email, phone, street, zipCode, city, countryCode, isPerson };
}

export const customerInput = (customer: Customer): MatchInput => input(customer.id, customer);
export const contactInput = (contact: Contact): MatchInput => input(contact.guid, contact);
