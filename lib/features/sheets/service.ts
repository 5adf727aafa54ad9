import type { OfConnection } from '../../domain/company.ts';
import type { CustomerId } from '../../domain/customer.ts';
import { byName } from '../../domain/order.ts';
import { ProblemError } from '../../domain/problem.ts';
import { mergeTable, type SheetChanges } from '../../systems/spreadsheets/merge.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import type { AwaitedImport, SheetTable } from './messages.ts';
import { awaitedRows, markPasted, putSheet, sheetRecords } from './repository.ts';

/** Accounts without an API: reads tables, and lists imports for the user to paste. */
export function createSheetService(
  { database, now, locks }: Deps,
  scheduler: RunScheduler,
  publishOverview: PublishOverview,
  refreshStrict: Refresh,
) {
  async function merged(connectionId: string, { customers, refusedIds }: SheetTable) {
    const before = await sheetRecords(await database, connectionId);
    return mergeTable(before, customers, new Set(refusedIds), now());
  }

  return {
    async previewSheet({ connectionId, table }: OfConnection & { table: SheetTable }): Promise<SheetChanges> {
      return (await merged(connectionId, table)).changes;
    },

    /** @throws ProblemError `busy` while a run writes */
    async readSheet({ connectionId, table }: OfConnection & { table: SheetTable }): Promise<SheetChanges> {
      const db = await database;
      if (await scheduler.activeRun(connectionId))
        throw new ProblemError({ system: 'kundebro', code: 'busy' });
      const { file, columns } = table;
      // Keeps runs from changing links between reading and storing.
      const changes = await locks.request(`run:${connectionId}`, async () => {
        const { rows, changes } = await merged(connectionId, table);
        const customers = table.customers.length;
        const sheet = {
          connectionId,
          readAt: now(),
          customers,
          columns,
          ...(file !== undefined && { file }),
        };
        await putSheet(
          db,
          sheet,
          rows.map((row) => ({ ...row, connectionId })),
        );
        return changes;
      });
      // The table is stored; if this fails, the next reading catches up.
      await refreshStrict(connectionId).catch(() => undefined);
      await publishOverview(db, connectionId);
      return changes;
    },

    async awaitedImports({ connectionId }: OfConnection): Promise<AwaitedImport[]> {
      const rows = await awaitedRows(await database, connectionId);
      return rows
        .map(({ id, customer, awaited }): AwaitedImport => {
          const { notes: _, customerNumber: __, language: ___, hub: ____, ...party } = customer;
          return { ...party, id, isPerson: party.isPerson ?? false, pasted: awaited?.pastedAt !== undefined };
        })
        .sort(byName(({ id }) => id));
    },

    async markPasted(input: OfConnection & { ids: CustomerId[]; pasted: boolean }): Promise<void> {
      const { connectionId, ids, pasted } = input;
      const db = await database;
      await markPasted(db, connectionId, ids, pasted ? now() : undefined);
      await publishOverview(db, connectionId);
    },
  };
}
