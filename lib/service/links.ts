import type { ContactGuid, CustomerId } from '../customer.ts';
import { ProblemError } from '../problem.ts';
import type { Run, RunKind } from '../run.ts';
import { changeRun, getRun, operationsOf } from '../store/journal.ts';
import type { Deps } from './deps.ts';
import type { Engine, Task } from './engine.ts';
import type { FlowService } from './flow.ts';

interface OfConnection {
  connectionId: string;
}

/** Changes of links that the user makes outside a sync: one customer at once, or all of them. */
export function createLinkService({ database, now }: Deps, engine: Engine, flow: FlowService) {
  /**
   * One customer, at once: waits for the end.
   * @throws ProblemError what kept it from being done; then the run is over all the same
   */
  async function single(connectionId: string, kind: RunKind, task: Task): Promise<Run> {
    const db = await database;
    if (await engine.active(connectionId)) throw new ProblemError({ system: 'kundebro', code: 'busy' });
    const { id } = await engine.start(connectionId, kind, [task]);
    await engine.go(await getRun(db, id));
    let run = await getRun(db, id);
    const reason = run.reason;
    if (run.state === 'paused') {
      run = await changeRun(db, id, (paused) => {
        paused.state = 'stopped';
        paused.endedAt = now();
      });
      await engine.announce();
    }
    const [operation] = await operationsOf(db, id);
    const problem = operation?.problem ?? reason;
    if (problem) throw new ProblemError(problem);
    return run;
  }

  async function customerName(connectionId: string, customerId: CustomerId): Promise<string> {
    return (await (await database).customers.get([connectionId, customerId]))?.name ?? '';
  }

  return {
    async unlink({ connectionId, customerId }: OfConnection & { customerId: CustomerId }): Promise<Run> {
      const name = await customerName(connectionId, customerId);
      const run = await single(connectionId, 'unlink', { kind: 'unlink', customerId, name });
      // Taken off by hand: the unfinished flow must not put it back on as a certain match.
      await flow.chooseCustomers({ connectionId, choices: [[customerId, { action: 'skip' }]] });
      return run;
    },

    async relink(input: OfConnection & { customerId: CustomerId; contactGuid: ContactGuid }): Promise<Run> {
      const { connectionId, customerId, contactGuid } = input;
      const name = await customerName(connectionId, customerId);
      const run = await single(connectionId, 'relink', { kind: 'link', customerId, contactGuid, name });
      await flow.chooseCustomers({ connectionId, choices: [[customerId, null]] });
      return run;
    },

    resetLinks: ({ connectionId }: OfConnection): Promise<Run> =>
      engine.start(connectionId, 'reset', [{ kind: 'reset', name: '' }]),

    /** Brings back what the reset `runId` removed. */
    async undoReset({ connectionId, runId }: OfConnection & { runId: string }): Promise<Run> {
      const [operation] = await operationsOf(await database, runId);
      const tasks = (operation?.removed ?? []).map((link): Task => ({ kind: 'link', ...link }));
      return engine.start(connectionId, 'restore', tasks);
    },
  };
}
