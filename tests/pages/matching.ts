import { expect, type Page } from '@playwright/test';
import { button, GROUPS } from './steps.ts';

/** Records all states of the page's progress bars from now on, and all announcements. */
export async function watchMatching(page: Page) {
  const seen = await page.evaluateHandle(() => {
    const seen = { bars: [] as string[], announced: [] as string[] };
    const note = (list: string[], text: string | null | undefined) => {
      if (text && list.at(-1) !== text) list.push(text);
    };
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar) note(seen.bars, `${bar.ariaLabel}, ${bar.value} of ${bar.max}: ${bar.ariaValueText}`);
      note(seen.announced, document.querySelector('[role=status]')?.textContent);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    return seen;
  });
  return () => seen.jsonValue();
}

/** Step 1 of a new flow, with both lists read and matched. */
export async function beginMatching(page: Page): Promise<void> {
  await button(page, 'Start synkronisering').click();
  await expect(button(page, GROUPS.matched)).toBeVisible({ timeout: 60_000 });
}
