import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { credentials, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { dineroAt, expectNoSecret, httpTo, problem } from './support.ts';

const URL = 'https://api.effihub.com/v1/customers';
const headers = { authorization: `Bearer ${credentials.nordisk.effihubToken}` };
const read = { headers, retry: 'read' } as const;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('a secret', () => {
  const echo = (text: string) =>
    sandbox.faults.add({ system: 'effihub', kind: 'status', status: 400, body: text });

  it.each([
    ['as it is', `Header was Bearer ${credentials.nordisk.effihubToken}!`],
    ['in JSON', JSON.stringify({ message: `token ${credentials.nordisk.effihubToken}` })],
    ['with markup in it', credentials.nordisk.effihubToken.replace('-', '<b>-')],
    ['spelled otherwise', credentials.nordisk.effihubToken.replace('-', '&#45;')],
    ['where a quote is cut', `${'x'.repeat(285)}${credentials.nordisk.effihubToken}`],
    [
      'spelled otherwise where a quote is cut',
      `${'x'.repeat(281)}${credentials.nordisk.effihubToken.replaceAll('-', '&#45;')}`,
    ],
  ])('that the server repeats %s does not get into the error', async (_, text) => {
    echo(text);
    expectNoSecret(await problem(httpTo(sandbox, 'effihub').request('GET', URL, read)), [
      credentials.nordisk.effihubToken.slice(0, 12),
    ]);
  });

  it("of the token request does not get into another request's error", async () => {
    const { clientId, clientSecret, apiKey } = credentials.nordisk;
    const basic = btoa(`${clientId}:${clientSecret}`);
    const body = { message: `The client has ${clientSecret}, ${apiKey} and ${basic}` };
    sandbox.faults.add({ system: 'dinero', host: 'api.dinero.dk', kind: 'status', status: 400, body });
    const found = await problem(dineroAt(sandbox).organizations());
    expect(found).toMatchObject({ code: 'refused', quote: 'The client has ***, *** and ***' });
  });

  it('with characters invalid in headers does not get into the error', async () => {
    const token = 'hemmelig\u2026nøgle';
    const request = { headers: { authorization: `Bearer ${token}` }, retry: 'never' } as const;
    const found = await problem(httpTo(sandbox, 'effihub').request('GET', URL, request));
    expectNoSecret(found, [token, 'hemmelig']);
    expect(sandbox.count()).toBe(0);
  });

  it('does not get into the error when there is no answer', async () => {
    const http = httpTo(sandbox, 'effihub');
    const found = await problem(http.request('GET', 'https://nowhere.example/', read));
    expect(found).toEqual({ system: 'effihub', code: 'unreachable' });
  });
});
