import { ProblemError } from '../../domain/problem.ts';
import { vismaTokenKey } from '../../systems/dinero/visma-auth.ts';
import { beginSignIn, finishSignIn } from '../../systems/dinero/visma-sign-in.ts';
import { createHttp } from '../../systems/http/http.ts';
import { incomplete } from '../access/repository.ts';
import { type ClientPool, dropStrayTokens, signInStore } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { GrantedOrganization } from './messages.ts';

/** Signs in and out with Visma Connect. */
export function createSignInService(deps: Deps, clients: ClientPool) {
  const { database, tokens, fetch, hasAccess, now, newId, identity, stayAwake, push } = deps;
  const { drafts } = signInStore(deps);

  async function granted(signInId: string, client: { clientId: string; clientSecret: string }) {
    const keys = { kind: 'visma', ...client, signInId, organizationId: '' } as const;
    const organizations = await clients.dinero(keys).organizations();
    return {
      signInId,
      organizations: organizations.map(({ id, name }): GrantedOrganization => ({ id, name })),
    };
  }

  return {
    async signIn(input: { clientId: string; clientSecret: string }) {
      const db = await database;
      const clientId = input.clientId.trim();
      if (!clientId) throw incomplete('clientId');
      const saved = (await db.clients.get(['visma', clientId]))?.clientSecret;
      const clientSecret = input.clientSecret.trim() || saved;
      if (!clientSecret) throw incomplete('clientSecret');
      const redirectUri = identity.redirectUri();
      const begun = await beginSignIn({ clientId, redirectUri });
      const answerUrl = await stayAwake(identity.open(begun.url));
      const { accessToken, expiresAt, refreshToken } = await finishSignIn({
        clientId,
        clientSecret,
        redirectUri,
        begun,
        answerUrl,
        http: createHttp({ system: 'dinero', fetch, hasAccess }),
        now,
      });
      const signInId = newId();
      await drafts.save(signInId, refreshToken);
      await tokens.save(vismaTokenKey(signInId), { token: accessToken, expiresAt });
      return granted(signInId, { clientId, clientSecret });
    },

    /** @throws ProblemError `signed-out` when nobody is signed in with the client */
    async savedSignIn(input: { clientId: string }) {
      const db = await database;
      const clientId = input.clientId.trim();
      const saved = (await db.signIns.toArray()).find((signIn) => signIn.clientId === clientId);
      const client = await db.clients.get(['visma', clientId]);
      if (!saved || !client) throw new ProblemError({ system: 'dinero', code: 'signed-out' });
      return granted(saved.id, client);
    },

    async signOut({ connectionId }: { connectionId: string }): Promise<void> {
      const db = await database;
      const dinero = (await db.secrets.get(connectionId))?.dinero;
      if (dinero?.kind !== 'visma') return;
      await db.signIns.delete(dinero.signInId);
      await drafts.drop(dinero.signInId);
      await dropStrayTokens(deps);
      clients.forgetAll();
      push({ type: 'companies' });
    },
  };
}
