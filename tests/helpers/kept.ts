/** What the extension keeps in a browser, read and written from a quiet page of its own. */
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';

/** The browser's extension API in a page. */
interface ExtensionPage {
  chrome: typeof browser;
}

interface KeptIndex {
  name: string;
  keyPath: string | string[];
  unique: boolean;
  multiEntry: boolean;
}

interface KeptTable {
  name: string;
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: KeptIndex[];
  rows: unknown[];
}

/** Everything outside the worker's memory. */
export interface Kept {
  /** What a browser's end leaves. */
  lasting: {
    databases: { name: string; version: number; tables: KeptTable[] }[];
    local: Record<string, unknown>;
    page: Record<string, string>;
    caches: string[];
    origins: string[];
  };
  /** What it does not. */
  passing: {
    session: Record<string, unknown>;
    alarms: string[];
    badge: string;
  };
}

export const readKept = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    const answer = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Kept['lasting']['databases'] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      const tables: KeptTable[] = [];
      for (const table of database.objectStoreNames) {
        const store = database.transaction(table).objectStore(table);
        const { keyPath, autoIncrement } = store;
        const indexes = [...store.indexNames].map((each) => {
          const { name, keyPath, unique, multiEntry } = store.index(each);
          return { name, keyPath, unique, multiEntry } as KeptIndex;
        });
        const rows = await answer(store.getAll());
        tables.push({ name: table, keyPath, autoIncrement, indexes, rows } as KeptTable);
      }
      databases.push({ name, version: database.version, tables });
      database.close();
    }
    return {
      lasting: {
        databases,
        local: await chrome.storage.local.get(),
        page: { ...localStorage },
        caches: await caches.keys(),
        origins: ((await chrome.permissions.getAll()).origins ?? []).toSorted(),
      },
      passing: {
        session: await chrome.storage.session.get(),
        alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
        badge: await chrome.action.getBadgeText({}),
      },
    };
  });

/** Takes everything away; the worker must not run. */
export const clearKept = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as ExtensionPage;
    const {
      host_permissions = [],
      content_scripts = [],
      optional_permissions = [],
    } = chrome.runtime.getManifest();
    const asked = [...host_permissions, ...content_scripts.flatMap(({ matches = [] }) => matches)];
    const { origins = [] } = await chrome.permissions.getAll();
    await Promise.all([
      chrome.storage.local.clear(),
      chrome.storage.session.clear(),
      chrome.alarms.clearAll(),
      chrome.action.setBadgeText({ text: '' }),
      chrome.permissions.remove({
        permissions: optional_permissions as 'identity'[],
        origins: origins.filter((origin) => !asked.includes(origin)),
      }),
    ]);
    localStorage.clear();
    for (const name of await caches.keys()) await caches.delete(name);
    for (const { name = '' } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error(`The database ${name} is in use`));
      });
    }
  });

/** Puts back what was read, where there is nothing; the worker must not run. */
export const writeKept = (page: Page, { databases, local, page: words }: Kept['lasting']): Promise<void> =>
  page.evaluate(
    async ({ databases, local, words }) => {
      const { chrome } = globalThis as unknown as ExtensionPage;
      await chrome.storage.local.set(local);
      for (const [name, word] of Object.entries(words)) localStorage.setItem(name, word);
      for (const { name, version, tables } of databases) {
        await new Promise<void>((resolve, reject) => {
          const request = indexedDB.open(name, version);
          request.onerror = () => reject(request.error);
          request.onupgradeneeded = () => {
            for (const { name, keyPath, autoIncrement, indexes, rows } of tables) {
              const store = request.result.createObjectStore(name, { keyPath, autoIncrement });
              for (const { name, keyPath, unique, multiEntry } of indexes)
                store.createIndex(name, keyPath, { unique, multiEntry });
              for (const row of rows) store.add(row);
            }
          };
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        });
      }
    },
    { databases, local, words },
  );
