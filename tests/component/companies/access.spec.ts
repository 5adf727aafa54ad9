import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { at, button } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

const HOST = 'api.dinero.dk';

test('a revoked host permission is named, and granted again by a click', async ({ app, background }) => {
  const page = await app.open('sync');
  background.withheld.add(HOST);
  await button(page, 'Start synkronisering').click();
  await expect(page.getByRole('alert')).toContainText(`Browseren lader ikke Kundebro kontakte ${HOST}`);

  background.grants = false;
  await button(page, 'Giv adgang').click();
  await expect(button(page, 'Giv adgang')).toBeVisible();
  expect(background.withheld).toContain(HOST);

  background.grants = true;
  await button(page, 'Giv adgang').click();
  await expect(button(page, 'Adgang givet')).toBeVisible();
  await button(page, 'Prøv igen').click();
  await at(page, 1);
});
