import { type Browser, browser } from 'wxt/browser';
import { callerOf, self } from '../messaging/index.ts';
import { isOwnPage } from '../messaging/sender.ts';
import { UPDATES_PORT, type Update } from '../messaging/updates.ts';

/** The open views. Must be made while the worker starts, before anything is awaited. */
export function createViews() {
  /** With the tab that a panel is in. */
  const ports = new Map<Browser.runtime.Port, number | undefined>();
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== UPDATES_PORT || !port.sender || !isOwnPage(port.sender, self()))
      return port.disconnect();
    ports.set(port, callerOf(port.sender).panelIn);
    port.onDisconnect.addListener(() => ports.delete(port));
  });
  return {
    push(update: Update): void {
      for (const port of ports.keys()) port.postMessage(update);
    },
    /** To the panel in a tab, where there is one. */
    pushToPanel(tabId: number, update: Update): void {
      for (const [port, panelIn] of ports) if (panelIn === tabId) port.postMessage(update);
    },
  };
}
