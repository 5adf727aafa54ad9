import type { DineroApi, Organization } from '../dinero/api.ts';
import type { Account } from '../effihub/api.ts';
import { DEFAULT_API } from '../effihub/api-base.ts';
import type {
  ConnectionInfo,
  DineroFields,
  EffihubFields,
  Overview,
  SettingsInfo,
} from '../messaging/protocol.ts';
import { type Problem, ProblemError } from '../problem.ts';
import { activeConnection, getConnection } from '../store/connections.ts';
import type { Database } from '../store/database.ts';
import type { ConnectionRecord, SecretsRecord } from '../store/records.ts';
import { checkIdentity } from '../sync/identity.ts';
import type { Announce } from './announce.ts';
import type { ClientPool } from './clients.ts';
import type { Deps } from './deps.ts';
import { connectionInfo, overviewOf } from './overview.ts';

const incomplete = (field: string) =>
  new ProblemError({ system: 'kundebro', code: 'incomplete', fields: [{ field, message: '' }] });

/** Connecting: what the settings page may ask. A saved secret is used here and goes nowhere else. */
export function createConnectionService({ database, now }: Deps, clients: ClientPool, announce: Announce) {
  async function saved(db: Database): Promise<SecretsRecord | undefined> {
    const connection = await activeConnection(db);
    return connection && db.secrets.get(connection.id);
  }

  /** The fields as typed, with what is saved in place of empty secrets. */
  async function completeDinero(typed: DineroFields): Promise<DineroFields> {
    const before = await saved(await database);
    const fields = {
      clientId: typed.clientId.trim(),
      clientSecret: typed.clientSecret.trim() || before?.clientSecret || '',
      apiKey: typed.apiKey.trim() || before?.apiKey || '',
      organizationId: typed.organizationId.trim(),
    };
    for (const field of ['clientId', 'clientSecret', 'apiKey'] as const)
      if (!fields[field]) throw incomplete(field);
    return fields;
  }

  /** A saved token is never sent to another address than the one it was saved with. */
  async function completeEffihub(typed: EffihubFields): Promise<EffihubFields> {
    const before = await saved(await database);
    const baseUrl = typed.baseUrl.trim() || DEFAULT_API;
    const token = typed.token.trim() || (before?.baseUrl === baseUrl ? before.token : '');
    if (!token) throw incomplete('token');
    return { baseUrl, token };
  }

  /**
   * Looks which company the key belongs to, and that its contacts can be read.
   * @throws ProblemError `wrong-company` when it is another than was asked for
   */
  async function tryDinero(fields: DineroFields): Promise<Organization> {
    const reached = await clients.dinero(fields).organizations();
    const wanted = fields.organizationId;
    const organization = reached.find(({ id }) => !wanted || String(id) === wanted);
    if (!organization)
      throw new ProblemError({ system: 'dinero', code: 'wrong-company', linkedTo: reached[0]?.name });
    const found = { ...fields, organizationId: String(organization.id) };
    if (found.organizationId !== wanted) await clients.countCall(found);
    const api: DineroApi = clients.dinero(found);
    await api.contactsPage({ page: 0, pageSize: 1 });
    return organization;
  }

  /** The account behind a token, and its standard choices. */
  async function tryEffihub(fields: EffihubFields) {
    const api = await clients.effihub(fields);
    return { account: await api.account(), defaults: await api.customerDefaults() };
  }

  return {
    async settings(): Promise<SettingsInfo> {
      const db = await database;
      const connection = await activeConnection(db);
      const secrets = connection && (await db.secrets.get(connection.id));
      return {
        clientId: secrets?.clientId ?? '',
        organizationId: connection ? String(connection.organizationId) : '',
        baseUrl: secrets?.baseUrl ?? DEFAULT_API,
        saved: {
          clientSecret: Boolean(secrets?.clientSecret),
          apiKey: Boolean(secrets?.apiKey),
          token: Boolean(secrets?.token),
        },
      };
    },

    async testDinero(typed: DineroFields) {
      const { id, name } = await tryDinero(await completeDinero(typed));
      return { organizationId: id, organizationName: name };
    },

    async testEffihub(typed: EffihubFields) {
      const { account } = await tryEffihub(await completeEffihub(typed));
      return { accountId: account.id, accountName: account.name };
    },

    async saveConnection(input: { dinero: DineroFields; effihub: EffihubFields }): Promise<ConnectionInfo> {
      const db = await database;
      const dinero = await completeDinero(input.dinero);
      const effihub = await completeEffihub(input.effihub);
      const organization = await tryDinero(dinero);
      const { account, defaults } = await tryEffihub(effihub);
      const id = `${organization.id}:${account.id}`;
      const { clientId, clientSecret, apiKey } = dinero;
      const before = await db.connections.get(id);
      const record: ConnectionRecord = {
        ...before,
        id,
        organizationId: organization.id,
        organizationName: organization.name,
        accountId: account.id,
        accountName: account.name,
        subdomain: account.subdomain ?? '',
        lastUsedAt: now(),
        integration: integrationOf(account, organization.id),
        defaults,
      };
      await db.transaction('rw', db.connections, db.secrets, async () => {
        await db.connections.put(record);
        await db.secrets.put({ connectionId: id, clientId, clientSecret, apiKey, ...effihub });
      });
      clients.forget(id);
      await announce(db, id);
      return connectionInfo(record);
    },

    /** Asks Effihub how its own integration is set; the rest of the connection shows when the lists are read, or at once. */
    async checkConnection(input: { connectionId: string; whole?: boolean }): Promise<Overview> {
      const { connectionId, whole } = input;
      const db = await database;
      const { organizationId, accountId } = await getConnection(db, connectionId);
      let problem: Problem | undefined;
      try {
        const both = await clients.of(connectionId);
        const { effihub } = both;
        if (whole) await checkIdentity({ organizationId, accountId }, both);
        const [account, defaults] = await Promise.all([effihub.account(), effihub.customerDefaults()]);
        await db.connections.update(connectionId, {
          integration: integrationOf(account, organizationId),
          defaults,
        });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problem = error.problem;
      }
      await announce(db, connectionId, problem);
      return overviewOf(db, connectionId, problem);
    },
  };
}

/** How Effihub's own Dinero integration is set; undefined where Effihub does not say. */
function integrationOf(account: Account, organizationId: number): ConnectionRecord['integration'] {
  if (!account.dinero) return undefined;
  if (!account.dinero.enabled) return 'off';
  const other = account.dinero.organizationId;
  return other === undefined || other === organizationId ? 'on' : 'other-company';
}
