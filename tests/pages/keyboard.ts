/** A view in the hands of somebody without a mouse. */
import { expect, type Locator, type Page } from '@playwright/test';
import { STEPS, shows } from './steps.ts';

/** More stops than any view of the tests' worlds has. */
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

/** Goes to an element with Tab, or backwards with Shift+Tab. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
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

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** A change of step moves the focus to its heading, so that it is read and Tab begins there. */
export async function arriveAt(page: Page, step: keyof typeof STEPS): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: STEPS[step], exact: true });
  await expect(heading).toBeFocused();
}

/** Goes to a select and changes it by typing what the option begins with. */
export async function typeOption(page: Page, select: Locator, option: string): Promise<void> {
  await tabTo(page, select);
  await page.keyboard.type(option);
  await shows(select, option);
}
