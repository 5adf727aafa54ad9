/** A link goes from one record to its duplicate. */
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import type { Deps } from '../deps.ts';
import type { Side } from '../duplicates/rules.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunAndWait, Task } from '../runs/service.ts';
import type { SyncService } from '../sync/service.ts';

interface Move {
  connectionId: string;
  of: Side;
  linked: string;
  from: string;
  to: string;
}

export function createMoveLink(
  { database }: Pick<Deps, 'database'>,
  refreshStrict: Refresh,
  single: RunAndWait,
  flow: SyncService,
) {
  const customerOf = async (connectionId: string, id: CustomerId) =>
    (await database).customers.get([connectionId, id]);
  const contactOf = async (connectionId: string, guid: ContactGuid) =>
    (await database).contacts.get([connectionId, guid]);

  async function linkTask(connectionId: string, customerId: CustomerId, contactGuid: ContactGuid) {
    const name = (await customerOf(connectionId, customerId))?.name ?? '';
    const otherName = (await contactOf(connectionId, contactGuid))?.name;
    return { kind: 'link', customerId, contactGuid, name, otherName } satisfies Task;
  }

  /** A customer gets another contact: one request, which either is carried out or not. */
  async function toContact({ connectionId, linked: customerId, from, to }: Move): Promise<Run> {
    const run = await single(connectionId, 'move', {
      ...(await linkTask(connectionId, customerId, to)),
      from,
    });
    await flow.chooseCustomers({ connectionId, choices: [[customerId, null]] });
    return run;
  }

  /** A contact gets another customer: Effihub refuses a second one, so the first has to lose its link before. */
  async function toCustomer({ connectionId, linked: contactGuid, from, to }: Move): Promise<Run> {
    await checkFree(connectionId, to, contactGuid);
    const before = await customerOf(connectionId, from);
    const tasks: Task[] = [await linkTask(connectionId, to, contactGuid)];
    if (before) tasks.unshift({ kind: 'unlink', customerId: from, contactGuid, name: before.name });
    const run = await single(connectionId, 'move', ...tasks).catch(async (error: unknown) => {
      if (before?.contactGuid === contactGuid) await putBack(connectionId, from, contactGuid, error);
      throw error;
    });
    // The unfinished flow must not put the link back where it was taken from.
    await flow.chooseCustomers({
      connectionId,
      choices: [
        [from, { action: 'skip' }],
        [to, null],
      ],
    });
    return run;
  }

  /** Said before anything is taken away. @throws ProblemError `gone`, `taken` */
  async function checkFree(connectionId: string, customerId: CustomerId, contactGuid: ContactGuid) {
    const customer = await customerOf(connectionId, customerId);
    if (!customer) throw new ProblemError({ system: 'effihub', code: 'gone' });
    const other = customer.contactGuid;
    const contact = other && other !== contactGuid ? await contactOf(connectionId, other) : undefined;
    if (contact && !contact.deletedAt)
      throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo: contact.name });
  }

  /** The link was taken away and could not be put on again: then it goes back, so that nothing has changed. */
  async function putBack(
    connectionId: string,
    customerId: CustomerId,
    contactGuid: ContactGuid,
    error: unknown,
  ): Promise<void> {
    if ((await customerOf(connectionId, customerId))?.contactGuid === contactGuid) return;
    const task = await linkTask(connectionId, customerId, contactGuid);
    const failed = await single(connectionId, 'relink', task).then(
      () => false,
      () => true,
    );
    const problem = problemOf(error);
    if (failed && problem) throw new ProblemError({ ...problem, unanswered: true });
  }

  return {
    /** @throws ProblemError also `taken` when somebody else has linked one of them elsewhere meanwhile */
    async moveLink(move: Move): Promise<Run> {
      await refreshStrict(move.connectionId);
      return move.of === 'contacts' ? toContact(move) : toCustomer(move);
    },
  };
}
