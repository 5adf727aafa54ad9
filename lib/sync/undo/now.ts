import type { Contact, ContactGuid, Customer, CustomerId, Field } from '../../customer.ts';
import type { Operation } from '../../run.ts';
import type { UndoTask, UndoWorld } from './types.ts';

/** The world as it will be when what is planned so far has been done. */
export class Now {
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  readonly contacts: ReadonlyMap<ContactGuid, Contact>;
  readonly ignored: ReadonlyMap<ContactGuid, number>;
  readonly waitingImports: ReadonlySet<CustomerId> | undefined;
  /** Of the run, in ms. */
  readonly end: number;
  private readonly madeHere: ReadonlyMap<CustomerId, number>;
  private readonly correctedTo: ReadonlySet<string>;
  private readonly links = new Map<CustomerId, ContactGuid>();
  private readonly owners = new Map<ContactGuid, CustomerId>();

  constructor(world: UndoWorld, end: number) {
    this.end = end;
    this.customers = new Map(world.customers.map((customer) => [customer.id, customer]));
    this.contacts = new Map(world.contacts.map((contact) => [contact.guid, contact]));
    this.ignored = new Map(world.ignored.map(({ contactGuid, ignoredAt }) => [contactGuid, ignoredAt]));
    this.waitingImports = world.waitingImports;
    // A link that Effihub told of has no time of its own.
    const here = world.links.filter(({ how }) => how !== 'effihub');
    this.madeHere = new Map(here.map(({ customerId, linkedAt }) => [customerId, linkedAt]));
    this.correctedTo = new Set(
      (world.corrected ?? []).flatMap((operation) =>
        (operation.changes ?? []).map(({ field, to }) => correctionKey(operation, field, to)),
      ),
    );
    for (const { id, contactGuid } of world.customers) if (contactGuid) this.link(id, contactGuid);
  }

  linkOf(id: CustomerId): ContactGuid | undefined {
    return this.links.get(id);
  }

  linkedTo(guid: ContactGuid | undefined): CustomerId | undefined {
    return guid === undefined ? undefined : this.owners.get(guid);
  }

  /** A later run has made the customer's link. */
  isLinkedAgain(id: CustomerId): boolean {
    return (this.madeHere.get(id) ?? 0) > this.end;
  }

  /** A later run has given the field the same value. */
  isCorrectedAgain(operation: Operation, field: Field, to: string): boolean {
    return this.correctedTo.has(correctionKey(operation, field, to));
  }

  /** Somebody has worked on what is to be deleted. */
  isChanged({ kind, contactGuid = '', customerId = '' }: UndoTask): boolean {
    if (kind !== 'deleteContact' && kind !== 'deleteCustomer') return false;
    const party = kind === 'deleteContact' ? this.contacts.get(contactGuid) : this.customers.get(customerId);
    return party?.updatedAt !== undefined && Date.parse(party.updatedAt) > this.end;
  }

  apply({ kind, customerId = '', contactGuid = '' }: UndoTask): void {
    if (kind === 'link') this.link(customerId, contactGuid);
    const isLinkGone = kind === 'unlink' || kind === 'deleteContact' || kind === 'deleteCustomer';
    if (!isLinkGone || this.links.get(customerId) !== contactGuid) return;
    this.links.delete(customerId);
    this.owners.delete(contactGuid);
  }

  private link(id: CustomerId, guid: ContactGuid): void {
    const before = this.links.get(id);
    if (before !== undefined) this.owners.delete(before);
    this.links.set(id, guid);
    this.owners.set(guid, id);
  }
}

const correctionKey = ({ kind, customerId, contactGuid }: Operation, field: Field, to: string): string =>
  JSON.stringify([kind, customerId, contactGuid, field, to]);
