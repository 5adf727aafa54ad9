/** Both lists as the executor sees them: looked up by id, and kept up to date while it works. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../customer.ts';

export class World {
  readonly customers: Map<CustomerId, Customer>;
  /** Deleted ones too. */
  readonly contacts: Map<ContactGuid, Contact>;
  private readonly customerOf = new Map<ContactGuid, CustomerId>();

  constructor(customers: readonly Customer[], contacts: readonly Contact[]) {
    this.customers = new Map(customers.map((customer) => [customer.id, customer]));
    this.contacts = new Map(contacts.map((contact) => [contact.guid, contact]));
    for (const customer of customers)
      if (customer.contactGuid) this.customerOf.set(customer.contactGuid, customer.id);
  }

  /** The customer that a contact is linked to. */
  linkedCustomer(guid: ContactGuid): Customer | undefined {
    const id = this.customerOf.get(guid);
    return id === undefined ? undefined : this.customers.get(id);
  }

  /** The contact that a customer is linked to, unless that contact is known to be deleted. */
  workingLink(customer: Customer): ContactGuid | undefined {
    const guid = customer.contactGuid;
    return guid && !this.contacts.get(guid)?.deletedAt ? guid : undefined;
  }

  put(customer: Customer): void {
    const before = this.customers.get(customer.id)?.contactGuid;
    if (before) this.customerOf.delete(before);
    this.customers.set(customer.id, customer);
    if (customer.contactGuid) this.customerOf.set(customer.contactGuid, customer.id);
  }

  putContact(contact: Contact): void {
    this.contacts.set(contact.guid, contact);
  }
}
