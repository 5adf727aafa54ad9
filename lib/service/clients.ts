import { createDineroApi, type DineroApi } from '../dinero/api.ts';
import { createPersonalAuth } from '../dinero/auth.ts';
import { createEffihubApi, type EffihubApi } from '../effihub/api.ts';
import type { DineroFields, EffihubFields } from '../messaging/protocol.ts';
import { ProblemError, type System } from '../problem.ts';
import { createHttp } from '../remote/http.ts';
import { createLimiter, type Limiter } from '../remote/limiter.ts';
import type { SecretsRecord } from '../store/records.ts';
import type { TimeFor } from '../sync/pace.ts';
import type { Deps } from './deps.ts';

/** A little under what Effihub allows, so that the user's own work there has room. */
const EFFIHUB_PER_MINUTE = 110;
const DINERO_PER_MINUTE = 100;

type OnWait = (until: number) => void;

export interface Clients {
  dinero: DineroApi;
  effihub: EffihubApi;
  timeFor: TimeFor;
}

/** Makes clients; all that talk to one organization or token share one limiter, whose state outlives the worker. */
export function createClientPool({ database, tokens, fetch, now, sleep, push }: Deps) {
  const limiters = new Map<string, Limiter>();
  const pool = new Map<string, Clients>();

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

  function dinero(fields: DineroFields, onWait?: OnWait): DineroApi {
    const { clientId, clientSecret, apiKey } = fields;
    // Requests for tokens count against no limit.
    const tokenHttp = createHttp({ system: 'dinero', fetch, sleep, now });
    const auth = createPersonalAuth({ clientId, clientSecret, apiKey, tokens, now, http: tokenHttp });
    const http = createHttp({
      system: 'dinero',
      limiter: dineroLimiter(fields),
      onWait,
      fetch,
      sleep,
      now,
    });
    return createDineroApi({ organizationId: Number(fields.organizationId), auth, http });
  }

  async function effihub({ baseUrl, token }: EffihubFields, onWait?: OnWait): Promise<EffihubApi> {
    const http = createHttp({
      system: 'effihub',
      limiter: await effihubLimiter(token),
      onWait,
      fetch,
      sleep,
      now,
    });
    return createEffihubApi({ baseUrl, token, http });
  }

  return {
    dinero,
    effihub,
    /** Counts a call that was made before it was known whose it is. */
    countCall: (fields: DineroFields): Promise<void> => dineroLimiter(fields).take(),
    /**
     * The clients of a saved connection.
     * @throws ProblemError when it has no saved secrets
     */
    async of(connectionId: string): Promise<Clients> {
      const known = pool.get(connectionId);
      if (known) return known;
      const secrets = await (await database).secrets.get(connectionId);
      if (!secrets) throw new ProblemError({ system: 'kundebro', code: 'wrong-credentials' });
      const made = await fromSecrets(secrets, connectionId);
      pool.set(connectionId, made);
      return made;
    },
    /** After the secrets have changed. */
    forget(connectionId: string): void {
      pool.delete(connectionId);
    },
  };

  async function fromSecrets(secrets: SecretsRecord, connectionId: string): Promise<Clients> {
    const [organizationId = ''] = connectionId.split(':');
    const limiters = {
      dinero: dineroLimiter({ ...secrets, organizationId }),
      effihub: await effihubLimiter(secrets.token),
    };
    const tell =
      (system: System): OnWait =>
      (until) =>
        push({ type: 'waiting', connectionId, system, until });
    return {
      dinero: dinero({ ...secrets, organizationId }, tell('dinero')),
      effihub: await effihub(secrets, tell('effihub')),
      timeFor: (system, requests) => limiters[system].timeFor(requests),
    };
  }
}

export type ClientPool = ReturnType<typeof createClientPool>;

/** A name for a token that does not tell the token. */
async function fingerprint(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token.trim()));
  return [...new Uint8Array(hash).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
