/** The browser's extension API in a view that is served over http: everything is asked of the test's own process. */

/** What is sent over the socket by a view. */
export type FromView =
  | { type: 'call'; id: number; name: ViewCall; args: unknown[] }
  | { type: 'connect'; port: number; name: string }
  | { type: 'disconnect'; port: number };

/** And to it. */
export type ToView =
  | { type: 'answer'; id: number; value?: unknown; error?: string }
  | { type: 'push'; port: number; message: unknown }
  | { type: 'disconnect'; port: number }
  | { type: 'stored'; changes: Record<string, unknown> };

export type ViewCall =
  | 'sendMessage'
  | 'storage.get'
  | 'storage.set'
  | 'storage.remove'
  | 'tabs.create'
  | 'permissions.request'
  | 'permissions.contains'
  | 'delivered';

export interface ViewSetup {
  origin: string;
  id: string;
  manifest: unknown;
}

/** Runs in the page before its own scripts, so it may name nothing outside itself. */
export function installBrowserApi({ origin, id, manifest }: ViewSetup): void {
  if (location.origin !== origin) return;
  const [, test = ''] = /test=([^;]*)/.exec(document.cookie) ?? [];
  if (localStorage.getItem('test') !== test) {
    localStorage.clear();
    localStorage.setItem('test', test);
  }
  type Call = (value: never) => void;
  const events = () => {
    const listeners = new Set<Call>();
    return {
      addListener: (listener: Call) => void listeners.add(listener),
      removeListener: (listener: Call) => void listeners.delete(listener),
      hasListener: (listener: Call) => listeners.has(listener),
      tell: (value: unknown) => {
        for (const listener of listeners) listener(value as never);
      },
    };
  };
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/?${encodeURIComponent(location.href)}`);
  const waiting = new Map<number, (answer: { value?: unknown; error?: string }) => void>();
  const ports = new Map<
    number,
    { onMessage: ReturnType<typeof events>; onDisconnect: ReturnType<typeof events> }
  >();
  const onStored = events();
  const unsent: string[] = [];
  let last = 0;

  const post = (message: unknown) => {
    const text = JSON.stringify(message);
    if (socket.readyState === WebSocket.CONNECTING) unsent.push(text);
    else socket.send(text);
  };
  socket.addEventListener('open', () => {
    for (const text of unsent.splice(0)) socket.send(text);
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'answer') {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    } else if (message.type === 'push') ports.get(message.port)?.onMessage.tell(message.message);
    else if (message.type === 'stored') onStored.tell(message.changes);
    else {
      const port = ports.get(message.port);
      ports.delete(message.port);
      port?.onDisconnect.tell(port);
    }
  });

  // As the content script does.
  const note = { kundebro: 'ticket', ticket: '0b9f4a52-6d1c-4c7e-9a3e-1f2d5b8c7a60' };
  if (location.pathname === '/panel.html') addEventListener('load', () => postMessage(note, origin));

  const call = (name: string, ...args: unknown[]) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ value, error }) => (error ? reject(new Error(error)) : resolve(value)));
      post({ type: 'call', id: last, name, args });
    });
  const none = { addListener: () => undefined, removeListener: () => undefined, hasListener: () => false };

  const api = {
    runtime: {
      id,
      getManifest: () => manifest,
      getURL: (path: string) => new URL(path, `${origin}/`).href,
      onMessage: none,
      sendMessage: (message: unknown, answer: (answer: unknown) => void) =>
        void call('sendMessage', message).then(answer, () => answer(undefined)),
      connect: ({ name }: { name: string }) => {
        last += 1;
        const port = last;
        const made = {
          name,
          onMessage: events(),
          onDisconnect: events(),
          postMessage: () => undefined,
          disconnect: () => {
            ports.delete(port);
            post({ type: 'disconnect', port });
          },
        };
        ports.set(port, made);
        post({ type: 'connect', port, name });
        return made;
      },
    },
    storage: {
      local: {
        get: (keys: unknown) => call('storage.get', keys ?? null),
        set: (values: unknown) => call('storage.set', values),
        remove: (keys: unknown) => call('storage.remove', keys),
        onChanged: onStored,
      },
      onChanged: none,
    },
    // A view here stands in a tab; the popup under the toolbar button is the browser's own.
    extension: { getViews: () => [] },
    tabs: {
      create: (options: unknown) => call('tabs.create', options),
      getCurrent: async () => ({ id: 1 }),
      getZoom: async () => 1,
    },
    permissions: {
      request: (wanted: unknown) => call('permissions.request', wanted),
      contains: (wanted: unknown) => call('permissions.contains', wanted),
    },
    identity: {},
    /** Of the tests: resolves when all that the view has sent has arrived. */
    delivered: () => call('delivered'),
  };
  Object.defineProperty(globalThis, 'chrome', { value: api, configurable: true });
}
