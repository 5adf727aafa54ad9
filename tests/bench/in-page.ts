import type { Page } from '@playwright/test';

/**
 * Milliseconds from a click until what it opens has been drawn, by the page's own clock: what drives the browser from
 * outside would be part of a time taken there.
 */
export function clickUntil(page: Page, button: string, shown: string): Promise<number> {
  return page.evaluate(
    async ({ button, shown }) => {
      const target = [...document.querySelectorAll('button')].find((each) => each.textContent === button);
      if (!target) throw new Error(`No button ${button}`);
      const frame = () => new Promise(requestAnimationFrame);
      const begin = performance.now();
      target.click();
      do await frame();
      while (!document.querySelector(shown));
      // The next frame begins once this one has been drawn.
      await frame();
      return performance.now() - begin;
    },
    { button, shown },
  );
}

/** Milliseconds from another option of the first select that has it until the foot tells what follows from it. */
export function chooseUntilTold(page: Page, option: string): Promise<number> {
  return page.evaluate(async (option) => {
    const has = (select: HTMLSelectElement) => [...select.options].some(({ text }) => text === option);
    const select = [...document.querySelectorAll('select')].find(
      (each) => has(each) && each.selectedOptions[0]?.text !== option,
    );
    const foot = document.querySelector('footer');
    if (!select || !foot) throw new Error(`No select with ${option}`);
    const before = foot.textContent;
    const frame = () => new Promise(requestAnimationFrame);
    const begin = performance.now();
    select.value = [...select.options].find(({ text }) => text === option)?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    do await frame();
    while (foot.textContent === before);
    await frame();
    return performance.now() - begin;
  }, option);
}

/** Milliseconds from the beginning of the page until a button of this name is in it. To be called before `goto`. */
export async function noteFirst(page: Page, button: string): Promise<() => Promise<number>> {
  await page.addInitScript((button) => {
    const look = () => {
      const there = [...document.querySelectorAll('button')].some((each) => each.textContent === button);
      if (there) document.documentElement.dataset.firstContent = String(performance.now());
      else requestAnimationFrame(look);
    };
    look();
  }, button);
  return async () => {
    await page.waitForFunction(() => document.documentElement.dataset.firstContent !== undefined);
    return page.evaluate(() => Number(document.documentElement.dataset.firstContent));
  };
}
