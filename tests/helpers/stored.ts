import type { BrowserContext } from '@playwright/test';

/** Everything that the extension has stored. */
export interface Stored {
  /** `storage.local` and `storage.session`. */
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  /** The database, table by table. */
  tables: Record<string, unknown[]>;
}

/** @throws Error when its worker is not there */
export async function storedBy(context: BrowserContext): Promise<Stored> {
  const worker = context.serviceWorkers().find((each) => each.url().endsWith('/background.js'));
  if (!worker) throw new Error('No background worker');
  return worker.evaluate(async () => {
    interface Area {
      get(): Promise<Record<string, unknown>>;
    }
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: Area; session: Area } } };
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const tables: Record<string, unknown[]> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const table of database.objectStoreNames)
        tables[table] = await answer(database.transaction(table).objectStore(table).getAll());
      database.close();
    }
    return {
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
      tables,
    };
  });
}
