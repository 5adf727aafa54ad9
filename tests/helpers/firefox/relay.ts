#!/usr/bin/env node
/**
 * Playwright starts this in Firefox's place (channel `moz-firefox`). It starts Firefox and passes WebDriver BiDi on between
 * the two, apart from what keeps Playwright from working with a released Firefox and an extension's pages:
 * - Firefox ESR does not know every command that Playwright sends at the start; those are answered with nothing.
 * - An extension's page never tells that it has loaded; that is told in its place, once the page has been committed.
 * - Nor does it tell of its scripts' realm in a frame (the panel) before somebody has evaluated something there.
 * - Nor does Firefox tell that such a page has been closed.
 * Beside that it takes commands of BiDi by HTTP, for what Playwright has no word for. Its address and Firefox's process id
 * are in the profile's `relay.json`.
 */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { type WebSocket, WebSocket as WebSocketClient, WebSocketServer } from 'ws';

interface Message {
  id?: number;
  type?: string;
  method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: passed on as it is
  params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: passed on as it is
  result?: any;
}

const withoutPart = (url: string) => url.split('#', 1)[0];

/** Commands that Firefox ESR answers with "unknown command". */
const UNKNOWN = new Set(['emulation.setMediaFeaturesOverride']);
const LARGEST_MESSAGE = 256 * 1024 * 1024;

const args = process.argv.slice(2);
const profile = args[args.indexOf('--profile') + 1] ?? '';

const firefox = spawn(process.env.FIREFOX_PATH ?? 'firefox-esr', args, { stdio: ['ignore', 'pipe', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));
firefox.on('error', ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => firefox.kill(signal));
firefox.stdout.pipe(process.stdout);
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, address] = line.match(/WebDriver BiDi listening on (ws:\/\/.*)$/) ?? [];
  if (address) relay(address);
  else process.stderr.write(`${line}\n`);
});

function relay(address: string): void {
  let far: WebSocket;
  /** Beyond any id of Playwright's. */
  let lastId = 1_000_000_000;
  const asked = new Map<number, (answer: Message) => void>();
  const ask = (method: string, params: unknown) =>
    new Promise<Message>((resolve) => {
      lastId += 1;
      asked.set(lastId, resolve);
      far.send(JSON.stringify({ id: lastId, method, params }));
    });

  const server = http.createServer(async (request, response) => {
    const { method, params } = JSON.parse(await text(request));
    response.end(JSON.stringify(await ask(method, params)));
  });
  new WebSocketServer({ server, maxPayload: LARGEST_MESSAGE }).on('connection', (near, { url = '' }) => {
    far = new WebSocketClient(address + url, { maxPayload: LARGEST_MESSAGE });
    const opened = new Promise((resolve) => far.once('open', resolve));
    between(near, far, opened, ask, asked);
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    const own = { url: `http://127.0.0.1:${port}`, pid: firefox.pid };
    writeFileSync(join(profile, 'relay.json'), JSON.stringify(own));
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${port}\n`);
  });
}

function between(
  near: WebSocket,
  far: WebSocket,
  opened: Promise<unknown>,
  ask: (method: string, params: unknown) => Promise<Message>,
  asked: Map<number, (answer: Message) => void>,
): void {
  const closing = new Map<number, string>();
  const closed = new Set<string>();
  const realms = new Set<string>();
  /** The last navigation of each page. */
  const committed = new Map<string, object>();
  const tell = (message: Message) => {
    if (near.readyState === near.OPEN) near.send(JSON.stringify(message));
  };
  const tellEvent = (method: string, params: unknown) => tell({ type: 'event', method, params });

  near.on('message', async (data) => {
    const { id = 0, method = '', params } = JSON.parse(String(data)) as Message;
    await opened;
    if (UNKNOWN.has(method)) return tell({ type: 'success', id, result: {} });
    if (method === 'browsingContext.close') closing.set(id, params.context);
    far.send(String(data));
  });

  far.on('message', (data) => {
    const message = JSON.parse(String(data)) as Message;
    const { id = 0, method, params } = message;
    const answer = asked.get(id);
    if (answer) {
      asked.delete(id);
      return answer(message);
    }
    if (method === 'script.realmCreated') {
      // Told already, in Firefox's place.
      if (realms.has(params.realm)) return;
      realms.add(params.realm);
    }
    if (method === 'browsingContext.contextDestroyed') {
      if (closed.has(params.context)) return;
      closed.add(params.context);
    }
    tell(message);
    const context = closing.get(id);
    if (context) {
      closing.delete(id);
      tellClosed(context);
    }
    if (method === 'browsingContext.navigationCommitted') {
      if (params.url.startsWith('moz-extension:')) void tellLoaded(params);
      else committed.delete(params.context);
    }
  });

  function tellClosed(context: string): void {
    if (closed.has(context)) return;
    closed.add(context);
    const nothing = { parent: null, children: [], url: '', userContext: 'default', originalOpener: null };
    tellEvent('browsingContext.contextDestroyed', { context, ...nothing });
  }

  /** Waits in the page until it has loaded. */
  async function tellLoaded(params: { context: string; url: string }): Promise<void> {
    const { context, url } = params;
    committed.set(context, params);
    const loaded = `new Promise((resolve) =>
      document.readyState === 'complete' ? resolve() : addEventListener('load', resolve)
    ).then(() => location.href)`;
    // Just after the commit it may still be the page before that answers, or nobody.
    while (committed.get(context) === params && !closed.has(context)) {
      const target = { context };
      const { result } = await ask('script.evaluate', { expression: loaded, target, awaitPromise: true });
      if (committed.get(context) !== params) return;
      if (result?.type !== 'success' || withoutPart(result.result.value) !== withoutPart(url)) {
        await wait(20);
        continue;
      }
      if (!realms.has(result.realm)) {
        realms.add(result.realm);
        const origin = url.split('/').slice(0, 3).join('/');
        tellEvent('script.realmCreated', { realm: result.realm, origin, context, type: 'window' });
      }
      for (const method of ['domContentLoaded', 'load'])
        tellEvent(`browsingContext.${method}`, { ...params, timestamp: Date.now() });
      return;
    }
  }

  near.on('close', () => far.close());
  far.on('close', () => near.close());
  far.on('error', () => near.close());
}
