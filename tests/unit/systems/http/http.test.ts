import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLimiter } from '../../../../lib/systems/http/limiter.ts';
import { credentials, type Sandbox, startSandbox, world } from '../../../sandbox/index.ts';
import { type AnyFault, fakeClock, httpTo, limiterStore, problem } from './support.ts';

const URL = 'https://api.effihub.com/v1/customers';
const headers = { authorization: `Bearer ${credentials.nordisk.effihubToken}` };
const read = { headers, retry: 'read' } as const;
const write = { headers, json: { name: 'Ny kunde' }, retry: 'never' } as const;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset({ world: world({ customers: [{ name: 'Hansens VVS ApS' }] }) }));
afterAll(() => sandbox.close());

const on = (fault: AnyFault) => sandbox.faults.add({ system: 'effihub', ...fault });

describe('a request', () => {
  it("returns status, data and the server's clock", async () => {
    const answer = await httpTo(sandbox, 'effihub').request('GET', URL, read);
    expect(answer).toMatchObject({ status: 200, data: { data: [{ name: 'Hansens VVS ApS' }] } });
    expect(Math.abs((answer.serverTime ?? 0) - sandbox.world.clock.now())).toBeLessThan(60_000);
  });

  it('leaves out undefined parameters', async () => {
    await httpTo(sandbox, 'effihub').request('GET', URL, {
      ...read,
      searchParams: { page: 1, updatedSince: undefined },
    });
    expect(sandbox.requests.at(-1)?.query).toEqual({ page: '1' });
  });

  it('sends no cookies, follows no redirect and bypasses the cache', async () => {
    const sent: Request[] = [];
    const http = httpTo(sandbox, 'effihub', {
      fetch: async (input, init) => {
        sent.push(new Request(input, init));
        return sandbox.fetch(input, init);
      },
    });
    await http.request('GET', URL, read);
    expect(sent[0]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    });
  });

  it('that the browser blocks names the host, and is not retried', async () => {
    const asked: string[] = [];
    const http = httpTo(sandbox, 'effihub', {
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      hasAccess: async (host) => {
        asked.push(host);
        return false;
      },
    });
    const problem = { system: 'effihub', code: 'unreachable', host: 'api.effihub.com' };
    await expect(http.request('GET', URL, read)).rejects.toMatchObject({ problem });
    expect(asked).toEqual(['api.effihub.com']);
  });

  it('that fails although the browser allows it names no host', async () => {
    const http = httpTo(sandbox, 'effihub', {
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      hasAccess: async () => true,
    });
    const failure = await http.request('GET', URL, write).catch(({ problem }) => problem);
    expect(failure).toEqual({ system: 'effihub', code: 'unreachable' });
  });

  it('accepts an empty answer', async () => {
    on({ kind: 'status', status: 204 });
    expect(await httpTo(sandbox, 'effihub').request('GET', URL, read)).toMatchObject({
      status: 204,
      data: undefined,
    });
  });

  it('rejects with the reason of an aborted signal, and is not retried', async () => {
    const held = on({ kind: 'hold', times: 9 });
    const stop = new AbortController();
    const waiting = httpTo(sandbox, 'effihub').request('GET', URL, { ...read, signal: stop.signal });
    await held.arrived;
    stop.abort(new Error('view closed'));
    await expect(waiting).rejects.toThrow('view closed');
    expect(sandbox.count()).toBe(1);
  });

  it('that writes rejects the same way', async () => {
    const held = on({ kind: 'hold' });
    const stop = new AbortController();
    const waiting = httpTo(sandbox, 'effihub').request('POST', URL, { ...write, signal: stop.signal });
    await held.arrived;
    stop.abort(new Error('view closed'));
    await expect(waiting).rejects.toThrow('view closed');
  });

  it('is not sent when its signal is already aborted', async () => {
    const signal = AbortSignal.abort(new Error('view closed'));
    await expect(httpTo(sandbox, 'effihub').request('GET', URL, { ...read, signal })).rejects.toThrow(
      'view closed',
    );
    expect(sandbox.count()).toBe(0);
  });
});

describe('a read without a proper answer', () => {
  const failures: [string, AnyFault][] = [
    ['a connection that breaks', { kind: 'drop' }],
    ['a lost answer', { kind: 'lost-answer' }],
    ['status 500', { kind: 'status', status: 500 }],
    ["a proxy's page with status 503", { kind: 'html', status: 503 }],
    ['a brownout (480)', { kind: 'status', status: 480, body: 'brownout' }],
    ['a redirect', { kind: 'redirect' }],
  ];

  it.each(failures)('is retried after %s', async (_, fault) => {
    on({ ...fault, times: 2 });
    const clock = fakeClock();
    const http = httpTo(sandbox, 'effihub', { sleep: clock.sleep, backoffMs: 100 });
    expect(await http.request('GET', URL, read)).toMatchObject({ status: 200 });
    expect(clock.slept).toEqual([100, 200]);
    expect(sandbox.count()).toBe(3);
  });

  it.each(failures)('gives up after %s three times', async (_, fault) => {
    on({ ...fault, times: 9 });
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, read));
    expect(found).toMatchObject({ system: 'effihub', code: 'unreachable' });
    expect(sandbox.count()).toBe(3);
  });

  it('is retried after a time-out', async () => {
    const held = on({ kind: 'hold', times: 3 });
    const waiting = problem(httpTo(sandbox, 'effihub', { timeoutMs: 50 }).request('GET', URL, read));
    expect(await waiting).toMatchObject({ code: 'unreachable' });
    expect(held.hits).toBe(3);
  });

  it('quotes a page without its markup', async () => {
    on({ kind: 'html', status: 503, times: 3 });
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, read));
    expect(found).toEqual({
      system: 'effihub',
      code: 'unreachable',
      status: 503,
      quote: 'Service Unavailable We will be back soon Ref: 0.5a1c2e17',
    });
  });
});

describe('a write without a proper answer', () => {
  it.each([
    ['a connection that breaks', { kind: 'drop' }, undefined],
    ['a lost answer', { kind: 'lost-answer' }, undefined],
    ['status 500', { kind: 'status', status: 500 }, 500],
    ['a brownout (480)', { kind: 'status', status: 480 }, 480],
    ['a redirect', { kind: 'redirect' }, undefined],
  ] as const)('is never retried after %s', async (_, fault, status) => {
    on({ ...fault, times: 9 });
    const found = await problem(httpTo(sandbox, 'effihub').request('POST', URL, write));
    expect(found).toMatchObject({ code: 'unreachable' });
    expect(found.status).toBe(status);
    expect(sandbox.count()).toBe(1);
  });

  it.each([
    ['a page', { kind: 'html' }],
    ['cut-off JSON', { kind: 'cut-json' }],
  ] as const)('is garbled after %s, since it may have been carried out', async (_, fault) => {
    on(fault);
    const found = await problem(httpTo(sandbox, 'effihub').request('POST', URL, write));
    expect(found).toMatchObject({ code: 'garbled' });
    expect(sandbox.count()).toBe(1);
  });
});

describe('an invalid answer', () => {
  it('is garbled when it is cut off, and not quoted: it contains customers', async () => {
    on({ kind: 'cut-json' });
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, read));
    expect(found).toEqual({ system: 'effihub', code: 'garbled', status: 200 });
  });

  it('is garbled and quoted when it is a web page', async () => {
    on({ kind: 'html' });
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, read));
    expect(found).toMatchObject({
      code: 'garbled',
      status: 200,
      quote: expect.stringContaining('back soon'),
    });
  });

  it('is garbled when it is plain text', async () => {
    on({ kind: 'status', status: 200, body: 'Alt er godt' });
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, read));
    expect(found).toMatchObject({ code: 'garbled', quote: 'Alt er godt' });
  });

  it('is garbled when it is too large', async () => {
    const http = httpTo(sandbox, 'effihub', { largestAnswer: 20 });
    expect(await problem(http.request('GET', URL, read))).toMatchObject({ code: 'garbled', status: 200 });
  });

  it('says nothing about a customer when it is an HTML 404 page', async () => {
    on({ kind: 'html', status: 404 });
    expect(await problem(httpTo(sandbox, 'effihub').request('GET', URL, read))).toMatchObject({
      code: 'garbled',
    });
  });
});

describe('a request over the limit', () => {
  it.each([
    ['read', 'GET', read],
    ['write', 'POST', write],
  ] as const)('that is a %s is retried when the server says', async (_, method, request) => {
    on({ kind: 'rate-limited', retryAfter: 7, times: 2 });
    const clock = fakeClock();
    const limiter = createLimiter({
      key: 'k',
      limit: 100,
      store: limiterStore(),
      now: clock.now,
      sleep: clock.sleep,
    });
    await httpTo(sandbox, 'effihub', { limiter, ...clock }).request(method, URL, request);
    expect(clock.slept).toEqual([7000, 7000]);
    expect(sandbox.count({ method })).toBe(3);
    expect(sandbox.world.account.customers.size).toBe(method === 'POST' ? 2 : 1);
  });

  it('waits even if the server does not say how long', async () => {
    on({ kind: 'rate-limited', retryAfter: null });
    const clock = fakeClock();
    const limiter = createLimiter({
      key: 'k',
      limit: 100,
      windowMs: 60_000,
      store: limiterStore(),
      now: clock.now,
      sleep: clock.sleep,
    });
    await httpTo(sandbox, 'effihub', { limiter, ...clock }).request('GET', URL, read);
    expect(clock.slept).toEqual([15_000]);
  });

  it("reads a date in Retry-After by the server's clock", async () => {
    const clock = fakeClock();
    const serverTime = clock.time - 3_600_000;
    const date = new Date(serverTime).toUTCString();
    const later = new Date(serverTime + 9000).toUTCString();
    on({ kind: 'status', status: 429, headers: { date, 'retry-after': later } });
    await httpTo(sandbox, 'effihub', clock).request('GET', URL, read);
    expect(clock.slept).toEqual([9000]);
  });

  it('gives up after ten refusals, with a lowered ceiling', async () => {
    on({ kind: 'rate-limited', times: 99 });
    const clock = fakeClock();
    const store = limiterStore();
    const limiter = createLimiter({ key: 'k', limit: 100, store, now: clock.now, sleep: clock.sleep });
    const found = await problem(httpTo(sandbox, 'effihub', { limiter, ...clock }).request('GET', URL, read));
    expect(found).toMatchObject({ code: 'rate-limited', status: 429 });
    expect(sandbox.count()).toBe(10);
    expect(store.states.get('k')?.limit).toBeLessThan(50);
  });

  it('never happens when the limiter knows the limit', async () => {
    // The server uses the limiter's clock.
    const clock = fakeClock();
    const offset = () => clock.time - sandbox.world.clock.now();
    const limiter = createLimiter({
      key: 'k',
      limit: 120,
      store: limiterStore(),
      now: clock.now,
      sleep: clock.sleep,
    });
    const http = httpTo(sandbox, 'effihub', {
      limiter,
      fetch: (input, init) => {
        sandbox.world.clock.advance(offset());
        return sandbox.fetch(input, init);
      },
    });
    for (let n = 0; n < 260; n++) await http.request('GET', URL, read);
    expect(sandbox.count({ status: 429 })).toBe(0);
    expect(sandbox.count()).toBe(260);
  });
});
