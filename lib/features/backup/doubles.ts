/** What must be there only once, in a file that somebody may have edited. The first one counts. */

import { dismissalKey, keptKey } from './compare-rows.ts';
import type { Backup, SavedCompany } from './contents.ts';

export function withoutDuplicates(backup: Backup): Backup {
  const runs = new Set<string>();
  const companies = firstOf(backup.companies, ({ id }) => id).map((company): SavedCompany => {
    const links = firstOf(company.links, ({ customerId }) => customerId);
    return {
      ...company,
      links: firstOf(links, ({ contactGuid }) => contactGuid),
      ignored: firstOf(company.ignored, ({ contactGuid }) => contactGuid),
      contactNumbers: firstOf(
        firstOf(company.contactNumbers, ({ number }) => number),
        ({ contactGuid }) => contactGuid,
      ),
      imports: firstOf(company.imports, ({ id }) => id),
      columns: firstOf(company.columns, ([heading]) => heading),
      dismissals: firstOf(company.dismissals, dismissalKey),
      kept: firstOf(company.kept, keptKey),
      // A run's id is its own in the whole database.
      runs: firstOf(company.runs, ({ id }) => id, runs).map((run) => ({
        ...run,
        operations: firstOf(run.operations, ({ seq }) => String(seq)),
      })),
    };
  });
  return { ...backup, companies };
}

function firstOf<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  seen = new Set<string>(),
): Item[] {
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
