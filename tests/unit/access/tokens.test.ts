/** Session storage outlives the worker: no token of a removed company, replaced keys or an ended sign-in stays there. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignInWindow } from '../../../lib/browser/sign-in-window.ts';
import { createClientPool } from '../../../lib/features/access/service.ts';
import type { Deps } from '../../../lib/features/deps.ts';
import type { StoredToken } from '../../../lib/systems/dinero/auth.ts';
import { company, problem, sandboxAround } from '../../helpers/company.ts';
import { type Ask, openOffice } from '../../helpers/office.ts';
import { FJORD, NORDISK, twoWorlds, typedFor } from '../../helpers/two-companies.ts';
import { answerConsent } from '../../sandbox/callers.ts';
import { credentials, vismaClientId, vismaClientSecret } from '../../sandbox/index.ts';

sandboxAround();

const { nordisk, fjord } = credentials;
let tokens: Map<string, StoredToken>;

const user: SignInWindow = {
  redirectUri: () => `https://${'abcdefgh'.repeat(4)}.chromiumapp.org/`,
  open: async (url) => (await answerConsent(company.sandbox, url, {})).location,
};

beforeEach(() => {
  company.sandbox.reset({ world: twoWorlds(), limits: false });
  tokens = new Map();
  company.office = openOffice(company.sandbox, undefined, { tokens, identity: user });
});

const ask = (): Ask => company.office.ask;
const tokenRequests = (host = 'authz.dinero.dk') => company.sandbox.count({ host });
const works = async (connectionId: string) =>
  (await ask().checkConnection({ connectionId, whole: true })).problem;
/** The stored tokens, as the sandbox issued them. */
const kept = () => [...tokens.values()].map(({ token }) => token);
const latest = () => [...company.sandbox.world.tokens.keys()].at(-1);

async function signedIn(connectionId?: string): Promise<string> {
  const client = { clientId: vismaClientId, clientSecret: vismaClientSecret };
  const { signInId } = await ask().signIn(client);
  const organizationId = String(nordisk.organizationId);
  const dinero = { kind: 'visma', ...client, signInId, organizationId } as const;
  await ask().saveConnection({ ...typedFor(nordisk), connectionId, dinero });
  return signInId;
}

describe('removing a company', () => {
  it('deletes its token and keeps that of the other one', async () => {
    await company.office.connect(nordisk);
    const other = latest();
    await company.office.connect(fjord);
    expect(tokens.size).toBe(2);
    await ask().removeCompany({ connectionId: FJORD });
    expect(kept()).toEqual([other]);
    const before = tokenRequests();
    expect(await works(NORDISK)).toBeUndefined();
    expect(tokenRequests()).toBe(before);
    await ask().removeCompany({ connectionId: NORDISK });
    expect(tokens.size).toBe(0);
  });

  it('keeps a token that another account of the same Dinero company uses', async () => {
    await company.office.connect(nordisk);
    await ask().saveConnection({ dinero: typedFor(nordisk).dinero, effihub: typedFor(fjord).effihub });
    const before = kept();
    expect(before).toHaveLength(1);
    await ask().removeCompany({ connectionId: NORDISK });
    expect(kept()).toEqual(before);
    await ask().removeCompany({ connectionId: `${nordisk.organizationId}:58` });
    expect(kept()).toEqual([]);
  });

  it('deletes its sign-in, unless another company uses it', async () => {
    const signInId = await signedIn();
    const organizationId = String(fjord.organizationId);
    const dinero = {
      kind: 'visma',
      clientId: vismaClientId,
      clientSecret: '',
      signInId,
      organizationId,
    } as const;
    await ask().saveConnection({ ...typedFor(fjord), dinero });
    await ask().removeCompany({ connectionId: NORDISK });
    expect([...tokens.keys()]).toEqual([`visma:${signInId}`]);
    await ask().removeCompany({ connectionId: FJORD });
    expect(tokens.size).toBe(0);
  });

  it('keeps a sign-in that waits for its company to be saved', async () => {
    await company.office.connect(fjord);
    const { signInId } = await ask().signIn({ clientId: vismaClientId, clientSecret: vismaClientSecret });
    await ask().removeCompany({ connectionId: FJORD });
    expect([...tokens.keys()].toSorted()).toEqual([`sign-in-draft:${signInId}`, `visma:${signInId}`]);
  });

  it('drops a token that arrives afterwards', async () => {
    await company.office.connect(nordisk);
    company.sandbox.expireTokens();
    tokens.clear();
    const held = company.sandbox.faults.add({ system: 'dinero', host: 'authz.dinero.dk', kind: 'hold' });
    const looking = works(NORDISK);
    await held.arrived;
    await ask().removeCompany({ connectionId: NORDISK });
    held.release();
    await looking.catch(() => undefined);
    expect(kept()).toEqual([]);
  });

  it('deletes what an interrupted worker left, and nothing but tokens', async () => {
    await company.office.connect(nordisk);
    await company.office.connect(fjord);
    const old = { token: 'old', expiresAt: Number.MAX_SAFE_INTEGER };
    for (const key of ['dinero:old', 'visma:old', 'company-7', 'panel-7']) tokens.set(key, old);
    await ask().removeCompany({ connectionId: FJORD });
    expect([...tokens.keys()].filter((key) => tokens.get(key) === old)).toEqual(['company-7', 'panel-7']);
  });
});

describe('replaced keys', () => {
  it('leave no token: another API key', async () => {
    await company.office.connect(nordisk);
    company.sandbox.world.organization.apiKey = 'another-key';
    await ask().saveConnection({ connectionId: NORDISK, ...typedFor({ ...nordisk, apiKey: 'another-key' }) });
    expect(kept()).toEqual([latest()]);
  });

  it('leave no token: another client secret, which is that of both companies', async () => {
    await company.office.connect(nordisk);
    await company.office.connect(fjord);
    company.sandbox.world.clients.set(nordisk.clientId, 'another-secret');
    const typed = typedFor({ ...fjord, clientSecret: 'another-secret' });
    await ask().saveConnection({ connectionId: FJORD, ...typed });
    expect(kept()).toEqual([latest()]);
    expect(await works(NORDISK)).toBeUndefined();
    expect(tokens.size).toBe(2);
  });

  it('leave no token: a sign-in in place of an API key, and an API key in place of it', async () => {
    await company.office.connect(nordisk);
    const signInId = await signedIn(NORDISK);
    expect([...tokens.keys()]).toEqual([`visma:${signInId}`]);
    await ask().saveConnection({ connectionId: NORDISK, ...typedFor(nordisk) });
    expect([...tokens.keys()]).toEqual([expect.stringMatching(/^dinero:/)]);
  });

  it('leave no sign-in: another one', async () => {
    await signedIn();
    const signInId = await signedIn(NORDISK);
    expect([...tokens.keys()]).toEqual([`visma:${signInId}`]);
  });

  it.each([
    ['of a company that is connected to another account', typedFor(fjord).dinero, typedFor(nordisk).effihub],
    [
      'with a wrong Effihub token',
      typedFor(fjord).dinero,
      { ...typedFor(nordisk).effihub, token: 'forkert' },
    ],
  ])('%s change nothing, and their tokens are dropped', async (_, dinero, effihub) => {
    await company.office.connect(nordisk);
    const before = [...tokens];
    expect(await problem(ask().saveConnection({ dinero, effihub }))).toBeDefined();
    expect([...tokens]).toEqual(before);
  });

  it('leave no token to a request that began with the old ones', async () => {
    await company.office.connect(nordisk);
    const { database } = company.office;
    const pool = createClientPool({ database: Promise.resolve(database), tokens: {} } as unknown as Deps);
    const early = pool.of(NORDISK);
    pool.forgetAll();
    const before = await early;
    const after = await pool.of(NORDISK);
    expect(after).not.toBe(before);
    expect(await pool.of(NORDISK)).toBe(after);
  });
});

describe('signing out', () => {
  it('leaves nothing', async () => {
    await signedIn();
    await ask().signOut({ connectionId: NORDISK });
    expect(tokens.size).toBe(0);
  });

  it('drops a sign-in that is being renewed', async () => {
    const signInId = await signedIn();
    company.sandbox.expireTokens();
    tokens.delete(`visma:${signInId}`);
    const host = 'connect.visma.com';
    const held = company.sandbox.faults.add({ system: 'dinero', host, path: /token$/, kind: 'hold' });
    const looking = works(NORDISK);
    await held.arrived;
    await ask().signOut({ connectionId: NORDISK });
    held.release();
    await looking.catch(() => undefined);
    expect(tokens.size).toBe(0);
    expect(await company.office.database.signIns.count()).toBe(0);
  });
});

it('a saved sign-in has its refresh token in one place, also when renewed with the same one', async () => {
  const signInId = await signedIn();
  for (let times = 0; times < 2; times++) {
    company.sandbox.expireTokens();
    tokens.delete(`visma:${signInId}`);
    company.sandbox.faults.add({
      system: 'dinero',
      host: 'connect.visma.com',
      path: /token$/,
      kind: 'status',
      status: 200,
      body: { access_token: `token-${times}`, token_type: 'bearer', expires_in: 3600 },
    });
    await works(NORDISK);
    expect([...tokens.keys()]).toEqual([`visma:${signInId}`]);
  }
});
