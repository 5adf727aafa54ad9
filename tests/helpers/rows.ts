import type { Database } from '../../lib/storage/database.ts';

/** All that is stored, but for what only tells how often was asked. @param except further tables */
export async function rowsIn({ tables }: Database, ...except: string[]): Promise<Record<string, unknown[]>> {
  const rows = tables
    .filter(({ name }) => name !== 'limiters' && !except.includes(name))
    .map(async (table) => [table.name, await table.toArray()] as const);
  return Object.fromEntries(await Promise.all(rows));
}
