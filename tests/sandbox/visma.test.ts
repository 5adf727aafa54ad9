import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerConsent } from './callers.ts';
import { type Sandbox, startSandbox, vismaClientId, vismaClientSecret } from './index.ts';

const redirectUri = `https://${'abcdefgh'.repeat(4)}.chromiumapp.org/visma`;
const verifier = 'v'.repeat(43);
const scope = 'dineropublicapi:read dineropublicapi:write offline_access';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const addressWith = (parts: Record<string, string> = {}): string => {
  const query = {
    response_type: 'code',
    client_id: vismaClientId,
    redirect_uri: redirectUri,
    scope,
    state: 'sandbox-state',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parts,
  };
  return `https://connect.visma.com/connect/authorize?${new URLSearchParams(query)}`;
};

const codeFor = async (parts?: Record<string, string>, organizations?: number[]): Promise<string> => {
  const { location } = await answerConsent(sandbox, addressWith(parts), { organizations });
  return new URL(location).searchParams.get('code') ?? '';
};

interface TokenBody {
  access_token?: string;
  refresh_token?: string;
  error?: string;
}

const ask = async (
  form: Record<string, string>,
  secret = vismaClientSecret,
): Promise<TokenBody & { status: number }> => {
  const response = await sandbox.fetch('https://connect.visma.com/connect/token', {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${vismaClientId}:${secret}`)}` },
    body: new URLSearchParams(form),
  });
  return { status: response.status, ...((await response.json()) as TokenBody) };
};

const exchange = (code: string, parts: Record<string, string> = {}) =>
  ask({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...parts,
  });
const refresh = (token = '') => ask({ grant_type: 'refresh_token', refresh_token: token });

const call = (path: string, token = '') =>
  sandbox.fetch(`https://api.dinero.dk/v1${path}`, { headers: { authorization: `Bearer ${token}` } });

describe('the consent page', () => {
  it('offers the organizations that the user may grant', async () => {
    const text = await (await sandbox.fetch(addressWith())).text();
    expect(text).toContain('<h1>Giv adgang til Dinero</h1>');
    expect(text).toContain('Nordisk Tekst ApS (637871)');
    expect(text).toContain('Fjord Regnskab ApS (551307)');
    expect(text).not.toContain('Uden Pro');
  });

  it('leads back with a code and the state, or with a no', async () => {
    const yes = new URL((await answerConsent(sandbox, addressWith())).location);
    expect(yes.searchParams.get('state')).toBe('sandbox-state');
    expect(yes.searchParams.get('code')).toBeTruthy();
    const no = new URL((await answerConsent(sandbox, addressWith(), { answer: 'no' })).location);
    expect([...no.searchParams]).toEqual([
      ['error', 'access_denied'],
      ['state', 'sandbox-state'],
    ]);
  });

  it.each([
    [{ client_id: 'somebody-else' }, 'Ukendt program'],
    [{ redirect_uri: 'https://elsewhere.example/' }, 'Ukendt adresse'],
    [{ redirect_uri: 'https://elsewhere.example/.chromiumapp.org/' }, 'Ukendt adresse'],
  ])('leads nowhere for %j', async (parts, heading) => {
    const { status, location, text } = await answerConsent(sandbox, addressWith(parts));
    expect([status, location]).toEqual([400, '']);
    expect(text).toContain(heading);
  });

  it('can know its redirect addresses one by one', async () => {
    sandbox.world.vismaClients.set(vismaClientId, { secret: 'x', redirectUris: new Set([redirectUri]) });
    expect((await answerConsent(sandbox, addressWith())).status).toBe(302);
    const other = await answerConsent(sandbox, addressWith({ redirect_uri: `${redirectUri}/` }));
    expect(other.status).toBe(400);
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ scope: 'everything' }, 'invalid_scope'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ state: '' }, 'invalid_request'],
  ])('sends %j back at once', async (parts, error) => {
    const { status, location } = await answerConsent(sandbox, addressWith(parts));
    expect(status).toBe(302);
    expect(new URL(location).searchParams.get('error')).toBe(error);
  });

  it.each([[[]], [[700100]]])('does not let %j be granted', async (organizations) => {
    expect((await answerConsent(sandbox, addressWith(), { organizations })).status).toBe(400);
    expect(sandbox.world.vismaCodes.size).toBe(0);
  });
});

describe('a code', () => {
  it('can be exchanged for tokens', async () => {
    expect(await exchange(await codeFor())).toMatchObject({
      status: 200,
      token_type: 'Bearer',
      expires_in: 3600,
      scope,
      refresh_token: expect.any(String),
    });
  });

  it('used twice ends the sign-in', async () => {
    const code = await codeFor();
    const { access_token, refresh_token } = await exchange(code);
    expect(await exchange(code)).toEqual({ status: 400, error: 'invalid_grant' });
    expect((await call('/organizations', access_token)).status).toBe(401);
    expect(await refresh(refresh_token)).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('expires after five minutes', async () => {
    const code = await codeFor();
    sandbox.world.clock.advance(5 * 60_000);
    expect(await exchange(code)).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it.each([[{ code_verifier: 'w'.repeat(43) }], [{ redirect_uri: `${redirectUri}/other` }]])(
    'does not go with %j',
    async (parts) => {
      expect(await exchange(await codeFor(), parts)).toEqual({ status: 400, error: 'invalid_grant' });
    },
  );

  it('brings no refresh token unless it was asked for', async () => {
    const code = await codeFor({ scope: 'dineropublicapi:read dineropublicapi:write' });
    expect((await exchange(code)).refresh_token).toBeUndefined();
  });
});

describe('a refresh token', () => {
  it('gives a new pair, and works again only until the new one was used', async () => {
    const first = await exchange(await codeFor());
    await refresh(first.refresh_token);
    const again = await refresh(first.refresh_token);
    expect(again.status).toBe(200);
    const third = await refresh(again.refresh_token);
    expect(third.status).toBe(200);
    expect(await refresh(first.refresh_token)).toEqual({ status: 400, error: 'invalid_grant' });
    // Reuse of an old token ends the sign-in.
    expect(await refresh(third.refresh_token)).toEqual({ status: 400, error: 'invalid_grant' });
    expect((await call('/organizations', third.access_token)).status).toBe(401);
  });

  it('outlives the access tokens, but not the sign-in', async () => {
    const { access_token, refresh_token } = await exchange(await codeFor());
    sandbox.expireTokens();
    expect((await call('/organizations', access_token)).status).toBe(401);
    const next = await refresh(refresh_token);
    expect((await call('/organizations', next.access_token)).status).toBe(200);
    for (const signIn of sandbox.world.vismaSignIns) signIn.isRevoked = true;
    expect((await refresh(next.refresh_token)).status).toBe(400);
  });

  it('needs the client secret', async () => {
    const { refresh_token = '' } = await exchange(await codeFor());
    const answer = await ask({ grant_type: 'refresh_token', refresh_token }, 'wrong');
    expect(answer).toEqual({ status: 401, error: 'invalid_client' });
    expect(sandbox.requests.at(-1)?.authorization).toBe('wrong');
  });
});

describe('an access token', () => {
  it('opens all organizations that were granted, and no other', async () => {
    const { access_token } = await exchange(await codeFor());
    const listed = await (await call('/organizations?fields=name,id', access_token)).json();
    expect(listed).toEqual([
      { Name: 'Nordisk Tekst ApS', Id: 637871 },
      { Name: 'Fjord Regnskab ApS', Id: 551307 },
    ]);
    expect((await call('/551307/contacts', access_token)).status).toBe(200);
    expect((await call('/700100/contacts', access_token)).status).toBe(403);
    const one = await exchange(await codeFor({}, [551307]));
    expect((await call('/637871/contacts', one.access_token)).status).toBe(403);
  });

  it('has the limit of each organization for itself', async () => {
    const { access_token } = await exchange(await codeFor());
    for (let n = 0; n < 99; n++) await call('/637871/contacts', access_token);
    expect((await call('/organizations', access_token)).status).toBe(200);
    expect((await call('/637871/contacts', access_token)).status).toBe(429);
    expect((await call('/551307/contacts', access_token)).status).toBe(200);
  });
});

it('the log contains no codes, states or tokens', async () => {
  const code = await codeFor();
  const { access_token = '?', refresh_token = '?' } = await exchange(code);
  await refresh(refresh_token);
  const visma = sandbox.requests.filter(({ host }) => host === 'connect.visma.com');
  expect(visma.at(-1)).toMatchObject({ body: { grant_type: 'refresh_token' }, authorization: 'ok' });
  expect(visma[0]?.query).toEqual({ scope });
  const log = JSON.stringify(sandbox.requests);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  for (const secret of [code, access_token, refresh_token, verifier, challenge, 'sandbox-state'])
    expect(log).not.toContain(secret);
});
