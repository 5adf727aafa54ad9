/** Using a view by keyboard alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { STEPS, shows } from './steps.ts';

/** More tab stops than any view in the tests has. */
const MOST_STOPS = 80;

/** The focused element is visibly focused: by an outline, or by its frame's shadow. */
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

/** Moves the focus to an element with Tab or Shift+Tab. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  // Firefox shows the focus only in the focused window, and focuses a new one with a delay.
  await page.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(true);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement))
      return expectFocusSeen(target);
  }
  throw new Error(`${key} does not come to ${target}`);
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A new step's heading takes the focus, so that it is read aloud and Tab starts there. */
export async function arriveAt(page: Page, step: keyof typeof STEPS): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: STEPS[step], exact: true });
  await expect(heading).toBeFocused();
}

/** Moves to a select and chooses an option by typing its beginning. */
export async function typeOption(page: Page, select: Locator, option: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.type(option);
  await shows(select, option);
}
