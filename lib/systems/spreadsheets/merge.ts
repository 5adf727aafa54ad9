import type { ContactGuid, Customer, CustomerId } from '../../domain/customer.ts';
import { haveSameFields } from '../../domain/same-fields.ts';
import type { SheetCustomer } from './customers.ts';
import { type EarlierRow, type IsPlausible, reconcileIds } from './reconcile-ids.ts';

/** A customer of an account without an API, with its link, which Effihub cannot store there. */
export interface SheetRow {
  id: CustomerId;
  customer: Omit<Customer, 'id' | 'contactGuid' | 'updatedAt' | 'archivedAt'>;
  contactGuid?: ContactGuid;
  /** ISO 8601 */
  updatedAt: string;
  /** When a table first showed it, in ms; missing until then. */
  seenAt?: number;
  /** Since when no table shows it; ISO 8601. */
  absentSince?: string;
  /** An import's key, which makes repeating it harmless. */
  importKey?: string;
  /** An import that no table has shown yet, and when the user said it was pasted. */
  awaited?: { madeAt: number; pastedAt?: number };
  /** It has another id now; kept so that incremental reads report the old one as deleted. */
  gone?: true;
}

/** Summary of what reading a table changes. */
export interface SheetChanges {
  added: number;
  changed: number;
  unchanged: number;
  /** Imports that appear in the table. */
  found: number;
  /** Linked customers with a new id, such as a number. */
  renamed: number;
  /** Imports that do not appear in the table. */
  notFound: number;
  /** Customers that are no longer in the table, and how many of them are linked. */
  absent: number;
  absentLinked: number;
}

/**
 * Merges a table into the stored rows. No customer and no link is lost: who is missing is set aside and returns with
 * a later table. An import, or a linked customer with a new id, passes its link on to its new row.
 * @param refused ids of refused rows: they exist, with unknown content
 * @param now milliseconds
 * @returns the rows to store; unchanged rows are left out
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
    if (row?.seenAt !== undefined && !row.absentSince && haveSameFields(row.customer, customer)) {
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
 * Which row takes over the link of each missing one. Only a new row without a link can: a customer that stood beside
 * the missing one in an earlier table is another customer.
 */
function successors(
  missing: readonly SheetRow[],
  table: readonly SheetCustomer[],
  known: ReadonlyMap<CustomerId, SheetRow>,
): Map<CustomerId, CustomerId> {
  const missingLinked = missing.filter(({ contactGuid }) => contactGuid !== undefined);
  const earlierRow = ({ id, customer }: SheetRow): EarlierRow => ({ ...customer, id });
  const free = table.filter(({ id }) => known.get(id)?.contactGuid === undefined);
  const isNew = ({ id }: SheetCustomer) => known.get(id)?.seenAt === undefined;
  const found = reconcileIds(
    missingLinked.filter(({ awaited }) => !awaited).map(earlierRow),
    free.filter(isNew),
  );
  // An earlier table may have shown an import already, among others with its name.
  const isLater: IsPlausible = (earlier, row) =>
    (known.get(row.id)?.seenAt ?? Number.POSITIVE_INFINITY) > (known.get(earlier.id)?.awaited?.madeAt ?? 0);
  // Each match narrows the choice for the rest.
  let imports = missingLinked.filter(({ awaited }) => awaited);
  for (let count = -1; count !== found.size; ) {
    count = found.size;
    const taken = new Set(found.values());
    imports = imports.filter(({ id }) => !found.has(id));
    const rest = free.filter(({ id }) => !taken.has(id));
    for (const [from, to] of reconcileIds(imports.map(earlierRow), rest, isLater)) found.set(from, to);
  }
  return found;
}
