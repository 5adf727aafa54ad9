/** The use cases that views may ask for, put together from their parts. */
import type { Handlers } from '../messaging/index.ts';
import { updateCounts } from '../store/connections.ts';
import { createClientPool } from './clients.ts';
import { createConnectionService } from './connection.ts';
import type { Deps } from './deps.ts';
import { createEngine } from './engine.ts';
import { createFlowService } from './flow.ts';
import { createLinkService } from './links.ts';
import { overviewOf } from './overview.ts';
import { createRunService } from './runs.ts';

export interface Service {
  handlers: Handlers;
  /** Goes on with what the journal says is unfinished. */
  wake(): Promise<void>;
}

export function createService(deps: Deps): Service {
  const { database, push } = deps;
  const clients = createClientPool(deps);
  const connection = createConnectionService(deps, clients);
  const flow = createFlowService(deps, clients);
  const engine = createEngine(deps, clients, flow.forget);
  const runs = createRunService(deps, engine, flow);
  const links = createLinkService(deps, engine, flow);

  return {
    wake: engine.wake,
    handlers: {
      overview: async () => overviewOf(await database),
      ignored: async ({ connectionId }) => {
        const records = await (await database).ignored.where({ connectionId }).toArray();
        return records.map(({ contactGuid, name, ignoredAt }) => ({ contactGuid, name, ignoredAt }));
      },
      unignore: async ({ connectionId, contactGuid }) => {
        const db = await database;
        await db.ignored.delete([connectionId, contactGuid]);
        flow.forget(connectionId);
        await updateCounts(db, connectionId);
        push({ type: 'overview', overview: await overviewOf(db) });
      },
      settings: connection.settings,
      testDinero: connection.testDinero,
      testEffihub: connection.testEffihub,
      saveConnection: connection.saveConnection,
      checkConnection: connection.checkConnection,
      startFlow: async (input) => {
        if (input.fresh) await engine.stop(input.connectionId);
        return flow.startFlow(input);
      },
      loadFlow: flow.loadFlow,
      flowPart: flow.flowPart,
      goToStep: flow.goToStep,
      chooseCustomers: flow.chooseCustomers,
      chooseContacts: flow.chooseContacts,
      setImportDefaults: flow.setImportDefaults,
      findSimilar: flow.findSimilar,
      finishFlow: flow.finishFlow,
      startRun: runs.startRun,
      pauseRun: runs.pauseRun,
      resumeRun: runs.resumeRun,
      stopRun: runs.stopRun,
      retryFailed: runs.retryFailed,
      runResult: runs.runResult,
      unlink: links.unlink,
      relink: links.relink,
      resetLinks: links.resetLinks,
      undoReset: links.undoReset,
    },
  };
}
