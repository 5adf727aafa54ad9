import { type Browser, browser } from 'wxt/browser';
import { callerOf, type Panels } from '../messaging/index.ts';

type Port = Browser.runtime.Port;

/**
 * The open views. Must be made while the worker starts, before anything is awaited.
 * @param name of the ports that views open
 * @param panels says which frames are told anything
 */
export function createUpdatePorts<Update>(name: string, panels: Panels) {
  /** With whoever is at the other end, once that is known. */
  const ports = new Map<Port, ReturnType<typeof callerOf>>();
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== name || !port.sender) return port.disconnect();
    const caller = callerOf(port.sender, panels).catch(() => undefined);
    ports.set(port, caller);
    port.onDisconnect.addListener(() => ports.delete(port));
    void caller.then((known) => {
      if (known) return;
      ports.delete(port);
      port.disconnect();
    });
  });
  /** In the order in which it is told, also to those that have only just come. */
  const tell = (update: Update, isMeant: (panelIn: number | undefined) => boolean) => {
    for (const [port, caller] of ports)
      void caller.then((known) => {
        if (known && ports.has(port) && isMeant(known.panelIn)) port.postMessage(update);
      });
  };
  return {
    push: (update: Update): void => tell(update, () => true),
    /** To the panel in a tab, where there is one. */
    pushToPanel: (tabId: number, update: Update): void => tell(update, (panelIn) => panelIn === tabId),
  };
}
