import { ContactIndex } from '../../domain/contact-index.ts';
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';

/** Both lists as the executor sees them: looked up by id, and kept up to date while it works. */
export class RecordIndex {
  readonly customers: Map<CustomerId, Customer>;
  readonly contacts: ContactIndex;
  readonly deletedByUndo: ReadonlySet<ContactGuid>;
  private readonly customerOf = new Map<ContactGuid, CustomerId>();

  /** @param deletedByUndo contacts made by a run here that its undo has deleted, or may have */
  constructor(
    customers: readonly Customer[],
    contacts: readonly Contact[],
    deletedByUndo: ReadonlySet<ContactGuid>,
  ) {
    this.customers = new Map(customers.map((customer) => [customer.id, customer]));
    this.contacts = new ContactIndex(contacts);
    this.deletedByUndo = deletedByUndo;
    for (const customer of customers)
      if (customer.contactGuid) this.customerOf.set(customer.contactGuid, customer.id);
  }

  isDeletedByUndo(guid: ContactGuid): boolean {
    return this.deletedByUndo.has(guid) && this.contacts.get(guid)?.deletedAt !== undefined;
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

  remove(id: CustomerId): void {
    const guid = this.customers.get(id)?.contactGuid;
    if (guid) this.customerOf.delete(guid);
    this.customers.delete(id);
  }
}
