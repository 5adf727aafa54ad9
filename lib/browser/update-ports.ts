import { type Browser, browser } from 'wxt/browser';
import { callerOf, type Panels } from '../messaging/index.ts';

type Port = Browser.runtime.Port;

/**
 * Pushes updates to the open views. Call it synchronously while the worker starts.
 * @param name of the ports that views open
 * @param panels decides which frames receive updates
 */
export function createUpdatePorts<Update>(name: string, panels: Panels) {
  /** Ports with their callers, once verified. */
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
  /** In order, also to ports whose caller is still being verified. */
  const tell = (update: Update, isMeant: (panelIn: number | undefined) => boolean) => {
    for (const [port, caller] of ports)
      void caller.then((known) => {
        if (known && ports.has(port) && isMeant(known.panelIn)) port.postMessage(update);
      });
  };
  return {
    push: (update: Update): void => tell(update, () => true),
    /** To the panel of a tab, if there is one. */
    pushToPanel: (tabId: number, update: Update): void => tell(update, (panelIn) => panelIn === tabId),
  };
}
