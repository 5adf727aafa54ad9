import type { browser } from 'wxt/browser';
import { expect, type Page, test } from '../../browser/fixtures.ts';
import { openToolbarPopup } from '../../helpers/firefox/index.ts';
import { quietPage } from '../../helpers/stop-worker.ts';
import { inWorld, oneOfEach } from '../../helpers/worlds.ts';

test.use({ worldOptions: inWorld(oneOfEach) });

/** The actual and the required size of the popup. */
const popup = (page: Page) =>
  page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: typeof browser };
    const [view] = chrome.extension.getViews({ type: 'popup' }) as unknown as (typeof window)[];
    if (!view) return;
    const { innerWidth, innerHeight, document } = view;
    const { scrollWidth, scrollHeight } = document.documentElement;
    const heading = document.querySelector('h1')?.textContent;
    return { heading, window: [innerWidth, innerHeight], content: [scrollWidth, scrollHeight] };
  });

test('the popup is as large as its content', { tag: '@firefox' }, async ({ app }) => {
  const page = await quietPage(app.context, app.origin);
  await openToolbarPopup(app.context);
  await expect
    .poll(() => popup(page))
    .toEqual({ heading: 'Synkroniser kunder', window: [780, 600], content: [780, 600] });
});
