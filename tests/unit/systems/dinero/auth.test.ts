import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Auth, createPersonalAuth } from '../../../../lib/systems/dinero/auth.ts';
import { credentials, type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { expectNoSecret, httpTo, problem, tokenStore } from '../http/support.ts';

const host = 'authz.dinero.dk';

let sandbox: Sandbox;
let tokens: ReturnType<typeof tokenStore>;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  tokens = tokenStore();
});
afterAll(() => sandbox.close());

const authWith = (parts: Partial<typeof credentials.nordisk> = {}): Auth =>
  createPersonalAuth({
    ...credentials.nordisk,
    ...parts,
    tokens,
    now: () => sandbox.world.clock.now(),
    http: httpTo(sandbox, 'dinero'),
  });

describe('a token', () => {
  it('is requested once and used until a minute before it expires', async () => {
    const auth = authWith();
    const first = await auth.token();
    sandbox.world.clock.advance(3_530_000);
    expect(await auth.token()).toBe(first);
    sandbox.world.clock.advance(20_000);
    expect(await auth.token()).not.toBe(first);
    expect(sandbox.count({ host })).toBe(2);
  });

  it('is requested once for concurrent callers', async () => {
    const auth = authWith();
    const all = await Promise.all([auth.token(), auth.token(), auth.token()]);
    expect(new Set(all).size).toBe(1);
    expect(sandbox.count({ host })).toBe(1);
  });

  it('survives the worker', async () => {
    const first = await authWith().token();
    expect(await authWith().token()).toBe(first);
    expect(sandbox.count({ host })).toBe(1);
  });

  it('of other credentials is never used', async () => {
    const first = await authWith().token();
    expect(await authWith({ apiKey: credentials.fjord.apiKey }).token()).not.toBe(first);
  });

  it('that is forgotten is requested again, also after a restart', async () => {
    const auth = authWith();
    const first = await auth.token();
    await auth.forget();
    expect(await authWith().token()).not.toBe(first);
  });

  it('that was replaced meanwhile is not forgotten', async () => {
    const auth = authWith();
    const old = await auth.token();
    await auth.forget(old);
    const fresh = await auth.token();
    await auth.forget(old);
    expect(await auth.token()).toBe(fresh);
  });

  it('is stored under a key that reveals no secret', async () => {
    await authWith().token();
    expectNoSecret([...tokens.tokens.keys()]);
  });

  it('is requested again after a lost answer', async () => {
    sandbox.faults.add({ system: 'dinero', host, kind: 'lost-answer' });
    expect(await authWith().token()).toMatch(/^sandbox-access-token/);
  });

  it('still reaches the other callers when one aborts', async () => {
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

  it('is not requested for an aborted caller', async () => {
    await expect(authWith().token(AbortSignal.abort(new Error('view closed')))).rejects.toThrow(
      'view closed',
    );
    expect(sandbox.count({ host })).toBe(0);
  });
});

describe('credentials that Dinero refuses', () => {
  it.each([
    [{ clientId: 'somebody-else' }, { field: 'clientId', message: 'invalid_client' }],
    [{ clientSecret: 'not-the-secret' }, { field: 'clientId', message: 'invalid_client' }],
    [{ apiKey: 'not-the-api-key' }, { field: 'apiKey', message: 'invalid_grant' }],
  ])('%j are named', async (parts, field) => {
    const found = await problem(authWith(parts).token());
    expect(found).toMatchObject({ code: 'wrong-credentials', fields: [field] });
  });

  it('may contain any character; surrounding spaces are ignored', async () => {
    const odd = { clientId: 'blå', clientSecret: 'rød:&=+ % 😀' };
    sandbox.world.clients.set(odd.clientId, odd.clientSecret);
    expect(
      await authWith({ clientId: ` ${odd.clientId} `, clientSecret: `${odd.clientSecret}\n` }).token(),
    ).toBeTruthy();
  });

  it('are tried again the next time', async () => {
    const auth = authWith({ apiKey: 'later' });
    await problem(auth.token());
    sandbox.world.organization.apiKey = 'later';
    expect(await auth.token()).toBeTruthy();
  });

  it('are never quoted, however Dinero words it', async () => {
    const { apiKey, clientSecret } = credentials.nordisk;
    const body = { error: 'invalid_grant', error_description: `${apiKey} and ${clientSecret} are wrong` };
    sandbox.faults.add({ system: 'dinero', host, kind: 'status', status: 400, body });
    expect(await problem(authWith().token())).toMatchObject({ quote: '*** and *** are wrong' });
  });
});

describe('an invalid token answer', () => {
  it.each([
    ['a page', { kind: 'html' }],
    ['cut-off JSON', { kind: 'cut-json' }],
    ['nothing', { kind: 'status', status: 200 }],
    ['wrong types', { kind: 'garbled' }],
    ['a token that no header can carry', { kind: 'status', status: 200, body: { access_token: 'a\nb' } }],
  ] as const)('but %s is garbled', async (_, fault) => {
    sandbox.faults.add({ system: 'dinero', host, ...fault });
    expect(await problem(authWith().token())).toMatchObject({ system: 'dinero', code: 'garbled' });
  });

  it.each([
    [200, 'access_token=hemmelig&token_type=bearer'],
    [200, ')]}\',\n{"access_token":"hemmelig"}'],
    [400, '{"access_token":"hemmelig"}'],
  ])('with status %i is not quoted: %s', async (status, body) => {
    sandbox.faults.add({ system: 'dinero', host, kind: 'status', status, body });
    expectNoSecret(await problem(authWith().token()), ['hemmelig']);
  });

  it('is unreachable when Dinero is down', async () => {
    sandbox.faults.add({ system: 'dinero', host, kind: 'html', status: 503, times: 3 });
    expect(await problem(authWith().token())).toMatchObject({ code: 'unreachable', status: 503 });
  });

  it('may lack the lifetime', async () => {
    sandbox.faults.add({
      system: 'dinero',
      host,
      kind: 'status',
      status: 200,
      body: { access_token: 'abc' },
    });
    expect(await authWith().token()).toBe('abc');
  });
});
