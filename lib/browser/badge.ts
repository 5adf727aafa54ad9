import { browser } from 'wxt/browser';

/** More digits do not fit on the toolbar button. */
const MOST = 999;

/** Shows a number on the toolbar button, none for 0. */
export function showWaiting(waiting: number): void {
  const text = waiting === 0 ? '' : waiting > MOST ? `${MOST}+` : String(waiting);
  void browser.action.setBadgeBackgroundColor({ color: '#2450c4' });
  void browser.action.setBadgeText({ text });
}
