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

/** Milliseconds since 1970, so that two pages can be compared. */
export interface Span {
  at: number;
  took: number;
}

/** Notes every task of the page that lasts 50 ms or more, and how long a bar is shown. @returns ends it */
export async function noteTasks(page: Page): Promise<() => Promise<{ tasks: Span[]; matching: Span }>> {
  const noted = await page.evaluateHandle(() => {
    const noted = { tasks: [] as Span[], bars: [] as number[] };
    const now = () => performance.timeOrigin + performance.now();
    new MutationObserver(() => {
      if (document.querySelector('progress')) noted.bars.push(now());
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        noted.tasks.push({ at: performance.timeOrigin + startTime, took: duration });
    }).observe({ type: 'longtask' });
    return noted;
  });
  return async () => {
    // A task is told of after it is over.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    const { tasks, bars } = await noted.jsonValue();
    const at = bars[0] ?? 0;
    return { tasks, matching: { at, took: (bars.at(-1) ?? at) - at } };
  };
}

/** The part of the browser's extension API that is used in a page here. */
interface ExtensionPage {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}

/** Asks the background for the overview again and again. @returns ends it */
export async function noteOverviews(page: Page): Promise<() => Promise<Span[]>> {
  const noted = await page.evaluateHandle(() => {
    const noted = { ended: false, overviews: [] as Span[] };
    const { runtime } = (globalThis as unknown as ExtensionPage).chrome;
    const ask = async () => {
      const begin = performance.now();
      await runtime.sendMessage({ id: 1, type: 'overview', timestamp: Date.now() });
      noted.overviews.push({ at: performance.timeOrigin + begin, took: performance.now() - begin });
      if (!noted.ended) setTimeout(ask, 20);
    };
    void ask();
    return noted;
  });
  return () =>
    noted.evaluate((each) => {
      each.ended = true;
      return each.overviews;
    });
}
