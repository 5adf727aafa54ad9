import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDineroApi } from '../../../../lib/systems/dinero/api.ts';
import { createVismaAuth, type VismaAuthOptions } from '../../../../lib/systems/dinero/visma-auth.ts';
import { type BegunSignIn, beginSignIn, finishSignIn } from '../../../../lib/systems/dinero/visma-sign-in.ts';
import { answerConsent } from '../../../sandbox/callers.ts';
import { type Sandbox, startSandbox, vismaClientId, vismaClientSecret } from '../../../sandbox/index.ts';
import { expectNoSecret, httpTo, problem as problemIn, tokenStore } from '../http/support.ts';

const host = 'connect.visma.com';
const redirectUri = `https://${'abcdefgh'.repeat(4)}.chromiumapp.org/visma`;
const client = { clientId: vismaClientId, clientSecret: vismaClientSecret };

let sandbox: Sandbox;
let tokens: ReturnType<typeof tokenStore>;
let signIns: Map<string, { refreshToken: string }>;
let locks: VismaAuthOptions['locks'];
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  tokens = tokenStore();
  signIns = new Map();
  locks = oneByOne();
});
afterAll(() => sandbox.close());

/** A single-name substitute for the browser's locks. */
function oneByOne(): VismaAuthOptions['locks'] {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return { request } as VismaAuthOptions['locks'];
}

const http = () => httpTo(sandbox, 'dinero');
const now = () => sandbox.world.clock.now();

/** Visits the consent page and returns. */
async function consent(choice?: Parameters<typeof answerConsent>[2]) {
  const begun = await beginSignIn({ clientId: vismaClientId, redirectUri });
  const { location } = await answerConsent(sandbox, begun.url, choice);
  return { begun, answerUrl: location };
}

const finish = (came: { begun: BegunSignIn; answerUrl: string }, parts: Partial<typeof client> = {}) =>
  finishSignIn({ ...client, ...parts, redirectUri, ...came, http: http(), now });

async function signIn() {
  const grant = await finish(await consent());
  signIns.set('one', { refreshToken: grant.refreshToken });
  return grant;
}

const authWith = (parts: Partial<VismaAuthOptions> = {}) =>
  createVismaAuth({
    ...client,
    signInId: 'one',
    store: {
      load: async (id) => signIns.get(id),
      save: async (id, signIn) => void signIns.set(id, signIn),
    },
    tokens,
    locks,
    now,
    http: http(),
    ...parts,
  });

const SECRETS = [
  'sandbox-visma-client-secret',
  'sandbox-refresh-token',
  'sandbox-visma-code',
  btoaOfClient(),
];

/** As sent: each half is form-encoded. */
function btoaOfClient(): string {
  const encoded = [vismaClientId, vismaClientSecret].map((text) => text.replaceAll('-', '%2D'));
  return btoa(encoded.join(':'));
}

/** The problem that a call ends with; checks that it contains no secret. */
async function problem(promise: Promise<unknown>, secrets: string[] = []) {
  // Awaited twice: once to inspect the error, once for the problem.
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expectNoSecret(error, [...SECRETS, ...secrets]);
  expect(Object.keys(error as object).sort()).toEqual(['name', 'problem']);
  return problemIn(promise);
}

describe('signing in', () => {
  it('sends the challenge to Visma Connect, never the verifier', async () => {
    const { url, state, codeVerifier } = await beginSignIn({ clientId: ` ${vismaClientId}\n`, redirectUri });
    const { origin, pathname, searchParams } = new URL(url);
    expect(origin + pathname).toBe('https://connect.visma.com/connect/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      response_type: 'code',
      client_id: vismaClientId,
      redirect_uri: redirectUri,
      scope: 'dineropublicapi:read dineropublicapi:write offline_access',
      state,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(url).not.toContain(codeVerifier);
  });

  it('is different each time', async () => {
    const [one, other] = await Promise.all([1, 2].map(() => beginSignIn({ ...client, redirectUri })));
    expect(one?.state).not.toBe(other?.state);
    expect(one?.codeVerifier).not.toBe(other?.codeVerifier);
  });

  it('returns tokens for what the user granted', async () => {
    const grant = await signIn();
    expect(grant.expiresAt).toBeGreaterThan(now() + 3_590_000);
    const api = createDineroApi({ organizationId: 551307, auth: authWith(), http: http() });
    expect((await api.organizations()).map(({ id }) => id)).toEqual([637871, 551307]);
    expect((await api.contactsPage({ page: 0, pageSize: 10 })).contacts).toEqual([]);
  });

  it('accepts any characters in the secret', async () => {
    const odd = 'rød:&=+ % 😀';
    sandbox.world.vismaClients.set(vismaClientId, { secret: odd });
    expect(await finish(await consent(), { clientSecret: ` ${odd}\n` })).toMatchObject({
      refreshToken: expect.any(String),
    });
  });

  it('is declined when the user refuses', async () => {
    const found = await problem(finish(await consent({ answer: 'no' })));
    expect(found).toEqual({ system: 'dinero', code: 'declined' });
    expect(sandbox.count({ host, path: '/connect/token' })).toBe(0);
  });

  it.each([
    ['another state', (url: URL) => url.searchParams.set('state', 'another')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['two states', (url: URL) => url.searchParams.append('state', 'another')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
    ['another page', (url: URL) => Object.assign(url, { pathname: '/other' })],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://elsewhere.example')],
  ])('rejects an answer with %s', async (_, change) => {
    const { begun, answerUrl } = await consent();
    const url = new URL(answerUrl);
    change(url);
    const found = await problem(finish({ begun, answerUrl: url.href }), [begun.codeVerifier]);
    expect(found.code).toBe('garbled');
    expect(sandbox.count({ host, path: '/connect/token' })).toBe(0);
  });

  it.each([
    ['temporarily_unavailable', 'unreachable'],
    ['invalid_scope', 'wrong-credentials'],
    ['unauthorized_client', 'wrong-credentials'],
  ])('that ends with %s is reported as %s, without quoting the code', async (error, code) => {
    const { begun, answerUrl } = await consent();
    const url = new URL(answerUrl);
    url.searchParams.set('error', error);
    url.searchParams.set('error_description', `not ${url.searchParams.get('code')} ${begun.codeVerifier}`);
    const found = await problem(finish({ begun, answerUrl: url.href }), [begun.codeVerifier]);
    expect(found).toMatchObject({ code, quote: 'not *** ***' });
  });

  it('names the client when its secret is wrong', async () => {
    const found = await problem(finish(await consent(), { clientSecret: 'not-the-secret' }), [
      'not-the-secret',
    ]);
    expect(found).toMatchObject({ code: 'wrong-credentials', fields: [{ field: 'vismaClient' }] });
  });

  it('is refused with the code but without the verifier', async () => {
    const { begun, answerUrl } = await consent();
    const { codeVerifier } = await beginSignIn({ ...client, redirectUri });
    const stolen = finish({ begun: { ...begun, codeVerifier }, answerUrl });
    expect((await problem(stolen, [codeVerifier])).code).toBe('signed-out');
  });

  it('uses its code once', async () => {
    const came = await consent();
    await finish(came);
    expect((await problem(finish(came))).code).toBe('signed-out');
  });

  it('does not repeat a code after a lost answer', async () => {
    const came = await consent();
    sandbox.faults.add({ system: 'dinero', host, kind: 'lost-answer' });
    expect((await problem(finish(came))).code).toBe('unreachable');
    expect(sandbox.count({ host, path: '/connect/token' })).toBe(1);
  });

  it('requires a refresh token', async () => {
    const body = { access_token: 'abcdef', token_type: 'Bearer' };
    const came = await consent();
    sandbox.faults.add({ system: 'dinero', host, kind: 'status', status: 200, body });
    expect(await problem(finish(came), ['abcdef'])).toMatchObject({
      code: 'garbled',
      fields: [{ field: 'refresh_token' }],
    });
  });
});

describe('an access token', () => {
  const refreshes = () => sandbox.requests.filter(({ body }) => body?.grant_type === 'refresh_token').length;

  it('is refreshed a minute before it expires, keeping the newest refresh token', async () => {
    const { refreshToken } = await signIn();
    const auth = authWith();
    const first = await auth.token();
    const second = signIns.get('one')?.refreshToken;
    expect(second).not.toBe(refreshToken);
    sandbox.world.clock.advance(3_530_000);
    expect(await auth.token()).toBe(first);
    sandbox.world.clock.advance(20_000);
    expect(await auth.token()).not.toBe(first);
    expect(signIns.get('one')?.refreshToken).not.toBe(second);
    expect(refreshes()).toBe(2);
  });

  it('is refreshed once for concurrent callers, and survives the worker', async () => {
    await signIn();
    const auth = authWith();
    const all = await Promise.all([auth.token(), auth.token(), authWith().token()]);
    expect(new Set([...all, await authWith().token()]).size).toBe(1);
    expect(refreshes()).toBe(1);
  });

  it('is refreshed by only one of two workers', async () => {
    await signIn();
    const [old, next] = [authWith(), authWith()];
    const held = sandbox.faults.add({ system: 'dinero', host, kind: 'hold' });
    const first = old.token();
    await held.arrived;
    const second = next.token();
    held.release();
    expect(await second).toBe(await first);
    expect(refreshes()).toBe(1);
  });

  it('of another sign-in is never used', async () => {
    await signIn();
    const first = await authWith().token();
    signIns.set('two', { refreshToken: (await finish(await consent())).refreshToken });
    expect(await authWith({ signInId: 'two' }).token()).not.toBe(first);
  });

  it('that Dinero refuses is refreshed once, and the call continues', async () => {
    await signIn();
    const auth = authWith();
    const api = createDineroApi({ organizationId: 637871, auth, http: http() });
    await api.organizations();
    sandbox.expireTokens();
    await Promise.all([api.organizations(), api.organizations()]);
    expect(refreshes()).toBe(2);
  });

  it('that was replaced meanwhile is not forgotten', async () => {
    await signIn();
    const [one, other] = [authWith(), authWith()];
    const old = await one.token();
    expect(await other.token()).toBe(old);
    await one.forget(old);
    const fresh = await one.token();
    await other.forget(old);
    expect(await other.token()).toBe(fresh);
    expect(refreshes()).toBe(2);
  });

  it('still reaches the other callers when one aborts', async () => {
    await signIn();
    const held = sandbox.faults.add({ system: 'dinero', host, kind: 'hold' });
    const auth = authWith();
    const giveUp = new AbortController();
    const impatient = auth.token(giveUp.signal);
    const patient = auth.token();
    await held.arrived;
    giveUp.abort(new Error('view closed'));
    await expect(impatient).rejects.toThrow('view closed');
    held.release();
    expect(await patient).toMatch(/^sandbox-access-token/);
  });

  it.each(['lost-answer', 'drop'] as const)('is requested again after a %s', async (kind) => {
    await signIn();
    sandbox.faults.add({ system: 'dinero', host, kind });
    const auth = authWith();
    expect(await auth.token()).toMatch(/^sandbox-access-token/);
    await auth.forget();
    expect(await auth.token()).toMatch(/^sandbox-access-token/);
  });

  it('keeps a refresh token that the answer does not replace', async () => {
    const { refreshToken } = await signIn();
    const body = { access_token: 'abc', token_type: 'bearer' };
    sandbox.faults.add({ system: 'dinero', host, kind: 'status', status: 200, body });
    expect(await authWith().token()).toBe('abc');
    expect(signIns.get('one')).toEqual({ refreshToken });
  });

  it('is stored after the refresh token, which cannot be requested again', async () => {
    await signIn();
    const save = () => Promise.reject(new Error('no room'));
    const store = { load: async (id: string) => signIns.get(id), save };
    await expect(authWith({ store }).token()).rejects.toThrow('no room');
    expect(tokens.tokens.size).toBe(0);
    expect(await authWith().token()).toMatch(/^sandbox-access-token/);
  });
});

describe('a sign-in', () => {
  it('that is unknown on this computer is signed-out', async () => {
    expect(await problem(authWith().token())).toEqual({ system: 'dinero', code: 'signed-out' });
    expect(sandbox.count({ host })).toBe(0);
  });

  it('that was revoked is signed-out, and its tokens are not quoted', async () => {
    const { accessToken, refreshToken } = await signIn();
    for (const one of sandbox.world.vismaSignIns) one.isRevoked = true;
    const found = await problem(authWith().token(), [accessToken, refreshToken]);
    expect(found).toMatchObject({ system: 'dinero', code: 'signed-out', status: 400 });
    expect(sandbox.count({ host, path: '/connect/token', status: 400 })).toBe(1);
  });

  it('continues after a failure', async () => {
    await signIn();
    const auth = authWith();
    sandbox.faults.add({ system: 'dinero', host, kind: 'status', status: 503, times: 3 });
    expect(await problem(auth.token())).toMatchObject({ code: 'unreachable', status: 503 });
    expect(await auth.token()).toMatch(/^sandbox-access-token/);
  });

  it('that does not answer in time is unreachable', async () => {
    await signIn();
    const hanging = sandbox.faults.add({ system: 'dinero', host, kind: 'hold', times: 3 });
    const impatient = httpTo(sandbox, 'dinero', { timeoutMs: 20 });
    expect((await problem(authWith({ http: impatient }).token())).code).toBe('unreachable');
    expect(hanging.hits).toBe(3);
  });

  it.each([
    ['a page', { kind: 'html' }, 'garbled'],
    ['cut-off JSON', { kind: 'cut-json' }, 'garbled'],
    ['nothing', { kind: 'status', status: 200 }, 'garbled'],
    ['wrong types', { kind: 'garbled' }, 'garbled'],
    ['a list', { kind: 'status', status: 200, body: [] }, 'garbled'],
    ['a page that refuses', { kind: 'html', status: 400 }, 'garbled'],
    ['a way to elsewhere', { kind: 'redirect', times: 3 }, 'unreachable'],
    ['a page of a broken server', { kind: 'html', status: 502, times: 3 }, 'unreachable'],
    [
      'unauthorized_client',
      { kind: 'status', status: 400, body: { error: 'unauthorized_client' } },
      'wrong-credentials',
    ],
    [
      'a token no header can carry',
      { kind: 'status', status: 200, body: { access_token: 'a\nb', token_type: 'bearer' } },
      'garbled',
    ],
  ] as const)('fails on %s, and keeps its refresh token', async (_, fault, code) => {
    const { refreshToken } = await signIn();
    sandbox.faults.add({ system: 'dinero', host, ...fault });
    expect((await problem(authWith().token(), [refreshToken])).code).toBe(code);
    expect(signIns.get('one')).toEqual({ refreshToken });
  });

  it.each([200, 400, 401, 403, 503])('quotes no secret with status %i', async (status) => {
    const { refreshToken } = await signIn();
    const auth = authWith();
    const access = await auth.token();
    const newest = signIns.get('one')?.refreshToken ?? '';
    sandbox.world.clock.advance(3_600_000);
    const words = [vismaClientSecret, btoaOfClient(), newest, access, refreshToken].join(' and ');
    for (const body of [words, { error: 'odd', error_description: words }]) {
      sandbox.faults.clear();
      sandbox.faults.add({ system: 'dinero', host, kind: 'status', status, body, times: 3 });
      await problem(auth.token(), [newest, access]);
    }
    expect(auth.secrets).toEqual(expect.arrayContaining([vismaClientSecret, btoaOfClient(), newest]));
  });
});
