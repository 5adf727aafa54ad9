import { expect } from '@playwright/test';
import type { Database } from '../../lib/storage/database.ts';
import type { Browser } from './browser.ts';
import { readKept } from './kept.ts';
import { quietPage } from './stop-worker.ts';

/** What the extension has stored, in short. */
export interface Stored {
  /** `storage.local` and `storage.session`. */
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  /** The rows of the database, table by table. */
  tables: Record<string, Record<string, unknown>[]>;
}

/** @param where with the database itself, where it is in this process */
export async function storedBy(
  where: Pick<Browser, 'context' | 'origin'> & { database?: Database },
): Promise<Stored> {
  const { context, origin, database } = where;
  if (database) return { local: {}, session: {}, tables: await tablesOf(database) };
  const page = await quietPage(context, origin);
  const { lasting, passing } = await readKept(page);
  await page.close();
  const tables = lasting.databases.flatMap((each) => each.tables);
  return {
    local: lasting.local,
    session: passing.session,
    tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows as Record<string, unknown>[]])),
  };
}

/** Nothing of a company that was not connected. */
export async function expectNothingSaved(where: Parameters<typeof storedBy>[0]): Promise<void> {
  const { tables } = await storedBy(where);
  for (const name of ['connections', 'secrets', 'clients', 'signIns']) expect(tables[name], name).toEqual([]);
}

async function tablesOf(database: Database): Promise<Stored['tables']> {
  const tables = database.tables.map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}
