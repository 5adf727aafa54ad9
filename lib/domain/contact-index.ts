import type { Contact, ContactGuid } from './customer.ts';

/** Contacts by GUID and by external reference, deleted ones included. */
export class ContactIndex {
  private readonly byGuid = new Map<ContactGuid, Contact>();
  private readonly byReference = new Map<string, Contact[]>();

  constructor(contacts: Iterable<Contact>) {
    for (const contact of contacts) this.put(contact);
  }

  get(guid: ContactGuid): Contact | undefined {
    return this.byGuid.get(guid);
  }

  ofReference(reference: string): readonly Contact[] {
    return this.byReference.get(reference) ?? [];
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
