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

export async function storedBy({ context, origin }: Pick<Browser, 'context' | 'origin'>): Promise<Stored> {
  const page = await quietPage(context, origin);
  const { lasting, passing } = await readKept(page);
  await page.close();
  const tables = lasting.databases.flatMap((database) => database.tables);
  return {
    local: lasting.local,
    session: passing.session,
    tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows as Record<string, unknown>[]])),
  };
}
