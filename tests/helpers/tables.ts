import type { BrowserContext } from '@playwright/test';

/** Everything in the extension's database, by table. @param origin `chrome-extension://{id}` */
export async function readTables(
  context: BrowserContext,
  origin: string,
): Promise<Record<string, Record<string, unknown>[]>> {
  const page = await context.newPage();
  await page.goto(`${origin}/icon/icon.svg`);
  const tables = await page.evaluate(async () => {
    const answer = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open('kundebro'));
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const found = await Promise.all(
      names.map(async (name) => [name, await answer(transaction.objectStore(name).getAll())] as const),
    );
    database.close();
    return Object.fromEntries(found);
  });
  await page.close();
  return tables;
}
