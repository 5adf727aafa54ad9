import type { CustomerId } from '../../domain/customer.ts';
import type { ClientPool } from '../access/service.ts';
import { similarContactsOf } from '../candidates/service.ts';
import type { Deps } from '../deps.ts';
import type { PublishOverview } from '../overview/service.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunScheduler } from '../runs/service.ts';
import { createLoader } from './load.ts';
import { createMatchedLists } from './matched-lists.ts';
import { createStartRun } from './start-run.ts';
import { createWizard } from './wizard.ts';

export type { Wizard } from './wizard.ts';

interface SyncParts {
  clients: ClientPool;
  publishOverview: PublishOverview;
  refreshStrict: Refresh;
  scheduler: RunScheduler;
}

/** The four steps: lists, suggestions, choices, and the run that carries them out. */
export function createSyncService(deps: Deps, parts: SyncParts) {
  const { publishOverview, scheduler } = parts;
  const lists = createMatchedLists(deps);
  const wizard = createWizard(deps, publishOverview);
  const { startFlow } = wizard;

  return {
    ...wizard,
    ...createLoader(deps, { ...parts, wizard, lists }),
    ...createStartRun(deps, { scheduler, wizard, lists }),

    /** To be called after lists or links have changed. */
    forget: lists.forget,

    async startFlow(input: { connectionId: string; fresh: boolean }) {
      if (input.fresh) await scheduler.stopActiveRun(input.connectionId);
      return startFlow(input);
    },

    findSimilar: async (input: { connectionId: string; customers: { id: CustomerId; name: string }[] }) =>
      similarContactsOf(await deps.database, input.connectionId, input.customers),
  };
}

export type SyncService = ReturnType<typeof createSyncService>;
