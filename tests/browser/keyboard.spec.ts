import { contactNamed, inWorld, linksOf, oneOfEach } from '../helpers/worlds.ts';
import type { Kundebro } from '../pages/kundebro.ts';
import {
  action,
  button,
  choice,
  confirmation,
  country,
  GROUPS,
  nameField,
  STEPS,
  shows,
} from '../pages/steps.ts';
import { expect, type Locator, type Page, test } from './fixtures.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

/** More stops than any view of this world has. */
const MOST_STOPS = 80;

/** The element with the focus can be seen to have it: an outline, or a shadow where its frame shows it. */
async function expectFocusSeen(stop: Locator): Promise<void> {
  const seen = await stop.evaluate((element) => {
    const parents: Element[] = [element, ...(element.parentElement ? [element.parentElement] : [])];
    return parents.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    });
  });
  expect(seen, 'the focus is visible').toBe(true);
}

/** Goes to an element with Tab, or backwards with Shift+Tab, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  // Firefox shows the focus only in the window that has it, and a new one gets it a moment later.
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement))
      return expectFocusSeen(target);
  }
  throw new Error(`${key} does not come to ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A change of step moves the focus to its heading, so that it is read and Tab begins there. */
async function arriveAt(page: Page, step: keyof typeof STEPS): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: STEPS[step], exact: true });
  await expect(heading).toBeFocused();
}

/** Changes a select that has the focus by typing what the option begins with. */
async function typeOption(page: Page, select: Locator, option: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.type(option);
  await shows(select, option);
}

async function begin(app: Kundebro): Promise<Page> {
  const page = await app.open('sync');
  await press(page, button(page, 'Start synkronisering'));
  await arriveAt(page, 1);
  await expect(button(page, GROUPS.matched)).toBeVisible();
  return page;
}

test('the whole synchronisation is done with the keyboard alone', { tag: '@firefox' }, async ({
  app,
  sandbox,
}) => {
  const page = await begin(app);
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
