/** Both lists as the executor sees them: looked up by id, and kept up to date while it works. */
import type { Contact, ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';

/** Contacts by GUID and by external reference; deleted ones too. */
export class ContactIndex {
  private readonly byGuid = new Map<ContactGuid, Contact>();
  private readonly byReference = new Map<string, Contact[]>();
  private readonly takenBack: ReadonlySet<ContactGuid>;

  /** @param takenBack those that a run here has made and the undo of it has deleted, or may have */
  constructor(contacts: Iterable<Contact>, takenBack: ReadonlySet<ContactGuid> = new Set()) {
    this.takenBack = takenBack;
    for (const contact of contacts) this.put(contact);
  }

  get(guid: ContactGuid): Contact | undefined {
    return this.byGuid.get(guid);
  }

  ofReference(reference: string): readonly Contact[] {
    return this.byReference.get(reference) ?? [];
  }

  isDeletedByUndo(guid: ContactGuid): boolean {
    return this.takenBack.has(guid) && this.get(guid)?.deletedAt !== undefined;
  }

  put(contact: Contact): void {
    const before = this.byGuid.get(contact.guid)?.externalReference;
    if (before)
      this.byReference.set(
        before,
        this.ofReference(before).filter(({ guid }) => guid !== contact.guid),
      );
    this.byGuid.set(contact.guid, contact);
    const { externalReference: reference } = contact;
    if (reference) this.byReference.set(reference, [...this.ofReference(reference), contact]);
  }
}

export class RecordIndex {
  readonly customers: Map<CustomerId, Customer>;
  readonly contacts: ContactIndex;
  private readonly customerOf = new Map<ContactGuid, CustomerId>();

  constructor(
    customers: readonly Customer[],
    contacts: readonly Contact[],
    takenBack?: ReadonlySet<ContactGuid>,
  ) {
    this.customers = new Map(customers.map((customer) => [customer.id, customer]));
    this.contacts = new ContactIndex(contacts, takenBack);
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

  remove(id: CustomerId): void {
    const guid = this.customers.get(id)?.contactGuid;
    if (guid) this.customerOf.delete(guid);
    this.customers.delete(id);
  }
}
