import type { Pair } from '../../domain/computed-ids.ts';
import { ProblemError, type System } from '../../domain/problem.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import { getConnection } from '../../storage/connections.ts';
import { createDineroApi, type DineroApi } from '../../systems/dinero/api.ts';
import { type Auth, createPersonalAuth, type TokenStore } from '../../systems/dinero/auth.ts';
import { createVismaAuth } from '../../systems/dinero/visma-auth.ts';
import { createEffihubApi, type EffihubApi } from '../../systems/effihub/api.ts';
import { createHttp } from '../../systems/http/http.ts';
import { createLimiter, type Limiter } from '../../systems/http/limiter.ts';
import { createSheetApi } from '../../systems/spreadsheets/api.ts';
import type { DineroFields, EffihubFields } from '../companies/messages.ts';
import type { Deps } from '../deps.ts';
import { sheetRowsOf } from '../sheets/repository.ts';
import { savedKeys } from './repository.ts';
import { dropStrayTokens, signInStore } from './tokens.ts';

export { dropStrayTokens, signInStore } from './tokens.ts';

/** A little below Effihub's limit, so that the user's own work there has room. */
const EFFIHUB_PER_MINUTE = 110;
const DINERO_PER_MINUTE = 100;

type OnWait = (until: number) => void;
type ApiFields = Extract<EffihubFields, { kind: 'api' }>;

/** The least time that this many requests to a system take, in ms; see `Limiter`. */
export type TimeFor = (system: System, requests: number) => Promise<number>;

export interface Clients {
  dinero: DineroApi;
  effihub: EffihubApi;
  timeFor: TimeFor;
}

/** Creates clients. All of one organization or token share one limiter, whose state outlives the worker. */
export function createClientPool(deps: Deps) {
  const { database, tokens, fetch, hasAccess, now, sleep, push, locks } = deps;
  const signIns = signInStore(deps);
  const limiters = new Map<string, Limiter>();
  let pool = new Map<string, Clients>();
  /** A token that arrives after its company was removed or got other keys is dropped. */
  const savedTokens: TokenStore = {
    ...tokens,
    async save(key, token) {
      await tokens.save(key, token);
      // If it fails now, the next save repeats it.
      await dropStrayTokens(deps).catch(() => undefined);
    },
  };

  function limiterOf(key: string, limit: number): Limiter {
    const known = limiters.get(key);
    if (known) return known;
    const store = {
      load: async (name: string) => (await database).limiters.get(name),
      save: async (
        name: string,
        state: Parameters<Parameters<typeof createLimiter>[0]['store']['save']>[1],
      ) => {
        await (await database).limiters.put({ ...state, key: name });
      },
    };
    const made = createLimiter({ key, limit, store, now, sleep });
    limiters.set(key, made);
    return made;
  }

  const dineroLimiter = ({ organizationId, clientId }: Pick<DineroFields, 'organizationId' | 'clientId'>) =>
    limiterOf(`dinero:${organizationId}:${clientId}`, DINERO_PER_MINUTE);
  const effihubLimiter = async (token: string) =>
    limiterOf(`effihub:${await fingerprint(token)}`, EFFIHUB_PER_MINUTE);

  function authOf(fields: DineroFields, store: TokenStore): Auth {
    const { clientId, clientSecret } = fields;
    if (fields.kind === 'visma') {
      const { signInId } = fields;
      const http = createHttp({ system: 'dinero', fetch, hasAccess });
      const stores = { store: signIns, tokens: savedTokens };
      return createVismaAuth({ clientId, clientSecret, signInId, ...stores, locks, http, now });
    }
    // Token requests count against no limit.
    const tokenHttp = createHttp({ system: 'dinero', fetch, hasAccess, sleep, now });
    return createPersonalAuth({
      clientId,
      clientSecret,
      apiKey: fields.apiKey,
      tokens: store,
      now,
      http: tokenHttp,
    });
  }

  function dinero(fields: DineroFields, onWait?: OnWait, store = tokens): DineroApi {
    const http = createHttp({
      system: 'dinero',
      limiter: dineroLimiter(fields),
      onWait,
      fetch,
      hasAccess,
      sleep,
      now,
    });
    const auth = authOf(fields, store);
    return createDineroApi({ organizationId: Number(fields.organizationId), auth, http });
  }

  async function effihub({ baseUrl, token }: ApiFields, onWait?: OnWait): Promise<EffihubApi> {
    const http = createHttp({
      system: 'effihub',
      limiter: await effihubLimiter(token),
      onWait,
      fetch,
      hasAccess,
      sleep,
      now,
    });
    return createEffihubApi({ baseUrl, token, http });
  }

  async function make(connectionId: string): Promise<Clients> {
    const db = await database;
    const keys = await savedKeys(db, connectionId);
    const tell =
      (system: System): OnWait =>
      (until) =>
        push({ type: 'waiting', connectionId, system, until });
    const limiters = {
      dinero: dineroLimiter(keys.dinero),
      effihub: keys.effihub.kind === 'api' ? await effihubLimiter(keys.effihub.token) : undefined,
    };
    return {
      dinero: dinero(keys.dinero, tell('dinero'), savedTokens),
      effihub:
        keys.effihub.kind === 'api'
          ? await effihub(keys.effihub, tell('effihub'))
          : createSheetApi({ account: keys.effihub.account, rows: sheetRowsOf(db, connectionId, now), now }),
      timeFor: async (system, requests) => (await limiters[system]?.timeFor(requests)) ?? 0,
    };
  }

  return {
    /** For keys being typed in; the token is kept for when they are saved. */
    dinero: (fields: DineroFields): DineroApi => dinero(fields),
    effihub: (fields: ApiFields): Promise<EffihubApi> => effihub(fields),
    /** Counts a call that was made before its organization was known. */
    countCall: (fields: DineroFields): Promise<void> => dineroLimiter(fields).take(),
    /**
     * The clients of a saved connection.
     * @throws ProblemError when it has no saved keys, or is paused
     */
    async of(connectionId: string): Promise<Clients> {
      // Clients made of keys that change meanwhile go into an abandoned pool.
      const current = pool;
      if ((await getConnection(await database, connectionId)).paused)
        throw new ProblemError({ system: 'kundebro', code: 'paused' });
      const known = current.get(connectionId) ?? (await make(connectionId));
      current.set(connectionId, known);
      return known;
    },
    /** After keys have changed: several companies may share them. */
    forgetAll(): void {
      pool = new Map();
    },
  };
}

export type ClientPool = ReturnType<typeof createClientPool>;

/** Identifies a token without revealing it. */
const fingerprint = async (token: string): Promise<string> => (await sha256Hex(token.trim())).slice(0, 24);

/**
 * Checks whose key and token these are, before the first write of a run.
 * @throws ProblemError `wrong-company` when they belong to another company or account than the connection
 */
export async function checkIdentity(
  pair: Pair,
  { dinero, effihub }: { dinero: DineroApi; effihub: EffihubApi },
): Promise<void> {
  const [organizations, account] = await Promise.all([dinero.organizations(), effihub.account()]);
  if (!organizations.some(({ id }) => id === pair.organizationId))
    throw new ProblemError({ system: 'dinero', code: 'wrong-company', linkedTo: organizations[0]?.name });
  if (account.id !== pair.accountId)
    throw new ProblemError({ system: 'effihub', code: 'wrong-company', linkedTo: account.name });
}
