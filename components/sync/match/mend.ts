/** Broken links get their new contact at once: one, or all that are certain. */
import { signal } from '@preact/signals';
import type { ContactGuid, CustomerId } from '../../../lib/domain/customer.ts';
import { ProblemError } from '../../../lib/domain/problem.ts';
import type { Run } from '../../../lib/domain/run.ts';
import type { Background } from '../../shared/background.ts';
import type { RefusedAction } from '../types.ts';

export interface MendParts {
  connectionId: string;
  send: Background['send'];
  refused: (action: RefusedAction) => (error: unknown) => void;
}

export interface Mending {
  customers: ReadonlySet<CustomerId>;
  /** Undefined until it has begun. */
  run?: Run;
}

export function createMend({ connectionId, send, refused }: MendParts) {
  const mending = signal<Mending | undefined>(undefined);
  /** How many were mended by the last press. */
  const mended = signal(0);

  const end = async (run: Run) => {
    mending.value = undefined;
    mended.value = run.finished - run.failed;
    if (run.failed === 0) return;
    const { operations } = await send('runResult', { runId: run.id });
    const problem = operations.find((operation) => operation.problem)?.problem;
    refused('mend')(problem && new ProblemError(problem));
  };
  const follow = (run: Run) => {
    const current = mending.value;
    if (current?.run?.id !== run.id) return;
    if (run.endedAt === undefined && run.state !== 'paused') mending.value = { ...current, run };
    // A paused one is shown on the overview, where it can be resumed or stopped.
    else void end(run).catch(refused('mend'));
  };

  return {
    mending,
    mended,
    followRun: follow,
    mend: async (links: [CustomerId, ContactGuid][]) => {
      if (mending.value || links.length === 0) return;
      mended.value = 0;
      mending.value = { customers: new Set(links.map(([id]) => id)) };
      try {
        const run = await send('mendLinks', { connectionId, links });
        if (mending.value) mending.value = { ...mending.value, run };
        // It may have ended before its id was known here.
        const { run: now } = await send('runResult', { runId: run.id });
        follow(now);
      } catch (error) {
        mending.value = undefined;
        refused('mend')(error);
      }
    },
  };
}
