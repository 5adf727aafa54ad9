import { type Browser, browser } from 'wxt/browser';
import { self } from '../messaging/index.ts';
import { UPDATES_PORT, type Update } from '../messaging/protocol.ts';
import { isOwnPage } from '../messaging/sender.ts';

/** The open views. Must be made while the worker starts, before anything is awaited. */
export function createViews() {
  const ports = new Set<Browser.runtime.Port>();
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== UPDATES_PORT || !port.sender || !isOwnPage(port.sender, self()))
      return port.disconnect();
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
  });
  return {
    push(update: Update): void {
      for (const port of ports) port.postMessage(update);
    },
  };
}
