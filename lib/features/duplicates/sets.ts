/** Turns groups of ids into sets with details for display. */
import type { Contact, Customer } from '../../domain/customer.ts';
import { byName } from '../../domain/order.ts';
import type { DuplicateGroup } from '../../match/index.ts';
import { allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { contactMarks } from '../candidates/service.ts';
import type { DuplicateMember, DuplicateSet, Duplicates, Side } from './index.ts';

/** Leaves out members deleted meanwhile, and sets with fewer than two members. */
export async function duplicateSets(
  db: Database,
  connectionId: string,
  groups: Record<Side, readonly DuplicateGroup[]>,
): Promise<Duplicates> {
  const members = await membersOf(db, connectionId);
  return {
    contacts: await sets(groups.contacts, members.contact),
    customers: await sets(groups.customers, members.customer),
  };
}

const inOrder = byName<DuplicateMember>(({ id }) => id);

async function sets(
  groups: readonly DuplicateGroup[],
  memberOf: (id: string) => Promise<DuplicateMember | undefined>,
): Promise<DuplicateSet[]> {
  const found: DuplicateSet[] = [];
  for (const { ids, pairs } of groups) {
    const members = (await Promise.all(ids.map(memberOf))).filter((member) => member !== undefined);
    if (members.length < 2) continue;
    const reasons = [...new Set(pairs.flatMap((pair) => pair.reasons))];
    found.push({ members: members.sort(inOrder), reasons });
  }
  return found.sort((a, b) => inOrder(a.members[0]!, b.members[0]!));
}

async function membersOf(db: Database, connectionId: string) {
  const links = (await allLinks(db, connectionId)).filter(({ state }) => state === 'ok');
  const customerOf = new Map(links.map(({ contactGuid, customerId }) => [contactGuid, customerId]));
  const contactOf = new Map(links.map(({ contactGuid, customerId }) => [customerId, contactGuid]));
  const ignored = new Set(
    (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
  );
  const numbers = new Map(
    (await db.contactNumbers.toArray()).flatMap((record) =>
      record.connectionId === connectionId ? [[record.contactGuid, record.number]] : [],
    ),
  );
  const linkedTo = async (
    id: string | undefined,
    find: (id: string) => Promise<Contact | Customer | undefined>,
  ) => (id === undefined ? {} : { linkedTo: { id, name: (await find(id))?.name ?? '' } });
  const contact = (guid: string) => db.contacts.get([connectionId, guid]);
  const customer = (id: string) => db.customers.get([connectionId, id]);
  return {
    contact: async (guid: string): Promise<DuplicateMember | undefined> => {
      const found = await contact(guid);
      if (!found || found.deletedAt) return undefined;
      const number = numbers.get(guid);
      return {
        ...details(guid, found),
        ...contactMarks(found, ignored.has(guid)),
        ...(number !== undefined && { number }),
        ...(await linkedTo(customerOf.get(guid), customer)),
      };
    },
    customer: async (id: string): Promise<DuplicateMember | undefined> => {
      const found = await customer(id);
      if (!found || found.archivedAt) return undefined;
      const { customerNumber } = found;
      return { ...details(id, found), customerNumber, ...(await linkedTo(contactOf.get(id), contact)) };
    },
  };
}

const details = (id: string, { name, city, vatNumber, email }: Contact | Customer): DuplicateMember => ({
  id,
  name,
  city,
  vatNumber,
  email,
});
