import type { ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import type { SheetCustomer } from './customers.ts';
import { type EarlierRow, type IsPlausible, reconcileIds } from './reconcile-ids.ts';

/** One customer of an account without an API, with its link: Effihub cannot hold it there. */
export interface SheetRow {
  id: CustomerId;
  customer: Omit<Customer, 'id' | 'contactGuid' | 'updatedAt' | 'archivedAt'>;
  contactGuid?: ContactGuid;
  /** ISO 8601 */
  updatedAt: string;
  /** When a table showed it first, in ms; missing before that. */
  seenAt?: number;
  /** Since when it is in no table any more; ISO 8601. */
  absentSince?: string;
  /** Of an import: what makes repeating it harmless. */
  importKey?: string;
  /** An import that no table has shown yet, and when the user said that it was pasted. */
  awaited?: { madeAt: number; pastedAt?: number };
  /** It has another id by now; the readers of the list still have to be told. */
  gone?: true;
}

/** What reading a table changes. */
export interface SheetChanges {
  added: number;
  changed: number;
  unchanged: number;
  /** Imports that the table shows. */
  found: number;
  /** Linked customers that have got another id, a number for instance. */
  renamed: number;
  /** Imports that the table does not show. */
  notFound: number;
  /** Customers that are in the table no more, and how many of them are linked. */
  absent: number;
  absentLinked: number;
}

/**
 * What becomes of the rows when a table is read. Nobody is dropped and no link is lost: who is not in the table is set
 * aside, and comes back with a later one. An import, or a linked customer whose id has changed, hands its link over to the
 * row that shows it.
 * @param refused ids of rows that were refused: they are there, though nobody knows with what
 * @param now milliseconds
 * @returns the rows to be stored; those that stay as they are are not among them
 */
export function mergeTable(
  before: readonly SheetRow[],
  table: readonly SheetCustomer[],
  refused: ReadonlySet<CustomerId>,
  now: number,
): { rows: SheetRow[]; changes: SheetChanges } {
  const time = new Date(now).toISOString();
  const known = new Map(before.filter(({ gone }) => !gone).map((row) => [row.id, row]));
  const shown = new Set(table.map(({ id }) => id));
  const rows = new Map<CustomerId, SheetRow>();
  const changes: SheetChanges = {
    added: 0,
    changed: 0,
    unchanged: 0,
    found: 0,
    renamed: 0,
    notFound: 0,
    absent: 0,
    absentLinked: 0,
  };

  for (const { id, ...customer } of table) {
    const row = known.get(id);
    if (row?.seenAt !== undefined && !row.absentSince && sameFields(row.customer, customer)) {
      changes.unchanged += 1;
      continue;
    }
    changes[row && !row.absentSince ? 'changed' : 'added'] += 1;
    const { absentSince: _, ...rest } = row ?? { id };
    rows.set(id, { ...rest, customer, updatedAt: time, seenAt: row?.seenAt ?? now });
  }

  const missing = [...known.values()].filter(({ id }) => !shown.has(id) && !refused.has(id));
  for (const [from, to] of successors(missing, table, known)) {
    const source = known.get(from);
    const row = rows.get(to) ?? known.get(to);
    if (!source || !row) continue;
    const { contactGuid, importKey } = source;
    rows.set(to, { ...row, contactGuid, ...(importKey && { importKey }), updatedAt: time });
    rows.set(from, { id: from, customer: source.customer, updatedAt: time, gone: true });
    changes[source.awaited ? 'found' : 'renamed'] += 1;
  }
  for (const row of missing) {
    if (rows.has(row.id)) continue;
    if (row.awaited) {
      if (row.contactGuid) changes.notFound += 1;
    } else if (!row.absentSince) {
      rows.set(row.id, { ...row, absentSince: time, updatedAt: time });
      changes.absent += 1;
      if (row.contactGuid) changes.absentLinked += 1;
    }
  }
  return { rows: [...rows.values()], changes };
}

/**
 * To which row those that the table does not show hand their link over. Only to one that is new, and has none: who stood
 * beside another in an earlier table is not the same.
 */
function successors(
  missing: readonly SheetRow[],
  table: readonly SheetCustomer[],
  known: ReadonlyMap<CustomerId, SheetRow>,
): Map<CustomerId, CustomerId> {
  const seekers = missing.filter(({ contactGuid }) => contactGuid !== undefined);
  const soughtOf = ({ id, customer }: SheetRow): EarlierRow => ({ ...customer, id });
  const free = table.filter(({ id }) => known.get(id)?.contactGuid === undefined);
  const isNew = ({ id }: SheetCustomer) => known.get(id)?.seenAt === undefined;
  const found = reconcileIds(seekers.filter(({ awaited }) => !awaited).map(soughtOf), free.filter(isNew));
  // An earlier table may have shown an import already, among others of its name.
  const isLater: IsPlausible = (sought, row) =>
    (known.get(row.id)?.seenAt ?? Number.POSITIVE_INFINITY) > (known.get(sought.id)?.awaited?.madeAt ?? 0);
  // Who is found tells the rest apart.
  let imports = seekers.filter(({ awaited }) => awaited);
  for (let count = -1; count !== found.size; ) {
    count = found.size;
    const taken = new Set(found.values());
    imports = imports.filter(({ id }) => !found.has(id));
    const rest = free.filter(({ id }) => !taken.has(id));
    for (const [from, to] of reconcileIds(imports.map(soughtOf), rest, isLater)) found.set(from, to);
  }
  return found;
}

function sameFields(one: object, other: object): boolean {
  const plain = (fields: object) =>
    JSON.stringify(
      Object.entries(fields)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return plain(one) === plain(other);
}
