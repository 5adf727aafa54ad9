import { boxOf } from '../../pages/panel-frame.ts';
import { button } from '../../pages/steps.ts';
import { expect, type Locator, test } from '../fixtures.ts';

const rightOf = async (part: Locator): Promise<number> => {
  const { x, width } = await boxOf(part);
  return x + width;
};

test('the settings have one scrolling element', { tag: '@firefox' }, async ({ app }) => {
  const page = await app.open('options');
  await expect(button(page, 'Gem indstillinger')).toBeVisible();
  const beyond = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight));
  expect(await beyond()).toBe(0);
});

// Needs scrollbars that take room, which Chromium does not show here.
test('the scrolling part is as wide as the foot', { tag: '@firefox' }, async ({ connectTo }) => {
  const names = Array.from({ length: 60 }, (_, at) => `Firma ${at + 1}`);
  const app = await connectTo({ contacts: names.map((Name) => ({ Name })) });
  const page = await app.openAt(3);
  const below = await rightOf(button(page, 'Gem og fuldfør'));
  // Rounding of fractions of a pixel.
  expect(await rightOf(button(page, 'Ignorér alle'))).toBeCloseTo(below, 2);
});
