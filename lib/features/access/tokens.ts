import type { Database } from '../../storage/database.ts';
import { PERSONAL_TOKEN, personalTokenKey } from '../../systems/dinero/auth.ts';
import { type SignInStore, VISMA_TOKEN, vismaTokenKey } from '../../systems/dinero/visma-auth.ts';
import type { Deps } from '../deps.ts';

const DRAFT = 'sign-in-draft:';

/** The name that a sign-in's refresh token is kept under until its company is saved. */
export const draftKey = (signInId: string): string => DRAFT + signInId;

/**
 * The newest refresh token of each sign-in: in the database once its company is saved, until then in what the browser
 * forgets when it is closed.
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
      // Neither: signed out meanwhile, and nothing of it is to be kept.
      else if (await drafts.load(id)) await drafts.save(id, refreshToken);
    },
  };
  return { ...store, drafts };
}

/**
 * Takes away the tokens of companies that have been removed, of keys that have been replaced and of sign-ins that are over.
 * What another company uses stays, and so does a sign-in that waits to be saved.
 */
export async function dropStrayTokens({
  database,
  tokens,
}: Pick<Deps, 'database' | 'tokens'>): Promise<void> {
  // Before anything else: what is saved meanwhile loses nothing.
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

/** The keys and the sign-ins of all companies. */
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
