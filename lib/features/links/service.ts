import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import type { Caller } from '../../messaging/index.ts';
import { getRun, operationsOf } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { OnCard } from '../panel/messages.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunAndWait, RunScheduler, Task } from '../runs/service.ts';
import type { SyncService } from '../sync/service.ts';
import { createMoveLink } from './move.ts';
import { contactOf, customerOf, linkTask } from './tasks.ts';

interface LinkParts {
  scheduler: RunScheduler;
  runAndWait: RunAndWait;
  sync: Pick<SyncService, 'chooseCustomers'>;
  refreshStrict: Refresh;
  pages: { checkCard(caller: Caller, input: OnCard & Partial<Pair>): Promise<void> };
}

type Pair = OfConnection & { customerId: CustomerId; contactGuid: ContactGuid };
type Unlinking = OfConnection & OnCard & { customerId: CustomerId; contactGuid?: ContactGuid };

/** Changes of links outside a sync: one customer's at once, or many. */
export function createLinkService({ database }: Pick<Deps, 'database'>, parts: LinkParts) {
  const { scheduler, runAndWait, sync, refreshStrict, pages } = parts;

  /** Links one customer; what the unfinished sync had chosen for it is carried out by that. */
  async function linkOne(kind: 'relink' | 'match', { connectionId, customerId, contactGuid }: Pair) {
    const task = await linkTask(await database, connectionId, customerId, contactGuid);
    const run = await runAndWait(connectionId, kind, task);
    await sync.chooseCustomers({ connectionId, choices: [[customerId, null]] });
    return run;
  }

  return {
    moveLink: createMoveLink({ database }, parts),

    async unlink(input: Unlinking, caller: Caller): Promise<Run> {
      await pages.checkCard(caller, input);
      const { connectionId, customerId } = input;
      // The view may be old: a link that somebody else has made since stands.
      if (input.contactGuid) await refreshStrict(connectionId);
      const db = await database;
      const { name = '', contactGuid } = (await customerOf(db, connectionId, customerId)) ?? {};
      const otherName = contactGuid && (await contactOf(db, connectionId, contactGuid))?.name;
      if (input.contactGuid && contactGuid && contactGuid !== input.contactGuid)
        throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo: otherName ?? contactGuid });
      const task: Task = { kind: 'unlink', customerId, contactGuid, name, otherName };
      const run = await runAndWait(connectionId, 'unlink', task);
      // Removed by hand: the unfinished sync must not link it again as a certain match.
      await sync.chooseCustomers({ connectionId, choices: [[customerId, { action: 'skip' }]] });
      return run;
    },

    async relink(input: Pair & OnCard, caller: Caller): Promise<Run> {
      await pages.checkCard(caller, input);
      // A link that somebody else has made meanwhile stands.
      await refreshStrict(input.connectionId);
      return linkOne('relink', input);
    },

    /** Whoever calls has read both lists and checked the page. */
    match: (input: Pair): Promise<Run> => linkOne('match', input),

    async mendLinks(input: OfConnection & { links: [CustomerId, ContactGuid][] }): Promise<Run> {
      const { connectionId, links } = input;
      const db = await database;
      const tasks: Task[] = [];
      for (const [customerId, contactGuid] of links)
        tasks.push(await linkTask(db, connectionId, customerId, contactGuid));
      const run = await scheduler.start(connectionId, 'mend', tasks);
      await sync.chooseCustomers({ connectionId, choices: links.map(([customerId]) => [customerId, null]) });
      return run;
    },

    resetLinks: ({ connectionId }: OfConnection): Promise<Run> =>
      scheduler.start(connectionId, 'reset', [{ kind: 'reset', name: '' }]),

    /** Restores what the reset `runId` removed. */
    async undoReset({ connectionId, runId }: OfConnection & { runId: string }): Promise<Run> {
      const db = await database;
      if ((await getRun(db, runId)).connectionId !== connectionId)
        throw new ProblemError({ system: 'kundebro', code: 'another-page' });
      const [operation] = await operationsOf(db, runId);
      const tasks = (operation?.removed ?? []).map((link): Task => ({ kind: 'link', ...link }));
      return scheduler.start(connectionId, 'restore', tasks);
    },
  };
}

export type LinkService = ReturnType<typeof createLinkService>;
