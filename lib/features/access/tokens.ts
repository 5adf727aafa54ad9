import type { Database } from '../../storage/database.ts';
import { PERSONAL_TOKEN, personalTokenKey } from '../../systems/dinero/auth.ts';
import { type SignInStore, VISMA_TOKEN, vismaTokenKey } from '../../systems/dinero/visma-auth.ts';
import type { Deps } from '../deps.ts';

const DRAFT = 'sign-in-draft:';

/** The key of a sign-in's refresh token until its company is saved. */
const draftKey = (signInId: string): string => DRAFT + signInId;

/**
 * The newest refresh token of each sign-in: in the database once its company is saved, until then in session storage, which
 * the browser clears when it closes.
 */
export function signInStore({ database, tokens }: Pick<Deps, 'database' | 'tokens'>) {
  const drafts = {
    load: async (id: string) => (await tokens.load(draftKey(id)))?.token || undefined,
    save: (id: string, refreshToken: string) =>
      tokens.save(draftKey(id), { token: refreshToken, expiresAt: Number.MAX_SAFE_INTEGER }),
    drop: (id: string) => tokens.remove([draftKey(id)]),
  };
  const store: SignInStore = {
    async load(id) {
      const refreshToken = (await (await database).signIns.get(id))?.refreshToken ?? (await drafts.load(id));
      return refreshToken ? { refreshToken } : undefined;
    },
    async save(id, { refreshToken }) {
      const { signIns } = await database;
      const saved = await signIns.get(id);
      if (saved) await signIns.update(id, { refreshToken });
      // In neither place: signed out meanwhile, so it is dropped.
      else if (await drafts.load(id)) await drafts.save(id, refreshToken);
    },
  };
  return { ...store, drafts };
}

/**
 * Deletes the tokens of removed companies, replaced keys and ended sign-ins, except those that another company uses or that
 * belong to a sign-in waiting to be saved.
 */
export async function dropStrayTokens({
  database,
  tokens,
}: Pick<Deps, 'database' | 'tokens'>): Promise<void> {
  // Listed first, so that a token saved meanwhile is not deleted.
  const kept = await tokens.keys();
  const { personal, signIns } = await usedIn(await database);
  const drafts = kept.filter((key) => key.startsWith(DRAFT)).map((key) => key.slice(DRAFT.length));
  const used = new Set([
    ...(await Promise.all(personal.map(personalTokenKey))),
    ...[...signIns, ...drafts].map(vismaTokenKey),
    ...drafts.filter((id) => !signIns.includes(id)).map(draftKey),
  ]);
  const isToken = (key: string) =>
    [PERSONAL_TOKEN, VISMA_TOKEN, DRAFT].some((beginning) => key.startsWith(beginning));
  const stray = kept.filter((key) => isToken(key) && !used.has(key));
  if (stray.length > 0) await tokens.remove(stray);
}

/** The keys and sign-ins of all companies. */
async function usedIn(db: Database) {
  return db.transaction('r', db.secrets, db.clients, db.signIns, async () => {
    const secretOf = new Map(
      (await db.clients.toArray()).map(({ kind, clientId, clientSecret }) => [
        `${kind}:${clientId}`,
        clientSecret,
      ]),
    );
    const personal = (await db.secrets.toArray()).flatMap(({ dinero }) => {
      if (dinero.kind !== 'personal') return [];
      const { kind, clientId, apiKey } = dinero;
      return { clientId, clientSecret: secretOf.get(`${kind}:${clientId}`) ?? '', apiKey };
    });
    return { personal, signIns: await db.signIns.toCollection().primaryKeys() };
  });
}
