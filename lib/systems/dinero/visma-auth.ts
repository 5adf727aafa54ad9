import { ProblemError } from '../../domain/problem.ts';
import { singleFlight } from '../http/single-flight.ts';
import { type Auth, EARLY_MS, type StoredToken, type TokenStore } from './auth.ts';
import { createVismaTokens, type VismaOptions } from './visma.ts';

/** Where refresh tokens are kept; each sign-in's newest one is the one that works. */
export interface SignInStore {
  load(signInId: string): Promise<{ refreshToken: string } | undefined>;
  save(signInId: string, signIn: { refreshToken: string }): Promise<void>;
}

export interface VismaAuthOptions extends VismaOptions {
  signInId: string;
  store: SignInStore;
  tokens: TokenStore;
  /** Shared by all who may refresh at the same time, also by a worker that is on its way out. */
  locks: Pick<LockManager, 'request'>;
}

/** What the name of every sign-in's access token begins with. */
export const VISMA_TOKEN = 'visma:';

/** The name that a sign-in's access token is kept under. */
export const vismaTokenKey = (signInId: string): string => VISMA_TOKEN + signInId;

/** Tokens for a public integration: from a sign-in with Visma Connect, renewed for as long as it lasts. */
export function createVismaAuth(options: VismaAuthOptions): Auth {
  const { signInId, store, tokens, now = Date.now } = options;
  const visma = createVismaTokens(options);
  const key = vismaTokenKey(signInId);
  const secrets = new Set(visma.secrets);
  let held: StoredToken | undefined;

  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    options.locks.request(`sign-in:${signInId}`, work) as Promise<T>;

  async function load(): Promise<StoredToken | undefined> {
    held = await tokens.load(key);
    return held && held.expiresAt - EARLY_MS > now() ? held : undefined;
  }

  async function obtain(): Promise<string> {
    if (held && held.expiresAt - EARLY_MS > now()) return held.token;
    const known = await load();
    if (known) return known.token;
    // A refresh token must not be used twice, so whoever comes second takes what the first one got.
    return alone(async () => (await load())?.token ?? (await refresh()));
  }

  async function refresh(): Promise<string> {
    const { refreshToken = '' } = (await store.load(signInId)) ?? {};
    if (!refreshToken) throw new ProblemError({ system: 'dinero', code: 'signed-out' });
    secrets.add(refreshToken);
    const grant = await visma.refresh(refreshToken, [...secrets, ...(held ? [held.token] : [])]);
    secrets.add(grant.refreshToken);
    // First of all: an access token can be had again, but not a refresh token.
    await store.save(signInId, { refreshToken: grant.refreshToken });
    held = { token: grant.accessToken, expiresAt: grant.expiresAt };
    await tokens.save(key, held);
    return held.token;
  }

  return {
    get secrets() {
      return [...secrets];
    },
    token: singleFlight(obtain),
    async forget(token) {
      // Not while another one is being fetched, or that one could be forgotten instead.
      await alone(async () => {
        held = await tokens.load(key);
        if (!held || (token !== undefined && held.token !== token)) return;
        held = { token: '', expiresAt: 0 };
        await tokens.save(key, held);
      });
    },
  };
}
