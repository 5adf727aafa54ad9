/** Who may do what, checked before a handler runs. */

import { messages } from '../features/messages.ts';
import { anotherPage, type createPageService } from '../features/panel/service.ts';
import { maySend, type Right } from '../messaging/define.ts';
import type { Caller, HandlersOf } from '../messaging/index.ts';
import { getConnection } from '../storage/connections.ts';
import { type Database, databaseProblem, isDatabaseError } from '../storage/database.ts';
import { getRun } from '../storage/journal.ts';

type Handlers = HandlersOf<typeof messages>;

interface Parts {
  database: Promise<Database>;
  pages: Pick<ReturnType<typeof createPageService>, 'checkCompany' | 'checkSeen'>;
}

/**
 * The same handlers, each behind the checks of its message's right.
 * @throws ProblemError `another-page` and `unseen` for a panel, `removed` for a company that is not connected any more; what
 *   the browser would not store or read in our own words
 */
export function authorised(handlers: Handlers, { database, pages }: Parts): Handlers {
  /** Nothing is written for a company that was removed; a panel reads and writes for its page's company alone. */
  async function checkCompany(input: unknown, caller: Caller): Promise<void> {
    const { connectionId, runId } = (input ?? {}) as { connectionId?: string; runId?: string };
    if (caller.panelIn === undefined) {
      // A view of a removed company may still be open.
      if (connectionId !== undefined) await getConnection(await database, connectionId);
      return;
    }
    const asked = connectionId ?? (runId && (await getRun(await database, runId)).connectionId);
    if (!asked) throw anotherPage();
    await pages.checkCompany(caller, asked);
  }

  async function check({ from, writes, about }: Right, input: unknown, caller: Caller): Promise<void> {
    const isPanel = caller.panelIn !== undefined;
    if (!maySend({ from, writes, about }, isPanel ? 'panel' : 'page')) throw anotherPage();
    if (about !== 'page' && (isPanel || writes)) await checkCompany(input, caller);
    if (writes) await pages.checkSeen(caller);
  }

  const guarded = (name: keyof Handlers) => {
    const handler = handlers[name] as (input: unknown, caller: Caller) => unknown;
    return async (input: unknown, caller: Caller) => {
      try {
        await check(messages[name].right, input, caller);
        return await handler(input, caller);
      } catch (error) {
        throw isDatabaseError(error) ? databaseProblem(error) : error;
      }
    };
  };
  const names = Object.keys(handlers) as (keyof Handlers)[];
  return Object.fromEntries(names.map((name) => [name, guarded(name)])) as Handlers;
}
