import type { Contact, ContactGuid, Customer, CustomerId, Field } from '../../../domain/customer.ts';
import type { Operation } from '../../../domain/run.ts';
import type { CurrentState, UndoTask } from './types.ts';

/** Both systems as they will be after the tasks planned so far. */
export class UndoProjection {
  readonly customers: ReadonlyMap<CustomerId, Customer>;
  readonly contacts: ReadonlyMap<ContactGuid, Contact>;
  readonly ignored: ReadonlyMap<ContactGuid, number>;
  readonly waitingImports: ReadonlySet<CustomerId> | undefined;
  private readonly madeHere: ReadonlyMap<CustomerId, number>;
  private readonly correctedAt: ReadonlyMap<string, number>;
  private readonly end: number;
  private readonly links = new Map<CustomerId, ContactGuid>();
  private readonly owners = new Map<ContactGuid, CustomerId>();

  /** @param end of the run, in ms since 1970 */
  constructor(current: CurrentState, end: number) {
    this.end = end;
    this.customers = new Map(current.customers.map((customer) => [customer.id, customer]));
    this.contacts = new Map(current.contacts.map((contact) => [contact.guid, contact]));
    this.ignored = new Map(current.ignored.map(({ contactGuid, ignoredAt }) => [contactGuid, ignoredAt]));
    this.waitingImports = current.waitingImports;
    // For links read from Effihub the time is that of the reading.
    const here = current.links.filter(({ how }) => how !== 'effihub');
    this.madeHere = new Map(here.map(({ customerId, linkedAt }) => [customerId, linkedAt]));
    this.correctedAt = new Map(
      (current.corrected ?? []).flatMap(({ at, operation }) =>
        (operation.changes ?? []).map(({ field, to }) => [correctionKey(operation, field, to), at]),
      ),
    );
    for (const { id, contactGuid } of current.customers) if (contactGuid) this.link(id, contactGuid);
  }

  linkOf(id: CustomerId): ContactGuid | undefined {
    return this.links.get(id);
  }

  linkedTo(guid: ContactGuid | undefined): CustomerId | undefined {
    return guid === undefined ? undefined : this.owners.get(guid);
  }

  /** When its run ended, in ms since 1970: later changes are the work of others. */
  endOf({ endedAt = this.end }: Operation): number {
    return endedAt;
  }

  /** Whether a later run made the customer's link. */
  isLinkedAgain(operation: Operation): boolean {
    return (this.madeHere.get(operation.customerId ?? '') ?? 0) > this.endOf(operation);
  }

  /** Whether a later run gave the field the same value. */
  isCorrectedAgain(operation: Operation, field: Field, to: string): boolean {
    return (this.correctedAt.get(correctionKey(operation, field, to)) ?? 0) > this.endOf(operation);
  }

  /** Whether the record to be deleted was changed since the run. */
  isChanged({ kind, contactGuid = '', customerId = '' }: UndoTask, operation: Operation): boolean {
    if (kind !== 'deleteContact' && kind !== 'deleteCustomer') return false;
    const party = kind === 'deleteContact' ? this.contacts.get(contactGuid) : this.customers.get(customerId);
    return party?.updatedAt !== undefined && Date.parse(party.updatedAt) > this.endOf(operation);
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
