import type { DineroKind } from '../../domain/company.ts';
import { DEFAULT_API } from '../../domain/effihub-api-base.ts';
import { accountOf } from '../../domain/effihub-page.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Database } from '../../storage/database.ts';
import type { SecretsRecord } from '../../storage/records.ts';
import type { DineroFields, EffihubFields } from '../companies/messages.ts';

/** A connection's keys, complete for a client. Never sent to a page. */
export interface Keys {
  dinero: DineroFields;
  effihub: EffihubFields;
}

export const incomplete = (field: string) =>
  new ProblemError({ system: 'kundebro', code: 'incomplete', fields: [{ field, message: '' }] });

const secretOf = async (db: Database, kind: DineroKind, clientId: string): Promise<string> =>
  (await db.clients.get([kind, clientId]))?.clientSecret ?? '';

/** @throws ProblemError when the connection has no saved keys */
export async function savedKeys(db: Database, connectionId: string): Promise<Keys> {
  const connection = await db.connections.get(connectionId);
  const secrets = await db.secrets.get(connectionId);
  if (!connection || !secrets) throw new ProblemError({ system: 'kundebro', code: 'wrong-credentials' });
  const { dinero, effihub } = secrets;
  const clientSecret = await secretOf(db, dinero.kind, dinero.clientId);
  return {
    dinero: { ...dinero, clientSecret, organizationId: String(connection.organizationId) },
    effihub: effihub.kind === 'sheet' ? { kind: 'sheet', account: connection.subdomain } : effihub,
  };
}

/**
 * The fields as typed, with saved secrets in place of empty ones.
 * @param connectionId the company whose keys these are to become; undefined for a new one
 * @throws ProblemError `incomplete`
 */
export async function completeDinero(
  db: Database,
  typed: DineroFields,
  connectionId: string | undefined,
): Promise<DineroFields> {
  const saved = connectionId === undefined ? undefined : (await db.secrets.get(connectionId))?.dinero;
  const clientId = typed.clientId.trim();
  if (!clientId) throw incomplete('clientId');
  const clientSecret = typed.clientSecret.trim() || (await secretOf(db, typed.kind, clientId));
  if (!clientSecret) throw incomplete('clientSecret');
  const shared = { clientId, clientSecret, organizationId: typed.organizationId.trim() };
  if (typed.kind === 'personal') {
    const apiKey = typed.apiKey.trim() || (saved?.kind === 'personal' ? saved.apiKey : '');
    if (!apiKey) throw incomplete('apiKey');
    return { kind: 'personal', apiKey, ...shared };
  }
  const signInId = typed.signInId || (saved?.kind === 'visma' ? saved.signInId : '');
  if (!signInId) throw incomplete('signIn');
  if (!shared.organizationId) throw incomplete('organizationId');
  return { kind: 'visma', signInId, ...shared };
}

/**
 * A saved token is sent only to the address it was saved with.
 * @throws ProblemError `incomplete`
 */
export async function completeEffihub(
  db: Database,
  typed: EffihubFields,
  connectionId: string | undefined,
): Promise<EffihubFields> {
  if (typed.kind === 'sheet') {
    const account = accountOf(typed.account);
    if (!account) throw incomplete('account');
    return { kind: 'sheet', account };
  }
  const saved = connectionId === undefined ? undefined : (await db.secrets.get(connectionId))?.effihub;
  const baseUrl = typed.baseUrl.trim() || DEFAULT_API;
  const token = typed.token.trim() || (saved?.kind === 'api' && saved.baseUrl === baseUrl ? saved.token : '');
  if (!token) throw incomplete('token');
  return { kind: 'api', baseUrl, token };
}

/**
 * Stores complete keys. Call it in a transaction over connections, secrets, clients and signIns.
 * @param refreshToken of a new sign-in
 */
export async function storeKeys(
  db: Database,
  connectionId: string,
  { dinero, effihub }: Keys,
  refreshToken: string | undefined,
): Promise<void> {
  const { kind, clientId, clientSecret } = dinero;
  const secrets: SecretsRecord = {
    connectionId,
    dinero:
      dinero.kind === 'personal'
        ? { kind: 'personal', clientId, apiKey: dinero.apiKey }
        : { kind: 'visma', clientId, signInId: dinero.signInId },
    effihub: effihub.kind === 'sheet' ? { kind: 'sheet' } : effihub,
  };
  await db.clients.put({ kind, clientId, clientSecret });
  // A sign-in that serves another company already has a newer one.
  if (dinero.kind === 'visma' && refreshToken && !(await db.signIns.get(dinero.signInId)))
    await db.signIns.put({ id: dinero.signInId, clientId, refreshToken });
  await db.secrets.put(secrets);
}

/**
 * Lets the client's other companies use a sign-in that reaches them, since their own may have ended. Call it in a
 * transaction like `storeKeys`.
 */
export async function shareSignIn(
  db: Database,
  dinero: DineroFields,
  organizationIds: readonly number[],
): Promise<void> {
  if (dinero.kind !== 'visma') return;
  const reached = await db.connections
    .filter(({ organizationId }) => organizationIds.includes(organizationId))
    .primaryKeys();
  await db.secrets
    .where('connectionId')
    .anyOf(reached)
    .modify((secrets) => {
      const { kind, clientId } = secrets.dinero;
      if (kind === 'visma' && clientId === dinero.clientId)
        secrets.dinero = { kind, clientId, signInId: dinero.signInId };
    });
}

/** Deletes clients and sign-ins that no company uses. Call it in a transaction like `storeKeys`. */
export async function dropUnused(db: Database): Promise<void> {
  const used = (await db.secrets.toArray()).map(({ dinero }) => dinero);
  const isUsed = (kind: DineroKind, clientId: string) =>
    used.some((dinero) => dinero.kind === kind && dinero.clientId === clientId);
  const signIns = new Set(used.flatMap((dinero) => (dinero.kind === 'visma' ? [dinero.signInId] : [])));
  await db.clients.filter(({ kind, clientId }) => !isUsed(kind, clientId)).delete();
  await db.signIns.filter(({ id }) => !signIns.has(id)).delete();
}
