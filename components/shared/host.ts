import { browser } from 'wxt/browser';

/** Where the page is shown; decides its size and its links. */
export type Host = 'popup' | 'tab' | 'panel';

/** Whether this page is the toolbar's popup, not the same page in a tab. */
const isPopup = (): boolean => browser.extension.getViews({ type: 'popup' }).includes(window);

/** Gives the toolbar's popup its fixed size. Call before rendering. */
export function markPopup(): void {
  if (isPopup()) document.documentElement.dataset.host = 'popup';
}

/** Whether this page is the panel, inside another site's page: no irreversible actions here. */
export const isPanel = (): boolean => location.pathname === '/panel.html';

type Page = '/sync.html' | '/options.html' | '/help.html';

/** Opens one of the extension's own pages in a tab. @param part the hash */
export async function openPage(page: Page, part?: string): Promise<void> {
  // WXT's types know the pages' paths only after a build.
  const url = new URL(page, browser.runtime.getURL('/'));
  if (part) url.hash = part;
  await browser.tabs.create({ url: url.href });
  if (isPopup()) window.close();
}

/** The zoom of the tab that this page is in. */
export const zoomOfTab = async (): Promise<number> => {
  const tab = await browser.tabs.getCurrent();
  return tab?.id === undefined ? 1 : browser.tabs.getZoom(tab.id);
};
