import { byLabel, type OfConnection } from '../../domain/company.ts';
import { ProblemError } from '../../domain/problem.ts';
import { activeConnection, markUsed, removeConnection } from '../../storage/connections.ts';
import type { Database } from '../../storage/database.ts';
import { dropUnused } from '../access/repository.ts';
import type { ClientPool } from '../access/service.ts';
import { dropStrayTokens } from '../access/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import { companyIn } from '../overview/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import type { CompanySettings, SettingsInfo } from './messages.ts';

export { createConnectingService } from './connecting.ts';
export { createSignInService } from './sign-in.ts';

/** Connected companies: shown in the settings, renamed, paused and removed. */
export function createCompanyService(
  deps: Deps,
  clients: ClientPool,
  scheduler: RunScheduler,
  publishOverview: PublishOverview,
) {
  const { database, now, push, identity, tabs } = deps;

  async function changed(db: Database, connectionId: string): Promise<void> {
    clients.forgetAll();
    push({ type: 'companies' });
    await publishOverview(db, connectionId);
  }

  return {
    async settings(): Promise<SettingsInfo> {
      const db = await database;
      const allSignIns = await db.signIns.toArray();
      const signIns = new Set(allSignIns.map(({ id }) => id));
      const secrets = new Map((await db.secrets.toArray()).map((each) => [each.connectionId, each]));
      const records = await db.connections.orderBy('lastUsedAt').reverse().toArray();
      const users = new Map<string, number>();
      for (const { dinero } of secrets.values())
        if (dinero.kind === 'visma') users.set(dinero.signInId, (users.get(dinero.signInId) ?? 0) + 1);
      const companies = records.map((record): CompanySettings => {
        const { dinero, effihub } = secrets.get(record.id) ?? {};
        return {
          company: companyIn(record),
          dinero: dinero?.kind ?? 'personal',
          clientId: dinero?.clientId ?? '',
          baseUrl: effihub?.kind === 'api' ? effihub.baseUrl : '',
          saved: {
            key: dinero?.kind === 'visma' ? signIns.has(dinero.signInId) : dinero !== undefined,
            token: effihub?.kind === 'api',
          },
          sharesSignIn: dinero?.kind === 'visma' && (users.get(dinero.signInId) ?? 0) > 1,
        };
      });
      // Last used first, like the companies.
      const clientIds = companies.map(({ dinero: kind, clientId }) => ({
        kind,
        clientId,
        signedIn: kind === 'visma' && allSignIns.some((signIn) => signIn.clientId === clientId),
      }));
      const saved = new Set((await db.clients.toArray()).map(({ kind, clientId }) => `${kind}:${clientId}`));
      return {
        companies: companies.toSorted((a, b) => byLabel(a.company, b.company)),
        current: records[0]?.id,
        clients: clientIds.filter(({ kind, clientId }) => saved.delete(`${kind}:${clientId}`)),
        redirectUri: identity.redirectUri(),
      };
    },

    async useCompany({ connectionId }: OfConnection): Promise<void> {
      const db = await database;
      if (await markUsed(db, connectionId, now())) await publishOverview(db, connectionId);
    },

    async renameCompany({ connectionId, name }: OfConnection & { name: string }): Promise<void> {
      const db = await database;
      const plain = name.replace(/\s+/g, ' ').trim();
      await db.connections.update(connectionId, { name: plain || undefined });
      await changed(db, connectionId);
    },

    async pauseCompany({ connectionId, paused }: OfConnection & { paused: boolean }): Promise<void> {
      const db = await database;
      const run = paused ? await scheduler.activeRun(connectionId) : undefined;
      if (run?.state === 'running') await scheduler.requestState(run.id, 'paused');
      await db.connections.update(connectionId, { paused: paused || undefined });
      await changed(db, connectionId);
    },

    /** @throws ProblemError `busy` while a run is unfinished, because the outcome of sent requests must be known first */
    async removeCompany({ connectionId }: OfConnection): Promise<void> {
      const db = await database;
      if (await scheduler.activeRun(connectionId))
        throw new ProblemError({ system: 'kundebro', code: 'busy' });
      await removeConnection(db, connectionId, () => dropUnused(db));
      await dropStrayTokens(deps);
      await tabs.forgetCompany(connectionId);
      await changed(db, (await activeConnection(db))?.id ?? connectionId);
    },

    openPages: () => tabs.openPages(),
  };
}
