/** Signing in with Visma Connect, from the consent page to the last refresh token. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { SignInWindow } from '../../../lib/browser/sign-in-window.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { StoredToken } from '../../../lib/systems/dinero/auth.ts';
import { company, problem, sandboxAround } from '../../helpers/company.ts';
import { type Office, type OfficeParts, openOffice } from '../../helpers/office.ts';
import { FJORD, NORDISK, twoWorlds, typedFor } from '../../helpers/two-companies.ts';
import { answerConsent } from '../../sandbox/callers.ts';
import { credentials, vismaClientId, vismaClientSecret } from '../../sandbox/index.ts';

sandboxAround();

const CLIENT = { clientId: vismaClientId, clientSecret: vismaClientSecret };
const { nordisk, fjord } = credentials;
let tokens: Map<string, StoredToken>;

/** The browser's window, with a user in it who answers at once; undefined: who closes it. */
const userWho = (choice: Parameters<typeof answerConsent>[2] | undefined): SignInWindow => ({
  redirectUri: () => `https://${'abcdefgh'.repeat(4)}.chromiumapp.org/`,
  async open(url) {
    if (!choice) throw new ProblemError({ system: 'dinero', code: 'declined' });
    return (await answerConsent(company.sandbox, url, choice)).location;
  },
});

function office(name?: string, parts: OfficeParts = {}): Office {
  return openOffice(company.sandbox, name, { tokens, identity: userWho({}), ...parts });
}

beforeEach(() => {
  company.sandbox.reset({ world: twoWorlds(), limits: false });
  tokens = new Map();
  company.office = office();
});

const ask = () => company.office.ask;
const database = () => company.office.database;
const tokenRequests = () => company.sandbox.count({ host: 'connect.visma.com', path: '/connect/token' });
const newest = () => company.sandbox.world.vismaSignIns.at(-1)?.refreshTokens.at(-1);
const stored = async () => (await database().signIns.toArray()).map(({ refreshToken }) => refreshToken);

const connect = (signInId: string, who = nordisk, connectionId?: string, clientSecret = '') =>
  ask().saveConnection({
    ...typedFor(who),
    connectionId,
    dinero: {
      kind: 'visma',
      clientId: vismaClientId,
      clientSecret,
      signInId,
      organizationId: String(who.organizationId),
    },
  });

async function signedIn(): Promise<string> {
  const { signInId } = await ask().signIn(CLIENT);
  await connect(signInId, nordisk, undefined, vismaClientSecret);
  return signInId;
}

const works = async (connectionId: string) =>
  (await ask().checkConnection({ connectionId, whole: true })).problem;

describe('signing in', () => {
  it('tells which organizations were granted, and stores nothing before a company is saved', async () => {
    const { organizations } = await ask().signIn(CLIENT);
    expect(organizations).toEqual([
      { id: 637871, name: 'Nordisk Tekst ApS' },
      { id: 551307, name: 'Fjord Regnskab ApS' },
    ]);
    for (const table of database().tables)
      if (table.name !== 'limiters') expect(await table.toArray(), table.name).toEqual([]);
  });

  it('tells only what was granted', async () => {
    company.office = office(undefined, { identity: userWho({ organizations: [fjord.organizationId] }) });
    expect((await ask().signIn(CLIENT)).organizations).toEqual([{ id: 551307, name: 'Fjord Regnskab ApS' }]);
  });

  it.each([
    ['says no', { answer: 'no' as const }],
    ['closes the window', undefined],
  ])('a user who %s has declined, and nothing is kept', async (_, choice) => {
    company.office = office(undefined, { identity: userWho(choice) });
    expect(await problem(ask().signIn(CLIENT))).toEqual({ system: 'dinero', code: 'declined' });
    expect(tokens.size).toBe(0);
    expect(tokenRequests()).toBe(0);
  });

  it('with a wrong client secret says so, and nothing is kept', async () => {
    const refused = await problem(ask().signIn({ ...CLIENT, clientSecret: 'forkert' }));
    expect(refused).toMatchObject({ code: 'wrong-credentials', fields: [{ field: 'vismaClient' }] });
    expect(tokens.size).toBe(0);
  });

  it('lasts while nothing is saved, also past the life of the first token', async () => {
    const { signInId } = await ask().signIn(CLIENT);
    tokens.set(`visma:${signInId}`, { token: '', expiresAt: 0 });
    company.sandbox.expireTokens();
    const dinero = { kind: 'visma', ...CLIENT, signInId, organizationId: '637871' } as const;
    expect(await ask().testDinero({ dinero })).toMatchObject({ organizationName: 'Nordisk Tekst ApS' });
    expect(await database().signIns.count()).toBe(0);
    await connect(signInId, nordisk, undefined, vismaClientSecret);
    // The newest one, not the one that it began with.
    expect(await stored()).toEqual([newest()]);
  });

  it('is saved with the company, and its secret serves the next sign-in', async () => {
    await signedIn();
    expect(await stored()).toEqual([newest()]);
    expect(await ask().signIn({ clientId: vismaClientId, clientSecret: '' })).toMatchObject({
      organizations: [{ id: 637871 }, { id: 551307 }],
    });
  });
});

describe('a saved sign-in', () => {
  it('is renewed again and again, and the newest refresh token is the one that is kept', async () => {
    const signInId = await signedIn();
    for (let times = 0; times < 3; times++) {
      company.sandbox.expireTokens();
      tokens.set(`visma:${signInId}`, { token: '', expiresAt: 0 });
      expect(await works(NORDISK)).toBeUndefined();
      expect(await stored()).toEqual([newest()]);
    }
  });

  it('serves a second organization as another company, also after it was renewed', async () => {
    const signInId = await signedIn();
    for (let times = 0; times < 3; times++) {
      company.sandbox.expireTokens();
      expect(await works(NORDISK)).toBeUndefined();
    }
    await connect(signInId, fjord);
    expect(await stored()).toEqual([newest()]);
    company.sandbox.expireTokens();
    for (const id of [NORDISK, FJORD]) expect(await works(id)).toBeUndefined();
    expect(company.sandbox.world.vismaSignIns).toHaveLength(1);
    await ask().removeCompany({ connectionId: NORDISK });
    expect(await stored()).toEqual([newest()]);
    expect(await works(FJORD)).toBeUndefined();
    await ask().removeCompany({ connectionId: FJORD });
    expect([await stored(), await database().clients.count()]).toEqual([[], 0]);
  });

  it('tells while several companies share it, since signing out is for all of them', async () => {
    const shared = async () => (await ask().settings(undefined)).companies.map((each) => each.sharesSignIn);
    const signInId = await signedIn();
    expect(await shared()).toEqual([false]);
    await connect(signInId, fjord);
    expect(await shared()).toEqual([true, true]);
    await ask().removeCompany({ connectionId: FJORD });
    expect(await shared()).toEqual([false]);
  });

  it('that is revoked is told, and signing in again mends it', async () => {
    await signedIn();
    for (const each of company.sandbox.world.vismaSignIns) each.isRevoked = true;
    company.sandbox.expireTokens();
    expect(await works(NORDISK)).toMatchObject({ system: 'dinero', code: 'signed-out' });
    const { signInId } = await ask().signIn({ clientId: vismaClientId, clientSecret: '' });
    await connect(signInId, nordisk, NORDISK);
    expect(await works(NORDISK)).toBeUndefined();
    // The one before is of no use any more.
    expect(await stored()).toEqual([newest()]);
  });

  it('that is saved serves another company without signing in again', async () => {
    const signInId = await signedIn();
    expect((await ask().settings(undefined)).clients).toEqual([
      { kind: 'visma', clientId: vismaClientId, signedIn: true },
    ]);
    const saved = await ask().savedSignIn({ clientId: vismaClientId });
    expect(saved.signInId).toBe(signInId);
    expect(saved.organizations.map(({ id }) => id)).toEqual([nordisk.organizationId, fjord.organizationId]);
    expect(company.sandbox.world.vismaSignIns).toHaveLength(1);
    await ask().signOut({ connectionId: NORDISK });
    expect(await problem(ask().savedSignIn({ clientId: vismaClientId }))).toMatchObject({
      code: 'signed-out',
    });
  });

  it('done again for one company mends the others that it reaches', async () => {
    await connect(await signedIn(), fjord);
    for (const each of company.sandbox.world.vismaSignIns) each.isRevoked = true;
    company.sandbox.expireTokens();
    expect(await works(FJORD)).toMatchObject({ code: 'signed-out' });
    const { signInId } = await ask().signIn({ clientId: vismaClientId, clientSecret: '' });
    await connect(signInId, nordisk, NORDISK);
    for (const id of [NORDISK, FJORD]) expect(await works(id)).toBeUndefined();
    expect(await stored()).toEqual([newest()]);
  });

  it('is forgotten by signing out, and nothing can be read until the next one', async () => {
    await signedIn();
    await ask().signOut({ connectionId: NORDISK });
    expect(await stored()).toEqual([]);
    expect(JSON.stringify([...tokens.values()])).not.toContain('sandbox-');
    company.sandbox.requests.length = 0;
    expect(await works(NORDISK)).toMatchObject({ code: 'signed-out' });
    expect(company.sandbox.count({ system: 'dinero' })).toBe(0);
    expect((await ask().settings(undefined)).companies[0]?.saved.key).toBe(false);
  });

  it('is renewed once by an old and a new worker at the same time', async () => {
    company.office = office('twins');
    const signInId = await signedIn();
    const other = office('twins');
    company.sandbox.expireTokens();
    tokens.set(`visma:${signInId}`, { token: '', expiresAt: 0 });
    const before = tokenRequests();
    const held = company.sandbox.faults.add({
      system: 'dinero',
      host: 'connect.visma.com',
      path: /token$/,
      kind: 'hold',
    });
    const both = Promise.all(
      [company.office, other].map((each) => each.ask.checkConnection({ connectionId: NORDISK, whole: true })),
    );
    await held.arrived;
    held.release();
    expect((await both).map((overview) => overview.problem)).toEqual([undefined, undefined]);
    expect(tokenRequests()).toBe(before + 1);
    expect(await stored()).toEqual([newest()]);
  });
});
