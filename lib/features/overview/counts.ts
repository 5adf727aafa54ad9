import type { Counts } from '../../domain/counts.ts';
import { FIELDS } from '../../domain/customer.ts';
import { allLinks } from '../../storage/cached-lists.ts';
import type { Database } from '../../storage/database.ts';
import { operationsOf, runsOf } from '../../storage/journal.ts';
import { keptLists } from '../../storage/kept-lists.ts';
import { updateDifferences } from '../differences/repository.ts';
import { missingCounterparts, settleDismissals } from '../missing/repository.ts';
import { waitsForTable } from '../sheets/repository.ts';
import { countLinkCoverage } from './link-coverage.ts';
import { countUndecided } from './undecided.ts';

/** Stores the numbers that the overview and the toolbar show, so that these need not read the lists. */
export async function updateCounts(db: Database, connectionId: string): Promise<void> {
  const connection = await db.connections.get(connectionId);
  // Removed meanwhile.
  if (!connection) return;
  const links = await allLinks(db, connectionId);
  const linked = new Set(links.map(({ customerId }) => customerId));
  const { customers, contacts: withDeleted } = await keptLists(db, connectionId);
  const contacts = withDeleted.filter(({ deletedAt }) => !deletedAt);
  const ignored = new Set(
    (await db.ignored.where({ connectionId }).toArray()).map(({ contactGuid }) => contactGuid),
  );
  const latest = (await runsOf(db, connectionId)).findLast(({ kind }) => kind === 'sync');
  const skips = latest ? (await operationsOf(db, latest.id)).filter(({ kind }) => kind === 'skip') : [];
  // A table may lack a column for a field: unknown is not different.
  const known =
    connection.source === 'sheet' ? FIELDS.filter((field) => customers.some((one) => one[field])) : FIELDS;
  const alive = customers.filter(({ archivedAt }) => !archivedAt);
  const marks = await db.marks.get(connectionId);
  const lists = { customers, contacts, links, known };
  // Before the first reading nothing is known, and a restored decision must not count as out of date.
  const isRead =
    marks?.contacts !== undefined &&
    marks.customers !== undefined &&
    !(await waitsForTable(db, connectionId));
  const differing = isRead ? await updateDifferences(db, connectionId, lists) : 0;
  const everybody = { customers, contacts: withDeleted, links };
  await settleDismissals(db, connectionId, everybody);
  const gone = await missingCounterparts(db, connectionId, everybody);
  const counts: Counts = {
    customers: customers.filter(({ archivedAt, id }) => !archivedAt || linked.has(id)).length,
    contacts: contacts.length,
    linked: links.filter(({ state }) => state === 'ok').length,
    broken: links.filter(({ state }) => state === 'broken').length,
    ignored: ignored.size,
    undecided: countUndecided({
      customers: alive,
      contacts,
      links,
      ignored,
      skips,
    }),
    differing,
    goneListed: gone.length,
    gone: gone.filter(({ kind }) => kind === 'customerArchived').length,
    sides: countLinkCoverage({ customers: alive, contacts, links, ignored }),
  };
  // Duplicates are counted when they are looked for.
  await db.connections.where({ id: connectionId }).modify((connection) => {
    const duplicates = connection.counts?.duplicates;
    connection.counts = { ...counts, ...(duplicates !== undefined && { duplicates }) };
  });
  await db.marks.where({ connectionId }).modify((marks) => {
    delete marks.uncounted;
  });
}
