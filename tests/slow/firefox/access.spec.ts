import type { browser } from 'wxt/browser';
import { expect, test } from '../../browser/fixtures.ts';
import { allow } from '../../helpers/firefox/index.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { button, STEPS } from '../../pages/steps.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('a host permission revoked in the browser is named, and granted again by a click', {
  tag: '@firefox',
}, async ({ app }) => {
  const page = await app.open('sync');
  await expect(button(page, 'Start synkronisering')).toBeVisible();
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser };
    return chrome.permissions.remove({ origins: ['https://api.dinero.dk/*'] });
  });
  await button(page, 'Start synkronisering').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Browseren lader ikke Kundebro kontakte api.dinero.dk');
  await button(page, 'Giv adgang').click();
  await expect.poll(() => allow(app.context)).toBe(true);
  await expect(button(page, 'Adgang givet')).toBeVisible();
  await button(page, 'Prøv igen').click();
  await expect(page.getByRole('heading', { name: STEPS[1], exact: true })).toBeVisible();
});
