import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Caller, dineroCaller, effihubCaller } from './callers.ts';
import { credentials, type Sandbox, startSandbox, world } from './index.ts';

let sandbox: Sandbox;
let effihub: Caller;
let dinero: Caller;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  sandbox.reset({
    world: world({ customers: [{ name: 'Hansens VVS' }], contacts: [{ Name: 'Hansens VVS' }] }),
  });
  effihub = effihubCaller(sandbox);
  dinero = await dineroCaller(sandbox);
});

const customers = (): number => sandbox.world.account.customers.size;
const newCustomer = (signal?: AbortSignal): Promise<Response> =>
  sandbox.fetch('https://api.effihub.com/v1/customers', {
    method: 'POST',
    headers: { authorization: `Bearer ${credentials.nordisk.effihubToken}` },
    body: JSON.stringify({ name: 'Nordlys El' }),
    signal,
  });

describe('limits', () => {
  it('Dinero allows 100 requests a minute, then answers in plain text when to come back', async () => {
    const answers = [];
    for (let n = 0; n < 101; n++) answers.push(await dinero('GET', '/v1/organizations'));
    const last = answers.pop();
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(last?.status).toBe(429);
    expect(last?.text).toMatch(/^API calls quota exceeded!/);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    sandbox.world.clock.advance(60_000);
    expect((await dinero('GET', '/v1/organizations')).status).toBe(200);
  });

  it('Effihub allows 120 requests a minute and token', async () => {
    for (let n = 0; n < 120; n++) await effihub('GET', '/account');
    const over = await effihub('GET', '/account');
    expect(over.status).toBe(429);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
    const fjord = effihubCaller(sandbox, credentials.fjord.effihubToken);
    expect((await fjord('GET', '/account')).status).toBe(200);
  });

  it('can be switched off', async () => {
    sandbox.reset({ limits: false });
    for (let n = 0; n < 121; n++) await effihub('GET', '/account');
    expect(sandbox.count({ system: 'effihub', status: 200 })).toBe(121);
  });
});

describe('faults', () => {
  it('lost-answer does the work and breaks the connection', async () => {
    sandbox.faults.add({ system: 'effihub', method: 'POST', kind: 'lost-answer' });
    await expect(newCustomer()).rejects.toThrow(TypeError);
    expect(customers()).toBe(2);
    expect(sandbox.requests.at(-1)).toMatchObject({ status: 201, fault: 'lost-answer' });
  });

  it('drop breaks the connection before the work is done', async () => {
    sandbox.faults.add({ system: 'effihub', kind: 'drop' });
    await expect(newCustomer()).rejects.toThrow(TypeError);
    expect(customers()).toBe(1);
  });

  it('hits only matching requests, with an offset and a count', async () => {
    const fault = sandbox.faults.add({
      system: 'effihub',
      method: 'GET',
      path: /customers\?page=1/,
      after: 1,
      times: 2,
      kind: 'status',
      status: 503,
    });
    await effihub('GET', '/account');
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await effihub('GET', '/customers?page=1')).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(fault.hits).toBe(2);
  });

  it('status answers with the given status, without doing the work', async () => {
    const body = { code: 48, message: 'No Pro' };
    sandbox.faults.add({ system: 'dinero', kind: 'status', status: 403, body, headers: { 'x-odd': '1' } });
    const answer = await dinero('GET', '/v1/organizations');
    expect([answer.status, answer.json, answer.headers.get('x-odd')]).toEqual([403, body, '1']);
  });

  it('rate-limited speaks as the system itself', async () => {
    sandbox.faults.add({ system: 'dinero', kind: 'rate-limited', retryAfter: 7 });
    sandbox.faults.add({ system: 'effihub', kind: 'rate-limited', retryAfter: null });
    const fromDinero = await dinero('GET', '/v1/organizations');
    expect([fromDinero.status, fromDinero.headers.get('retry-after')]).toEqual([429, '7']);
    expect(fromDinero.text).toMatch(/^API calls quota exceeded!/);
    const fromEffihub = await effihub('GET', '/account');
    expect([fromEffihub.status, fromEffihub.headers.get('retry-after')]).toEqual([429, null]);
  });

  it('html answers with a page', async () => {
    sandbox.faults.add({ system: 'effihub', kind: 'html', status: 502 });
    const answer = await effihub('GET', '/account');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('<html>');
  });

  it('cut-json sends the first half of the real answer', async () => {
    const whole = (await effihub('GET', '/customers')).text;
    sandbox.faults.add({ system: 'effihub', kind: 'cut-json' });
    const response = await sandbox.fetch('https://api.effihub.com/v1/customers', {
      headers: { authorization: `Bearer ${credentials.nordisk.effihubToken}` },
    });
    expect(await response.text()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  });

  it('garbled keeps the shape and changes the types', async () => {
    sandbox.faults.add({ system: 'effihub', kind: 'garbled' });
    expect((await effihub('GET', '/account')).json).toMatchObject({
      id: 'mange',
      dinero: { enabled: 'måske' },
    });
    sandbox.faults.add({ system: 'effihub', kind: 'garbled', garble: () => ({ data: 'none' }) });
    expect((await effihub('GET', '/customers')).json).toEqual({ data: 'none' });
  });

  it('slow does the work at once and answers late', async () => {
    const fault = sandbox.faults.add({ system: 'effihub', kind: 'slow', ms: 600_000 });
    const controller = new AbortController();
    const answer = newCustomer(controller.signal);
    await fault.arrived;
    await effihub('GET', '/account');
    expect(customers()).toBe(2);
    controller.abort();
    await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    sandbox.faults.add({ system: 'effihub', kind: 'slow', ms: 1 });
    expect((await effihub('GET', '/account')).status).toBe(200);
  });

  it('hold answers when it is released', async () => {
    const fault = sandbox.faults.add({ system: 'effihub', kind: 'hold' });
    let isAnswered = false;
    const answer = newCustomer().then((response) => {
      isAnswered = true;
      return response.status;
    });
    await fault.arrived;
    await effihub('GET', '/account');
    expect([isAnswered, customers()]).toEqual([false, 2]);
    fault.release();
    expect(await answer).toBe(201);
  });

  it('hold can keep the work undone', async () => {
    const fault = sandbox.faults.add({ system: 'effihub', kind: 'hold', when: 'done-last' });
    const answer = newCustomer();
    await fault.arrived;
    await effihub('GET', '/account');
    expect(customers()).toBe(1);
    sandbox.faults.clear();
    expect((await answer).status).toBe(201);
    expect(customers()).toBe(2);
  });

  it('redirect leads to another host, which a client may refuse', async () => {
    sandbox.faults.add({ system: 'effihub', kind: 'redirect', times: 2 });
    const answer = await effihub('GET', '/account');
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'https://elsewhere.example/']);
    const refusing = sandbox.fetch('https://api.effihub.com/v1/account', { redirect: 'error' });
    await expect(refusing).rejects.toThrow(TypeError);
  });

  it('web pages are unaffected unless their host is named', async () => {
    sandbox.faults.add({ system: 'effihub', kind: 'status', status: 500 });
    const page = () => sandbox.fetch('https://nordisktekst.effihub.com/kunder');
    expect((await page()).status).toBe(200);
    sandbox.faults.add({ system: 'effihub', host: 'nordisktekst.effihub.com', kind: 'status', status: 503 });
    expect((await page()).status).toBe(503);
  });
});

describe('fetch', () => {
  it('aborts by its signal', async () => {
    const fault = sandbox.faults.add({ system: 'effihub', kind: 'hold' });
    const controller = new AbortController();
    const answer = newCustomer(controller.signal);
    await fault.arrived;
    controller.abort();
    await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });

  it('keeps the real address and reaches no other host', async () => {
    const response = await sandbox.fetch('https://app.dinero.dk/637871/contacts');
    expect(response.url).toBe('https://app.dinero.dk/637871/contacts');
    await expect(sandbox.fetch('https://example.org/')).rejects.toThrow(TypeError);
    await expect(sandbox.fetch('http://api.effihub.com/v1/account')).rejects.toThrow(TypeError);
  });
});

describe('the log', () => {
  it('records requests without secrets', async () => {
    await effihub('POST', '/customers', { name: 'Nordlys El' });
    expect(sandbox.requests.at(-1)).toMatchObject({
      system: 'effihub',
      host: 'api.effihub.com',
      method: 'POST',
      path: '/v1/customers',
      body: { name: 'Nordlys El' },
      status: 201,
      authorization: 'ok',
    });
    const log = JSON.stringify(sandbox.requests);
    const { clientSecret, apiKey, effihubToken } = credentials.nordisk;
    for (const secret of [clientSecret, apiKey, effihubToken, 'sandbox-access-token']) {
      expect(log).not.toContain(secret);
    }
  });

  it('judges each request by its credentials', async () => {
    await effihubCaller(sandbox, 'wrong')('GET', '/account');
    await sandbox.fetch('https://api.effihub.com/v1/account');
    expect(sandbox.requests.slice(-2).map((request) => request.authorization)).toEqual(['wrong', 'missing']);
  });

  it('counts API requests; tokens only when their host is named', async () => {
    await dinero('GET', '/v1/637871/contacts');
    expect(sandbox.count({ system: 'dinero' })).toBe(1);
    expect(sandbox.count({ host: 'authz.dinero.dk' })).toBe(1);
    expect(sandbox.count({ method: 'GET', path: '/v1/637871/contacts' })).toBe(1);
  });
});
