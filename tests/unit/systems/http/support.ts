import { inspect } from 'node:util';
import { type Problem, problemOf } from '../../../../lib/domain/problem.ts';
import { createDineroApi, type DineroApi } from '../../../../lib/systems/dinero/api.ts';
import {
  createPersonalAuth,
  type StoredToken,
  type TokenStore,
} from '../../../../lib/systems/dinero/auth.ts';
import { createEffihubApi, type EffihubApi } from '../../../../lib/systems/effihub/api.ts';
import { createHttp, type Http, type HttpOptions } from '../../../../lib/systems/http/http.ts';
import type { LimiterState, LimiterStore } from '../../../../lib/systems/http/limiter.ts';
import { type Credentials, credentials, type Fault, type Sandbox } from '../../../sandbox/index.ts';

type WithoutSystem<T> = T extends Fault ? Omit<T, 'system'> : never;
/** A fault of the system under test. */
export type AnyFault = WithoutSystem<Fault>;

/** A clock that advances only by sleeping. */
export function fakeClock(start = Date.parse('2026-11-02T08:00:00Z')) {
  const clock = {
    time: start,
    slept: [] as number[],
    now: () => clock.time,
    async sleep(ms: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      clock.slept.push(ms);
      clock.time += ms;
    },
  };
  return clock;
}

/** A limiter's store in memory. */
export function limiterStore(): LimiterStore & { states: Map<string, LimiterState> } {
  const states = new Map<string, LimiterState>();
  return {
    states,
    load: async (key) => structuredClone(states.get(key)),
    save: async (key, state) => void states.set(key, structuredClone(state)),
  };
}

export function tokenStore(): TokenStore & { tokens: Map<string, StoredToken> } {
  const tokens = new Map<string, StoredToken>();
  return {
    tokens,
    load: async (key) => tokens.get(key),
    save: async (key, token) => void tokens.set(key, token),
    remove: async (keys) => {
      for (const key of keys) tokens.delete(key);
    },
    keys: async () => [...tokens.keys()],
  };
}

export type Overrides = Partial<HttpOptions> & Partial<Credentials>;

/** A transport to the sandbox that never really waits. */
export function httpTo(
  sandbox: Sandbox,
  system: 'dinero' | 'effihub',
  options: Partial<HttpOptions> = {},
): Http {
  return createHttp({ system, fetch: sandbox.fetch, sleep: fakeClock().sleep, ...options });
}

export function dineroAt(sandbox: Sandbox, options: Overrides & { tokens?: TokenStore } = {}): DineroApi {
  const mine = { ...credentials.nordisk, ...options };
  const http = httpTo(sandbox, 'dinero', options);
  const now = sandbox.world.clock.now;
  const auth = createPersonalAuth({ tokens: tokenStore(), now, ...mine, http });
  return createDineroApi({ organizationId: mine.organizationId, auth, http });
}

export function effihubAt(sandbox: Sandbox, options: Overrides & { baseUrl?: string } = {}): EffihubApi {
  const token = options.effihubToken ?? credentials.nordisk.effihubToken;
  return createEffihubApi({ baseUrl: options.baseUrl, token, http: httpTo(sandbox, 'effihub', options) });
}

const rejection = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error: unknown) => error,
  );

/** The problem that a call ends with; checks that the error contains no secret. */
export async function problem(promise: Promise<unknown>): Promise<Problem> {
  const error = await rejection(promise);
  const found = problemOf(error);
  if (!found) throw error;
  expectNoSecret(error);
  return found;
}

const SECRETS = [
  ...Object.values(credentials).flatMap((set) => [set.clientSecret, set.apiKey, set.effihubToken]),
  'sandbox-access-token',
  btoa(`${credentials.nordisk.clientId}:${credentials.nordisk.clientSecret}`),
];

/** Searches everything reachable from a value, enumerable or not, including message, stack and cause. */
export function expectNoSecret(value: unknown, secrets = SECRETS): void {
  const everything = inspect(value, {
    depth: 20,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
  for (const secret of secrets) {
    if (everything.includes(secret))
      throw new Error(`a secret is given away: ${everything.replaceAll(secret, '###')}`);
  }
}
