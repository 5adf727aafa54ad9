/** Notices every change of the cached lists, whoever makes it and in whatever transaction. */
import type { DBCore, Middleware } from 'dexie';

const LISTS: ReadonlySet<string> = new Set(['customers', 'contacts']);

/** By the database's name, since several may be open on one. */
const versions = new Map<string, number>();

/**
 * Higher with every change of either list. A change counts from when it is requested: a transaction that reads and begins
 * later sees it, since the database lets it wait for the writing one.
 */
export const listVersion = (databaseName: string): number => versions.get(databaseName) ?? 0;

export function listsChanged(databaseName: string): void {
  versions.set(databaseName, listVersion(databaseName) + 1);
}

export const listChanges = (databaseName: string): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'list-changes',
  create: (core) => ({
    ...core,
    table(name) {
      const table = core.table(name);
      if (!LISTS.has(name)) return table;
      return {
        ...table,
        mutate(request) {
          listsChanged(databaseName);
          return table.mutate(request);
        },
      };
    },
  }),
});
