import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { generate as makeCertificate } from 'selfsigned';
import { type Hit, type System, wrongTypes } from './faults.ts';
import { type Answer, type Call, html } from './http.ts';
import type { RequestRecord } from './requests.ts';
import { recordOf } from './requests.ts';
import { type Site, siteOf, unknownHost } from './sites.ts';
import type { World } from './world.ts';

/** What the transport asks of the sandbox for each request. */
export interface Served {
  world(): World;
  hit(system: System, isPage: boolean, call: Call): Hit | undefined;
  record(request: RequestRecord): void;
}

/** Serves the virtual hosts, applies faults, and logs every request. */
export const listener =
  (served: Served): RequestListener =>
  (request, response) => {
    serve(served, request, response).catch((error: unknown) => {
      // A client that went away in the middle of its body, or a mistake in the sandbox: never a hanging request.
      if (request.socket.destroyed || response.headersSent) return request.socket.destroy();
      response.writeHead(500, { 'content-type': 'text/plain' }).end(`Sandbox: ${String(error)}`);
    });
  };

async function serve(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = await callOf(request);
  // A browser silently repeats a request whose reused connection breaks, which would hide a lost answer.
  if (!siteOf(call.host)?.isPage) response.setHeader('connection', 'close');
  const answer = await respond(served, call);
  if (!answer) return void request.socket.destroy();
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}

/**
 * What a host says to a request, whatever carries both.
 * @returns undefined when the connection breaks instead
 */
export async function respond(served: Served, call: Call): Promise<Answer | undefined> {
  const site = siteOf(call.host);
  const world = served.world();
  if (!site) return dated(unknownHost(), world);
  const record = recordOf(site.system, site.isPage, call, world.clock.now());
  record.authorization = site.authorize(world, call);
  served.record(record);
  const hit = served.hit(site.system, site.isPage, call);
  record.fault = hit?.fault.kind;
  const answer = await answerWith(hit, site, world, call);
  if (!answer) return undefined;
  record.status = answer.status;
  if (hit?.fault.kind === 'lost-answer') return undefined;
  if (hit?.fault.kind === 'slow') await wait(hit.fault.ms, undefined, { ref: false });
  if (hit?.fault.kind === 'hold') await hit.released;
  return dated(answer, world);
}

const dated = (answer: Answer, world: World): Answer => ({
  ...answer,
  headers: { date: new Date(world.clock.now()).toUTCString(), ...answer.headers },
});

/** @returns undefined when the connection is to break before anything is done */
async function answerWith(
  hit: Hit | undefined,
  site: Site,
  world: World,
  call: Call,
): Promise<Answer | undefined> {
  const fault = hit?.fault;
  switch (fault?.kind) {
    case 'drop':
      return undefined;
    case 'status':
      return statusAnswer(fault.status, fault.body, fault.headers);
    case 'rate-limited': {
      const answer = site.rateLimited(world, fault.retryAfter ?? 1);
      if (fault.retryAfter === null) delete answer.headers?.['retry-after'];
      return answer;
    }
    case 'html':
      return html(fault.status ?? 200, proxyPage);
    case 'redirect':
      return {
        status: fault.status ?? 307,
        headers: { location: fault.to ?? 'https://elsewhere.example/' },
      };
    case 'cut-json': {
      const answer = site.answer(world, call);
      return { ...answer, body: answer.body?.slice(0, Math.floor(answer.body.length / 2)) };
    }
    case 'garbled': {
      const answer = site.answer(world, call);
      if (!answer.body) return answer;
      return { ...answer, body: JSON.stringify((fault.garble ?? wrongTypes)(JSON.parse(answer.body))) };
    }
    case 'hold':
      if (fault.when === 'done-last') await hit?.released;
      return site.answer(world, call);
    default:
      return site.answer(world, call);
  }
}

function statusAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  if (body === undefined) return { status, headers };
  if (typeof body === 'string')
    return { status, headers: { 'content-type': 'text/plain', ...headers }, body };
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

const proxyPage =
  '<!doctype html><html><head><title>Service Unavailable</title></head>' +
  '<body><h1>We will be back soon</h1><p>Ref: 0.5a1c2e17</p></body></html>';

async function callOf(request: IncomingMessage): Promise<Call> {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  const url = new URL(request.url ?? '/', `https://${host || 'localhost'}`);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
  );
  const method = request.method ?? 'GET';
  return {
    host,
    method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    text: await readText(request),
  };
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** Opens the door for a browser: TLS. */
export async function listen(onRequest: RequestListener, port: number): Promise<Listening> {
  const certificate = await makeCertificate([{ name: 'commonName', value: 'Sandbox' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: ['*.dinero.dk', '*.effihub.com', '*.visma.com'].map((value) => ({ type: 2, value })),
      },
    ],
  });
  const server = https.createServer({ key: certificate.private, cert: certificate.cert }, onRequest);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
