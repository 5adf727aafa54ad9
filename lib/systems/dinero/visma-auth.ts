import { ProblemError } from '../../domain/problem.ts';
import { singleFlight } from '../http/single-flight.ts';
import { type Auth, EARLY_MS, type StoredToken, type TokenStore } from './auth.ts';
import { createVismaTokens, type VismaOptions } from './visma.ts';

/** Keeps each sign-in's newest refresh token; only that one is valid. */
export interface SignInStore {
  load(signInId: string): Promise<{ refreshToken: string } | undefined>;
  save(signInId: string, signIn: { refreshToken: string }): Promise<void>;
}

export interface VismaAuthOptions extends VismaOptions {
  signInId: string;
  store: SignInStore;
  tokens: TokenStore;
  /** Shared by everyone who may refresh at the same time, also by a worker that is being replaced. */
  locks: Pick<LockManager, 'request'>;
}

/** Prefix of the storage keys of sign-ins' tokens. */
export const VISMA_TOKEN = 'visma:';

/** Storage key of a sign-in's access token. */
export const vismaTokenKey = (signInId: string): string => VISMA_TOKEN + signInId;

/** Tokens for a public integration: from a Visma Connect sign-in, refreshed for as long as it lasts. */
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
    // A refresh token must not be used twice, so a second caller takes the first one's result.
    return alone(async () => (await load())?.token ?? (await refresh()));
  }

  async function refresh(): Promise<string> {
    const { refreshToken = '' } = (await store.load(signInId)) ?? {};
    if (!refreshToken) throw new ProblemError({ system: 'dinero', code: 'signed-out' });
    secrets.add(refreshToken);
    const grant = await visma.refresh(refreshToken, [...secrets, ...(held ? [held.token] : [])]);
    secrets.add(grant.refreshToken);
    // Saved first: an access token can be requested again, a refresh token cannot.
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
      // Not during a refresh, or the new token could be discarded instead.
      await alone(async () => {
        held = await tokens.load(key);
        if (!held || (token !== undefined && held.token !== token)) return;
        held = { token: '', expiresAt: 0 };
        await tokens.save(key, held);
      });
    },
  };
}
