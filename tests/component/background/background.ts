/**
 * The background in the test's own process: the real use cases behind the real door for messages and pushed updates, with
 * a clock and a sleep of the test's own, talking to the sandbox. Views reach it over a socket.
 */

// Before Dexie is loaded.
import '../../helpers/indexed-db.ts';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { type WebSocket, WebSocketServer } from 'ws';
import { listen } from '../../../lib/background/index.ts';
import type { SignInWindow } from '../../../lib/browser/sign-in-window.ts';
import { createUpdatePorts } from '../../../lib/browser/update-ports.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import { UPDATES_PORT, type Update } from '../../../lib/features/updates.ts';
import type { Panels } from '../../../lib/messaging/index.ts';
import type { PageReport } from '../../../lib/messaging/page-report.ts';
import { BUILD } from '../../helpers/browser.ts';
import { type Office, type OfficeParts, openOffice } from '../../helpers/office.ts';
import type { PanelAlone } from '../../pages/panel.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { browserApi, Listeners, StorageArea } from './browser-api.ts';
import type { FromView, ToView, ViewCall, ViewSetup } from './in-page.ts';

const TYPES: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const REDIRECT = `https://${browserApi.runtime.id}.chromiumapp.org/`;

/** The browser's window for signing in elsewhere; it closes by itself once the answer has come. */
const signInWindow = (context: BrowserContext): SignInWindow => ({
  redirectUri: () => REDIRECT,
  async open(url) {
    const page = await context.newPage();
    await page.route(`${REDIRECT}**`, (route) => route.abort());
    const answer = page.waitForRequest((request) => request.url().startsWith(REDIRECT), { timeout: 0 });
    const closed = page.waitForEvent('close', { timeout: 0 });
    void page.goto(url).catch(() => undefined);
    const request = await Promise.race([answer, closed.then(() => undefined)]).catch(() => undefined);
    if (!request) throw new ProblemError({ system: 'dinero', code: 'declined' });
    await page.close();
    return request.url();
  },
});

/** What the content script would tell of a page. */
async function reportOf(sandbox: Sandbox, address: string): Promise<PageReport> {
  const text = await (await sandbox.fetch(address)).text();
  const inside = (tag: string) =>
    new RegExp(`<${tag}>(.*?)</${tag}>`, 's')
      .exec(text)?.[1]
      ?.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return { url: address, heading: inside('h1'), title: inside('title'), state: 'changed', soundFor: 60_000 };
}

interface Manifest {
  content_security_policy: { extension_pages: string };
}

export class Background {
  readonly #server: http.Server;
  readonly setup: ViewSetup;
  readonly #sockets = new Set<WebSocket>();
  /** A panel is what the tests have opened as one. */
  readonly #panels: Panels = {
    prove: async ({ tabId }) => this.office.pages.get(tabId),
    isProven: async () => true,
  };
  readonly #views = createUpdatePorts<Update>(UPDATES_PORT, this.#panels);
  #context: BrowserContext | undefined;
  #office: Office | undefined;
  /** The tab that a panel is in. */
  readonly #tabs = new WeakMap<Page, number>();
  #lastTab = 1;
  storage = new StorageArea();
  /** What the browser answers when a view asks for a right. */
  grants = true;
  /** Hosts that the user has taken back in the browser. */
  readonly withheld = new Set<string>();

  private constructor(server: http.Server, setup: ViewSetup) {
    this.#server = server;
    this.setup = setup;
    listen(
      new Proxy({} as Office['handlers'], {
        get: (_, name: keyof Office['handlers']) => this.office.handlers[name],
      }),
      this.#panels,
    );
    new WebSocketServer({ server }).on('connection', (socket, { url = '' }) => {
      this.#accept(socket, decodeURIComponent(url.slice(url.indexOf('?') + 1)));
    });
  }

  static async start(): Promise<Background> {
    const manifest: Manifest = JSON.parse(await readFile(join(BUILD, 'manifest.json'), 'utf8'));
    const files = new Map<string, Promise<Buffer>>();
    const read = (path: string) => {
      const known = files.get(path) ?? readFile(join(BUILD, path));
      files.set(path, known);
      return known;
    };
    const server = http.createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const body = await read(pathname).catch(() => undefined);
      if (!body) return void response.writeHead(404).end();
      const headers: Record<string, string> = {
        'content-type': TYPES[extname(pathname)] ?? '',
        'cache-control': 'max-age=3600',
      };
      if (pathname.endsWith('.html'))
        headers['content-security-policy'] = manifest.content_security_policy.extension_pages;
      response.writeHead(200, headers).end(body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browserApi.origin = origin;
    return new Background(server, { origin, id: browserApi.runtime.id, manifest });
  }

  get office(): Office {
    if (!this.#office) throw new Error('No installation has been begun');
    return this.#office;
  }

  /** A new installation for one test, whose views are the pages of a context. */
  install(sandbox: Sandbox, context: BrowserContext, parts: OfficeParts = {}): Office {
    this.#context = context;
    this.#lastTab = 1;
    this.grants = true;
    this.withheld.clear();
    this.storage = new StorageArea();
    this.storage.onChanged.addListener((changes) => {
      for (const socket of this.#sockets) tell(socket, { type: 'stored', changes });
    });
    const isCurrent = () => this.#office === office;
    const office = openOffice(sandbox, undefined, {
      identity: signInWindow(context),
      hasAccess: async (host) => !this.withheld.has(host),
      fetch: async (input, init) => {
        const { hostname } = new URL(input instanceof Request ? input.url : input);
        if (this.withheld.has(hostname)) throw new TypeError('Failed to fetch');
        return sandbox.fetch(input, init);
      },
      ...parts,
      push: (update) => isCurrent() && this.#views.push(update),
      pushToPanel: (tabId, update) => isCurrent() && this.#views.pushToPanel(tabId, update),
    });
    this.#office = office;
    return office;
  }

  /** The panel as a page of its own, told of the page that it stands on as a content script would. */
  panelAlone(sandbox: Sandbox): PanelAlone {
    const report = async (page: Page, address: string): Promise<number> => {
      const tabId = this.#tabs.get(page);
      if (tabId === undefined) throw new Error('Not a panel');
      this.office.pages.set(tabId, await reportOf(sandbox, address));
      return tabId;
    };
    return {
      open: async (address) => {
        const page = await this.#opened.newPage();
        this.#lastTab += 1;
        this.#tabs.set(page, this.#lastTab);
        await report(page, address);
        await page.goto(`${this.setup.origin}/panel.html?tab=${this.#lastTab}`);
        return page;
      },
      follow: async (page, address) => {
        const tabId = await report(page, address);
        this.#views.pushToPanel(tabId, { type: 'page', moved: true });
      },
      goTo: async (page, address) => {
        await report(page, address);
        await page.reload();
      },
    };
  }

  get #opened(): BrowserContext {
    if (!this.#context) throw new Error('No installation has been begun');
    return this.#context;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** @param url the view's, as the browser vouches for it */
  #accept(socket: WebSocket, url: string): void {
    this.#sockets.add(socket);
    const { pathname, searchParams } = new URL(url);
    const tabId = Number(searchParams.get('tab') ?? 1);
    const frameId = pathname === '/panel.html' ? 1 : 0;
    const sender = { id: browserApi.runtime.id, url, frameId, tab: { id: tabId } };
    const ports = new Map<number, Listeners<[]>>();
    socket.on('close', () => {
      this.#sockets.delete(socket);
      for (const ended of ports.values()) ended.tell();
    });
    socket.on('message', async (data) => {
      const message: FromView = JSON.parse(String(data));
      if (message.type === 'connect') {
        const onDisconnect = new Listeners<[]>();
        ports.set(message.port, onDisconnect);
        browserApi.runtime.onConnect.tell({
          name: message.name,
          sender,
          onDisconnect,
          postMessage: (pushed: unknown) =>
            tell(socket, { type: 'push', port: message.port, message: pushed }),
          disconnect: () => tell(socket, { type: 'disconnect', port: message.port }),
        });
      } else if (message.type === 'disconnect') {
        ports.get(message.port)?.tell();
        ports.delete(message.port);
      } else {
        const { id, name, args } = message;
        try {
          tell(socket, { type: 'answer', id, value: await this.#answer(name, args, sender) });
        } catch (error) {
          tell(socket, { type: 'answer', id, error: String(error) });
        }
      }
    });
  }

  async #answer(name: ViewCall, [first]: unknown[], sender: unknown): Promise<unknown> {
    switch (name) {
      case 'sendMessage':
        return new Promise((answer) => browserApi.runtime.onMessage.tell(first, sender, answer));
      case 'storage.get':
        return this.storage.get(first as string | string[] | null);
      case 'storage.set':
        return this.storage.set(first as Record<string, unknown>);
      case 'storage.remove':
        return this.storage.remove(first as string | string[]);
      case 'tabs.create': {
        const page = await this.#opened.newPage();
        void page.goto((first as { url: string }).url);
        return {};
      }
      case 'permissions.request':
        if (this.grants) for (const host of hostsOf(first)) this.withheld.delete(host);
        return this.grants;
      case 'permissions.contains':
        return !hostsOf(first).some((host) => this.withheld.has(host));
      case 'delivered':
        return true;
    }
  }
}

const hostsOf = (wanted: unknown): string[] =>
  ((wanted as { origins?: string[] }).origins ?? []).map(
    (origin) => new URL(origin.replace('/*', '/')).hostname,
  );

function tell(socket: WebSocket, message: ToView): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}
