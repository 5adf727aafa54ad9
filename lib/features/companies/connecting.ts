import { type Company, companyLabel, pairLabel } from '../../domain/company.ts';
import { type Problem, ProblemError } from '../../domain/problem.ts';
import { getConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import type { ConnectionRecord } from '../../storage/records.ts';
import type { Organization } from '../../systems/dinero/api.ts';
import type { Account } from '../../systems/effihub/api.ts';
import { SHEET_DEFAULTS, sheetAccount } from '../../systems/spreadsheets/api.ts';
import { completeDinero, completeEffihub, dropUnused, shareSignIn, storeKeys } from '../access/repository.ts';
import type { ClientPool } from '../access/service.ts';
import { checkIdentity, dropStrayTokens, signInStore } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { Overview } from '../overview/messages.ts';
import type { PublishOverview } from '../overview/service.ts';
import { companyIn, overviewOf } from '../overview/service.ts';
import type { DineroFields, EffihubFields } from './messages.ts';

interface ConnectionInput {
  /** The company to change; undefined adds one. */
  connectionId?: string;
  dinero: DineroFields;
  effihub: EffihubFields;
}

/** Tests and saves connections. Saved secrets are used here and never returned. */
export function createConnectingService(deps: Deps, clients: ClientPool, publishOverview: PublishOverview) {
  const { database, now, push } = deps;
  const { drafts } = signInStore(deps);

  /**
   * Looks which company the keys belong to, and that its contacts can be read.
   * @throws ProblemError `wrong-company` when it is another than was asked for
   */
  async function tryDinero(
    fields: DineroFields,
  ): Promise<{ organization: Organization; reached: Organization[] }> {
    const reached = await clients.dinero(fields).organizations();
    const wanted = fields.organizationId;
    const organization = reached.find(({ id }) => !wanted || String(id) === wanted);
    if (!organization)
      throw new ProblemError({ system: 'dinero', code: 'wrong-company', linkedTo: reached[0]?.name });
    const found = { ...fields, organizationId: String(organization.id) };
    if (found.organizationId !== wanted) await clients.countCall(found);
    await clients.dinero(found).contactsPage({ page: 0, pageSize: 1 });
    return { organization, reached };
  }

  /** The account and its defaults for new customers. */
  async function tryEffihub(fields: EffihubFields) {
    // No API to ask.
    if (fields.kind === 'sheet') return { account: sheetAccount(fields.account), defaults: SHEET_DEFAULTS };
    const api = await clients.effihub(fields);
    return { account: await api.account(), defaults: await api.customerDefaults() };
  }

  async function save(typed: ConnectionInput): Promise<Company> {
    const db = await database;
    const { connectionId } = typed;
    const dinero = await completeDinero(db, typed.dinero, connectionId);
    const effihub = await completeEffihub(db, typed.effihub, connectionId);
    const { organization, reached } = await tryDinero(dinero);
    const { account, defaults } = await tryEffihub(effihub);
    const company: Company = {
      id: `${organization.id}:${account.id}`,
      organizationId: organization.id,
      organizationName: organization.name,
      accountId: account.id,
      accountName: account.name,
      subdomain: account.subdomain ?? '',
      source: effihub.kind,
    };
    checkSame(connectionId, company);
    const refreshToken = dinero.kind === 'visma' ? await drafts.load(dinero.signInId) : undefined;
    const record = await db.transaction(
      'rw',
      [db.connections, db.secrets, db.clients, db.signIns],
      async () => {
        await checkFree(db, company);
        const saved: ConnectionRecord = {
          ...(await db.connections.get(company.id)),
          ...company,
          lastUsedAt: now(),
          integration: integrationOf(account, organization.id),
          defaults,
          checkProblem: undefined,
        };
        await db.connections.put(saved);
        await storeKeys(db, company.id, { dinero, effihub }, refreshToken);
        await shareSignIn(
          db,
          dinero,
          reached.map(({ id }) => id),
        );
        await dropUnused(db);
        return saved;
      },
    );
    if (refreshToken && dinero.kind === 'visma') await drafts.drop(dinero.signInId);
    clients.forgetAll();
    push({ type: 'companies' });
    await publishOverview(db, company.id);
    return companyIn(record);
  }

  return {
    async testDinero(typed: Pick<ConnectionInput, 'connectionId' | 'dinero'>) {
      const { organization } = await tryDinero(
        await completeDinero(await database, typed.dinero, typed.connectionId),
      );
      return { organizationId: organization.id, organizationName: organization.name };
    },

    async testEffihub(typed: Pick<ConnectionInput, 'connectionId' | 'effihub'>) {
      const { account } = await tryEffihub(
        await completeEffihub(await database, typed.effihub, typed.connectionId),
      );
      return { accountId: account.id, accountName: account.name };
    },

    async saveConnection(typed: ConnectionInput): Promise<Company> {
      // Also after wrong keys.
      return save(typed).finally(() => dropStrayTokens(deps).catch(() => undefined));
    },

    /**
     * Asks Effihub for the state of its own Dinero integration.
     * @param input.whole also checks both systems' keys now, instead of at the next reading
     */
    async checkConnection(input: { connectionId: string; whole?: boolean }): Promise<Overview> {
      const { connectionId, whole } = input;
      const db = await database;
      const { organizationId, accountId, paused } = await getConnection(db, connectionId);
      if (paused) return overviewOf(db, connectionId);
      let problem: Problem | undefined;
      try {
        const both = await clients.of(connectionId);
        const { effihub } = both;
        // A sign-in can end at any time, and only Dinero knows.
        const isSignIn = (await db.secrets.get(connectionId))?.dinero.kind === 'visma';
        const isWhole = whole || isSignIn;
        if (isWhole) await checkIdentity({ organizationId, accountId }, both);
        const [account, defaults] = await Promise.all([effihub.account(), effihub.customerDefaults()]);
        await db.connections.update(connectionId, {
          integration: integrationOf(account, organizationId),
          defaults,
          ...(isWhole && { checkProblem: undefined }),
        });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        problem = error.problem;
      }
      await publishOverview(db, connectionId, problem);
      return overviewOf(db, connectionId, problem);
    },
  };
}

/**
 * Keeps the keys of one company from being saved for another.
 * @throws ProblemError `another-connection`
 */
function checkSame(connectionId: string | undefined, company: Company): void {
  if (connectionId === undefined || connectionId === company.id) return;
  throw new ProblemError({
    system: 'kundebro',
    code: 'another-connection',
    linkedTo: pairLabel(company),
  });
}

/**
 * An Effihub account can belong to one company only, because each customer has one link.
 * @throws ProblemError `account-taken`
 */
async function checkFree(db: Database, { id, accountId, subdomain }: Company): Promise<void> {
  const others = (await db.connections.toArray()).filter((other) => other.id !== id);
  const owner = others.find(
    (other) =>
      other.accountId === accountId ||
      (subdomain !== '' && other.subdomain.toLowerCase() === subdomain.toLowerCase()),
  );
  if (owner)
    throw new ProblemError({
      system: 'kundebro',
      code: 'account-taken',
      linkedTo: companyLabel(owner),
    });
}

/** The state of Effihub's own Dinero integration; undefined when Effihub does not tell. */
function integrationOf(account: Account, organizationId: number): ConnectionRecord['integration'] {
  if (!account.dinero) return undefined;
  if (!account.dinero.enabled) return 'off';
  const other = account.dinero.organizationId;
  return other === undefined || other === organizationId ? 'on' : 'other-company';
}
