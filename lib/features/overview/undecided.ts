/** How many customers wait for the user's decision. Pure. */
import { type Contact, type Customer, isDebtor } from '../../domain/customer.ts';
import type { Link } from '../../domain/link.ts';
import type { Operation } from '../../domain/run.ts';
import { foldedName, usableVatNumber } from '../../match/index.ts';

export interface Undecided {
  /** Without archived ones. */
  customers: readonly Customer[];
  /** Without deleted ones. */
  contacts: readonly Contact[];
  links: readonly Link[];
  ignored: ReadonlySet<string>;
  /** Of the latest sync alone: each sync skips everybody it does nothing about. */
  skips: readonly Pick<Operation, 'customerId' | 'contactGuid' | 'seen' | 'undecided'>[];
}

/**
 * Customers without a working link on either side, except those that were skipped and have not changed since. A customer and
 * a contact that are clearly the same are one decision and count once.
 */
export function countUndecided({ customers, contacts, links, ignored, skips }: Undecided): number {
  const linked = new Set<string>();
  for (const { customerId, contactGuid, state } of links) {
    if (state !== 'ok') continue;
    linked.add(`customer:${customerId}`);
    linked.add(`contact:${contactGuid}`);
  }
  const skipped = new Map<string, string | undefined>();
  for (const { customerId, contactGuid, seen, undecided } of skips)
    if (!undecided) skipped.set(customerId ? `customer:${customerId}` : `contact:${contactGuid}`, seen);
  const waits = (key: string, updatedAt: string | undefined) =>
    !linked.has(key) && !(skipped.has(key) && skipped.get(key) === updatedAt);

  const seen = new Set<string>();
  let count = 0;
  for (const customer of customers) {
    if (!waits(`customer:${customer.id}`, customer.updatedAt)) continue;
    count += 1;
    for (const key of sameness(customer)) seen.add(key);
  }
  for (const contact of contacts) {
    if (!isDebtor(contact) || ignored.has(contact.guid)) continue;
    if (!waits(`contact:${contact.guid}`, contact.updatedAt)) continue;
    if (!sameness(contact).some((key) => seen.has(key))) count += 1;
  }
  return count;
}

/** Keys that two records share when they are the same customer, surely enough for a number on a badge. */
function sameness({ name, vatNumber, countryCode }: Customer | Contact): string[] {
  const vat = usableVatNumber({ vatNumber, countryCode });
  const plain = foldedName(name);
  return [...(vat ? [`vat:${vat.country} ${vat.number}`] : []), ...(plain ? [`name:${plain}`] : [])];
}
