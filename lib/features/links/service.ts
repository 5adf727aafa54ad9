import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import { getRun, operationsOf } from '../../storage/journal.ts';
import type { Deps } from '../deps.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunAndWait, RunScheduler, Task } from '../runs/service.ts';
import type { SyncService } from '../sync/service.ts';

/** Changes of links that the user makes outside a sync: one customer's at once, or many. */
export function createLinkService(
  { database }: Deps,
  scheduler: RunScheduler,
  { single, flow, refreshStrict }: { single: RunAndWait; flow: SyncService; refreshStrict: Refresh },
) {
  async function nameOf(connectionId: string, customerId: CustomerId): Promise<string> {
    return (await (await database).customers.get([connectionId, customerId]))?.name ?? '';
  }

  async function contactName(connectionId: string, contactGuid: ContactGuid): Promise<string | undefined> {
    return (await (await database).contacts.get([connectionId, contactGuid]))?.name;
  }

  async function linkTask(
    connectionId: string,
    customerId: CustomerId,
    contactGuid: ContactGuid,
  ): Promise<Task> {
    const name = await nameOf(connectionId, customerId);
    return {
      kind: 'link',
      customerId,
      contactGuid,
      name,
      otherName: await contactName(connectionId, contactGuid),
    };
  }

  /** One customer gets a link, and whatever the unfinished flow had chosen for it is carried out thereby. */
  async function linkOne(
    kind: 'relink' | 'match',
    {
      connectionId,
      customerId,
      contactGuid,
    }: OfConnection & { customerId: CustomerId; contactGuid: ContactGuid },
  ): Promise<Run> {
    const run = await single(connectionId, kind, await linkTask(connectionId, customerId, contactGuid));
    await flow.chooseCustomers({ connectionId, choices: [[customerId, null]] });
    return run;
  }

  return {
    async unlink(input: OfConnection & { customerId: CustomerId; contactGuid?: ContactGuid }): Promise<Run> {
      const { connectionId, customerId } = input;
      // Seen a while ago: somebody may have linked it otherwise since, and that stands.
      if (input.contactGuid) await refreshStrict(connectionId);
      const name = await nameOf(connectionId, customerId);
      const { contactGuid } = (await (await database).customers.get([connectionId, customerId])) ?? {};
      const otherName = contactGuid && (await contactName(connectionId, contactGuid));
      if (input.contactGuid && contactGuid && contactGuid !== input.contactGuid)
        throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo: otherName ?? contactGuid });
      const task: Task = { kind: 'unlink', customerId, contactGuid, name, otherName };
      const run = await single(connectionId, 'unlink', task);
      // Taken off by hand: the unfinished flow must not put it back on as a certain match.
      await flow.chooseCustomers({ connectionId, choices: [[customerId, { action: 'skip' }]] });
      return run;
    },

    async relink(input: OfConnection & { customerId: CustomerId; contactGuid: ContactGuid }): Promise<Run> {
      // A link that somebody else has made meanwhile stands.
      await refreshStrict(input.connectionId);
      return linkOne('relink', input);
    },
    matchOne: (input: OfConnection & { customerId: CustomerId; contactGuid: ContactGuid }) =>
      linkOne('match', input),

    async mendLinks(input: OfConnection & { links: [CustomerId, ContactGuid][] }): Promise<Run> {
      const { connectionId, links } = input;
      const tasks: Task[] = [];
      for (const [customerId, contactGuid] of links)
        tasks.push(await linkTask(connectionId, customerId, contactGuid));
      const run = await scheduler.start(connectionId, 'mend', tasks);
      await flow.chooseCustomers({ connectionId, choices: links.map(([customerId]) => [customerId, null]) });
      return run;
    },

    resetLinks: ({ connectionId }: OfConnection): Promise<Run> =>
      scheduler.start(connectionId, 'reset', [{ kind: 'reset', name: '' }]),

    /** Brings back what the reset `runId` removed. */
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
