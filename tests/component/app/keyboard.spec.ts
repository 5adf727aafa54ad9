import { inWorld, oneOfEach } from '../../helpers/worlds.ts';
import { arriveAt, press, tabTo, typeOption } from '../../pages/keyboard.ts';
import { action, button, choice, GROUPS } from '../../pages/steps.ts';
import { expect, test } from '../fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

test('arrows and Enter choose a contact in the dialog, and the focus returns', async ({ app }) => {
  const page = await app.openAt(1);
  await press(page, button(page, GROUPS.unmatched));
  await typeOption(page, action(page, 'Stjerne Byg A/S'), 'Match');
  const opener = page.getByRole('button', { name: 'Dinero-kunde for Stjerne Byg A/S' });
  const dialog = page.getByRole('dialog', { name: 'Vælg Dinero-kunde' });
  const search = dialog.getByRole('searchbox', { name: 'Søg i Dinero-kunder' });
  await tabTo(page, opener, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Space');
  await expect(search).toBeFocused();
  await page.keyboard.type('grøn');
  await expect(dialog.getByRole('option')).toHaveText([/Grøn Have ApS/]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(opener).toHaveAccessibleName(/Grøn Have ApS$/);
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(search).toBeFocused();
  // The chosen one comes first, then all others by name.
  const second = dialog.getByRole('option').nth(1);
  await expect(second).toHaveAccessibleName('BAGERGÅRDEN APS');
  await page.keyboard.press('ArrowDown');
  await expect(search).toHaveAttribute('aria-activedescendant', (await second.getAttribute('id')) ?? '');
  await page.keyboard.press('Enter');
  await expect(opener).toHaveAccessibleName('Dinero-kunde for Stjerne Byg A/S: BAGERGÅRDEN APS');
});

test('a dialog traps the focus until it is answered', async ({ app }) => {
  await app.read();
  const page = await app.open('sync');
  await press(page, button(page, 'Start forfra'));
  const dialog = page.getByRole('alertdialog', { name: 'Start forfra' });
  const cancel = dialog.getByRole('button', { name: 'Annuller' });
  await expect(cancel).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Start forfra' })).toBeFocused();
  for (let stops = 0; stops < 6; stops += 1) {
    await page.keyboard.press('Tab');
    // Between the last and the first element the focus is on the browser's own buttons.
    const isOutside = await dialog.evaluate((element) => {
      const active = document.activeElement;
      return active !== document.body && !element.contains(active);
    });
    expect(isOutside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button(page, 'Start forfra')).toBeFocused();
});

test('going back by keyboard moves the focus to the earlier step’s heading', async ({ app }) => {
  const page = await app.openAt(1);
  await press(page, button(page, 'Fortsæt'));
  await arriveAt(page, 3);
  await press(page, button(page, 'Tilbage'));
  await arriveAt(page, 1);
  await press(page, button(page, 'Til oversigten'));
  await expect(page.getByRole('heading', { name: 'Synkroniser kunder' })).toBeFocused();
});

test('Tab goes through a list longer than the screen without skipping a row', { tag: '@firefox' }, async ({
  connectTo,
}) => {
  const names = Array.from({ length: 60 }, (_, at) => `Firma ${String(at + 1).padStart(2, '0')}`);
  const app = await connectTo({ contacts: names.map((Name) => ({ Name })) });
  const page = await app.openAt(3);
  await tabTo(page, choice(page, names[0]!, 'Spring over'));
  for (const name of names.slice(1)) {
    await page.keyboard.press('Tab');
    await expect(choice(page, name, 'Spring over')).toBeFocused();
    await expect(choice(page, name, 'Spring over')).toBeInViewport();
  }
  await page.keyboard.press('ArrowLeft');
  await expect(choice(page, names.at(-1)!, 'Importér')).toBeChecked();
});
