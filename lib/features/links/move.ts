import type { OfConnection } from '../../domain/company.ts';
import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { ProblemError, problemOf } from '../../domain/problem.ts';
import type { Run } from '../../domain/run.ts';
import type { Deps } from '../deps.ts';
import type { Refresh } from '../reading/service.ts';
import type { RunAndWait, Task } from '../runs/service.ts';
import type { SyncService } from '../sync/service.ts';
import { contactOf, customerOf, linkTask } from './tasks.ts';

/** A link goes from one record to its duplicate. */
interface Move extends OfConnection {
  /** Which side the duplicates are on. */
  of: 'customers' | 'contacts';
  /** The record on the other side, which keeps its link. */
  linked: string;
  from: string;
  to: string;
}

interface MoveParts {
  runAndWait: RunAndWait;
  sync: Pick<SyncService, 'chooseCustomers'>;
  refreshStrict: Refresh;
}

export function createMoveLink(
  { database }: Pick<Deps, 'database'>,
  { runAndWait, sync, refreshStrict }: MoveParts,
) {
  /** A customer gets another contact: one request, which is carried out or not. */
  async function toContact({ connectionId, linked: customerId, from, to }: Move): Promise<Run> {
    const task = await linkTask(await database, connectionId, customerId, to, from);
    const run = await runAndWait(connectionId, 'move', task);
    await sync.chooseCustomers({ connectionId, choices: [[customerId, null]] });
    return run;
  }

  /** A contact gets another customer: Effihub refuses a second one, so the first must lose its link before. */
  async function toCustomer({ connectionId, linked: contactGuid, from, to }: Move): Promise<Run> {
    const db = await database;
    await assertFree(connectionId, to, contactGuid);
    const before = await customerOf(db, connectionId, from);
    const tasks: Task[] = [await linkTask(db, connectionId, to, contactGuid)];
    if (before) tasks.unshift({ kind: 'unlink', customerId: from, contactGuid, name: before.name });
    const run = await runAndWait(connectionId, 'move', ...tasks).catch(async (error: unknown) => {
      if (before?.contactGuid === contactGuid) await putBack(connectionId, from, contactGuid, error);
      throw error;
    });
    // The unfinished sync must not link the first one again.
    await sync.chooseCustomers({
      connectionId,
      choices: [
        [from, { action: 'skip' }],
        [to, null],
      ],
    });
    return run;
  }

  /** Checked before any link is removed. @throws ProblemError `gone`, `taken` */
  async function assertFree(connectionId: string, customerId: CustomerId, contactGuid: ContactGuid) {
    const db = await database;
    const customer = await customerOf(db, connectionId, customerId);
    if (!customer) throw new ProblemError({ system: 'effihub', code: 'gone' });
    const other = customer.contactGuid;
    const contact = other && other !== contactGuid ? await contactOf(db, connectionId, other) : undefined;
    if (contact && !contact.deletedAt)
      throw new ProblemError({ system: 'effihub', code: 'taken', linkedTo: contact.name });
  }

  /** The link was removed and the new one refused: the old one is restored, so that nothing has changed. */
  async function putBack(
    connectionId: string,
    customerId: CustomerId,
    contactGuid: ContactGuid,
    error: unknown,
  ): Promise<void> {
    const db = await database;
    if ((await customerOf(db, connectionId, customerId))?.contactGuid === contactGuid) return;
    const task = await linkTask(db, connectionId, customerId, contactGuid);
    const failed = await runAndWait(connectionId, 'relink', task).then(
      () => false,
      () => true,
    );
    const problem = problemOf(error);
    if (failed && problem) throw new ProblemError({ ...problem, unanswered: true });
  }

  /** @throws ProblemError also `taken` when somebody else has linked one of them to another record meanwhile */
  return async function moveLink(move: Move): Promise<Run> {
    await refreshStrict(move.connectionId);
    return move.of === 'contacts' ? toContact(move) : toCustomer(move);
  };
}
