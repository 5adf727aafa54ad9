import { browser } from 'wxt/browser';

/** More would not fit on the toolbar button. */
const MOST = 999;

/** The number on the toolbar button. @param waiting none is shown for 0 */
export function showWaiting(waiting: number): void {
  const text = waiting === 0 ? '' : waiting > MOST ? `${MOST}+` : String(waiting);
  void browser.action.setBadgeBackgroundColor({ color: '#2450c4' });
  void browser.action.setBadgeText({ text });
}
