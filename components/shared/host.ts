import { browser } from 'wxt/browser';

/** Where a view stands decides its size and what leads away from it. */
export type Host = 'popup' | 'tab' | 'panel';

/** Whether this page hangs under the toolbar button; opened as a page of its own it is not. */
const isPopup = (): boolean => browser.extension.getViews({ type: 'popup' }).includes(window);

/** Gives the toolbar's popup its fixed size. To be called before anything is shown. */
export function markPopup(): void {
  if (isPopup()) document.documentElement.dataset.host = 'popup';
}

/** Whether this page is the panel, inside somebody else's: what cannot be taken back is not done here. */
export const isPanel = (): boolean => location.pathname === '/panel.html';

type Page = '/sync.html' | '/options.html' | '/help.html';

/** Opens one of the extension's own pages in a tab. @param part the id of the part to begin at */
export async function openPage(page: Page, part?: string): Promise<void> {
  // The pages' paths are known to WXT's types only once they are built.
  const url = new URL(page, browser.runtime.getURL('/'));
  if (part) url.hash = part;
  await browser.tabs.create({ url: url.href });
  if (isPopup()) window.close();
}

/** The browser's zoom of the tab that this page stands in. */
export const zoomOfTab = async (): Promise<number> => {
  const tab = await browser.tabs.getCurrent();
  return tab?.id === undefined ? 1 : browser.tabs.getZoom(tab.id);
};
