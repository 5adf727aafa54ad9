/** The browser will not store, or what is stored is not for this version. */
import { quietPage, stopWorker } from '../../helpers/stop-worker.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { button } from '../../pages/steps.ts';
import { credentials } from '../../sandbox/index.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach), ownBrowser: true });

test.describe('a disk that is full', () => {
  test.use({ connected: false });

  test('is said where something is to be saved, and nothing is half-saved', { tag: '@slow' }, async ({
    app,
  }) => {
    const { origin } = app;
    const page = await app.open('options');
    const session = await app.context.newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await app.fillSettings(page, credentials.nordisk);
    await button(page, 'Gem indstillinger').click();
    await expect(page.getByRole('alert')).toContainText('Der er ikke plads til at gemme');
    const popup = await app.open('popup');
    await expect(button(popup, 'Forbind Dinero og Effihub')).toBeVisible();

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await button(page, 'Gem indstillinger').click();
    await expect(page.getByText('Gemt', { exact: true }).first()).toBeVisible();
  });
});

test('a database of a newer version is left alone, and the user is told to update', async ({ app }) => {
  await stopWorker(app.context, app.origin);
  const quiet = await quietPage(app.context, app.origin);
  await quiet.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('kundebro', 9_000);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('The database is in use'));
      }),
  );
  const page = await app.open('popup');
  await expect(page.getByRole('alert')).toContainText('Dine data er gemt af en nyere udgave af Kundebro');
  const version = await quiet.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(9_000);
});
