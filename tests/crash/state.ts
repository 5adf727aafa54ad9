/** The state to compare: both systems and the database, without ids and times that may differ. */
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import type { Operation, Run } from '../../lib/domain/run.ts';
import type { ConnectionRecord, IgnoredRecord, LinkRecord } from '../../lib/storage/records.ts';
import type { EffihubCustomer, StoredContact, World } from '../sandbox/index.ts';

export interface State {
  contacts: unknown[];
  customers: unknown[];
  links: unknown[];
  /** How each customer came to its link. */
  origins: unknown[];
  ignored: unknown[];
  cached: { contacts: unknown[]; customers: unknown[] };
  runs: unknown[];
  operations: unknown[];
  choices: number;
  counts: unknown;
}

/** The database's tables by name. */
export type Tables = Record<string, Record<string, unknown>[]>;

/** Customers that were imported have got their numbers in some order: in the end each goes by its name. */
export function stateOf(world: World, tables: Tables): State {
  const rows = <Row>(name: string) => (tables[name] ?? []) as Row[];
  const nameOf = (id: string | undefined) => world.account.customers.get(Number(id))?.name ?? id;
  const links = rows<LinkRecord>('links');
  const [connection] = rows<ConnectionRecord>('connections');
  return {
    ...systemsOf(world),
    links: sorted(
      links.map(({ customerId, contactGuid, state }) => [nameOf(customerId), contactGuid, state]),
    ),
    origins: sorted(links.map(({ customerId, how }) => [nameOf(customerId), how])),
    ignored: sorted(rows<IgnoredRecord>('ignored').map(({ contactGuid, name }) => [contactGuid, name])),
    cached: {
      contacts: sorted(
        rows<Contact>('contacts').map(({ guid, name, deletedAt }) => [guid, name, Boolean(deletedAt)]),
      ),
      customers: sorted(rows<Customer>('customers').map(({ name, contactGuid }) => [name, contactGuid])),
    },
    runs: sorted(
      rows<Run>('runs').map(({ kind, state, total, finished, failed, reason }) => {
        return { kind, state, total, finished, failed, reason };
      }),
    ),
    operations: rows<Operation>('operations')
      .map(({ seq, kind, state, name, otherName, contactGuid, customerId, problem }) => {
        return { seq, kind, state, name, otherName, contactGuid, customer: nameOf(customerId), problem };
      })
      // By kind where two runs have the same place.
      .sort((a, b) => a.seq - b.seq || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    choices: rows('choices').length + rows('flows').length,
    counts: connection?.counts,
  };
}

/** What the two systems hold. */
export function systemsOf({ organization, account }: World): Pick<State, 'contacts' | 'customers'> {
  const contact = ({ CreatedAt: _, UpdatedAt: __, DeletedAt, number: ___, ...rest }: StoredContact) => ({
    ...rest,
    deleted: DeletedAt !== null,
  });
  const customer = ({ id: _, createdAt: __, updatedAt: ___, ...rest }: EffihubCustomer) => rest;
  return {
    contacts: sorted([...organization.contacts.values()].map(contact)),
    customers: sorted([...account.customers.values()].map(customer)),
  };
}

const sorted = <T>(rows: T[]): T[] => rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Describes the differences of two states; empty when equal. */
export function differences(wanted: State, found: State, parts: readonly (keyof State)[]): string[] {
  return parts.flatMap((part) => {
    const [one, other] = [wanted, found].map((state) => state[part]);
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const lines = (value: unknown) =>
      (Array.isArray(value) ? value : [value]).map((row) => JSON.stringify(row));
    const [left, right] = [lines(one), lines(other)];
    const missing = left.filter((line) => !right.includes(line)).map((line) => `${part}: missing ${line}`);
    const more = right.filter((line) => !left.includes(line)).map((line) => `${part}: unexpected ${line}`);
    return [
      ...missing,
      ...more,
      ...(missing.length + more.length === 0 ? [`${part}: another order or number`] : []),
    ];
  });
}
