import { contactNamed, inWorld, linksOf, oneOfEach } from '../../helpers/worlds.ts';
import { arriveAt, press, tabTo, typeOption } from '../../pages/keyboard.ts';
import { action, button, choice, confirmation, country, GROUPS, nameField } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('the whole synchronisation is done with the keyboard alone', { tag: '@firefox' }, async ({
  app,
  sandbox,
}) => {
  const page = await app.open('sync');
  await press(page, button(page, 'Start synkronisering'));
  await arriveAt(page, 1);
  await expect(button(page, GROUPS.matched)).toBeVisible();
  await press(page, button(page, GROUPS.matched));
  await press(page, confirmation(page, 'Havnens Fisk I/S'), 'Space');
  await expect(confirmation(page, 'Havnens Fisk I/S')).toBeChecked();
  await press(page, button(page, GROUPS.unmatched), 'Space');
  await typeOption(page, action(page, 'Måne Design ApS'), 'Opret i Dinero');
  await typeOption(page, action(page, 'Stjerne Byg A/S'), 'Opret i Dinero');
  await press(page, button(page, 'Fortsæt'));

  await arriveAt(page, 2);
  await tabTo(page, nameField(page, 'Måne Design ApS'));
  await page.keyboard.press('End');
  await page.keyboard.type(' 2');
  await typeOption(page, country(page, 'Måne Design ApS'), 'Sverige');
  await press(page, button(page, 'Fortsæt'));

  await arriveAt(page, 3);
  await tabTo(page, choice(page, 'Fjordens Rengøring I/S', 'Spring over'));
  await page.keyboard.press('ArrowLeft');
  await expect(choice(page, 'Fjordens Rengøring I/S', 'Importér')).toBeChecked();
  // One Tab leads past a radiogroup to the next one.
  await page.keyboard.press('Tab');
  await expect(choice(page, 'Grøn Have ApS', 'Spring over')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'Grøn Have ApS', 'Ignorér')).toBeChecked();
  await press(page, button(page, 'Gem og fuldfør'));

  await arriveAt(page, 4);
  await expect(page.getByText('Synkroniseringen er færdig', { exact: true })).toBeVisible();
  await press(page, button(page, 'Færdig'));
  await expect(page.getByRole('heading', { name: 'Synkroniser kunder' })).toBeFocused();
  expect(linksOf(sandbox.world)).toEqual({
    'Bagergården ApS': 'BAGERGÅRDEN APS',
    'Havnens Fisk I/S': 'Havnens Fisk I/S',
    'Måne Design ApS': 'Måne Design ApS 2',
    'Stjerne Byg A/S': 'Stjerne Byg A/S',
    'Fjordens Rengøring I/S': 'Fjordens Rengøring I/S',
  });
  expect(contactNamed(sandbox.world, 'Måne Design ApS 2').CountryKey).toBe('SE');
});
