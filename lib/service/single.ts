import { ProblemError } from '../problem.ts';
import type { Run, RunKind } from '../run.ts';
import { changeRun, getRun, operationsOf } from '../store/journal.ts';
import type { Announce } from './announce.ts';
import type { Deps } from './deps.ts';
import type { Engine, Task } from './engine.ts';

/** Runs about one customer, at once: whoever asks waits for the end. */
export function createSingle({ database, now }: Deps, engine: Engine, announce: Announce) {
  /** @throws ProblemError what kept it from being done; then the run is over all the same */
  return async function single(connectionId: string, kind: RunKind, task: Task): Promise<Run> {
    const db = await database;
    const { id } = await engine.start(connectionId, kind, [task]);
    await engine.go(await getRun(db, id));
    let run = await getRun(db, id);
    const reason = run.reason;
    if (run.state === 'paused') {
      run = await changeRun(db, id, (paused) => {
        paused.state = 'stopped';
        paused.endedAt = now();
      });
      await announce(db, connectionId);
    }
    const [operation] = await operationsOf(db, id);
    const problem = operation?.problem ?? reason ?? engine.asItStands(run).reason;
    if (problem) throw new ProblemError({ ...problem, unanswered: operation?.state === 'sent' });
    // Stopped from elsewhere before its turn came.
    if (operation?.state === 'notRun') throw new ProblemError({ system: 'kundebro', code: 'busy' });
    return run;
  };
}

export type Single = ReturnType<typeof createSingle>;
