/** Changes to links that take effect at once, not with `Gem og fuldfør`: remove, put back, and mend broken ones. */
import { type Signal, signal } from '@preact/signals';
import type { ContactGuid, CustomerId } from '../../lib/domain/customer.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { Run } from '../../lib/domain/run.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import type { Background } from '../shared/background.ts';
import type { RefusedAction } from './progress.ts';

export interface LinkParts {
  connectionId: string;
  send: Background['send'];
  refused: (action: RefusedAction) => (error: unknown) => void;
}

interface RemovedLink {
  customerId: CustomerId;
  contactGuid: ContactGuid;
}

/** `Fjern link` and its `Fortryd`. */
export function createUnlinking({
  connectionId,
  send,
  data,
  refused,
}: LinkParts & { data: Signal<SyncLists> }) {
  /** The link removed last; it can be put back. */
  const unlinked = signal<RemovedLink | undefined>(undefined);
  /** The customer whose link is being removed or put back. */
  const linking = signal<CustomerId | undefined>(undefined);

  const during = async (customerId: CustomerId, action: 'unlink' | 'relink', work: () => Promise<void>) => {
    if (linking.value) return;
    linking.value = customerId;
    try {
      await work();
    } catch (error) {
      refused(action)(error);
    } finally {
      linking.value = undefined;
    }
  };
  const linksWithout = (customerId: CustomerId) =>
    data.value.links.filter((link) => link.customerId !== customerId);

  return {
    unlinked,
    linking,
    unlink: (customerId: CustomerId) =>
      during(customerId, 'unlink', async () => {
        const link = data.value.links.find((each) => each.customerId === customerId);
        if (!link) return;
        await send('unlink', { connectionId, customerId, contactGuid: link.contactGuid });
        data.value = { ...data.value, links: linksWithout(customerId) };
        unlinked.value = { customerId, contactGuid: link.contactGuid };
      }),
    relink: () => {
      const last = unlinked.value;
      if (!last) return Promise.resolve();
      return during(last.customerId, 'relink', async () => {
        await send('relink', { connectionId, ...last });
        data.value = {
          ...data.value,
          links: [...linksWithout(last.customerId), { ...last, state: 'ok' }],
        };
        unlinked.value = undefined;
      });
    },
  };
}

interface Mending {
  customers: ReadonlySet<CustomerId>;
  /** Undefined until the run has started. */
  run?: Run;
}

/** Gives broken links their new contact: one, or all that are certain. */
export function createMending({ connectionId, send, refused }: LinkParts) {
  const mending = signal<Mending | undefined>(undefined);
  /** How many links the last run mended. */
  const mended = signal(0);

  const end = async (run: Run) => {
    mending.value = undefined;
    mended.value = run.finished - run.failed;
    if (run.failed === 0) return;
    const { operations } = await send('runResult', { runId: run.id });
    const problem = operations.find((operation) => operation.problem)?.problem;
    refused('mend')(problem && new ProblemError(problem));
  };
  const followRun = (run: Run) => {
    const current = mending.value;
    if (current?.run?.id !== run.id) return;
    if (run.endedAt === undefined && run.state !== 'paused') mending.value = { ...current, run };
    // The overview shows a paused run, to be resumed or stopped there.
    else void end(run).catch(refused('mend'));
  };

  return {
    mending,
    mended,
    followRun,
    mend: async (links: [CustomerId, ContactGuid][]) => {
      if (mending.value || links.length === 0) return;
      mended.value = 0;
      mending.value = { customers: new Set(links.map(([id]) => id)) };
      try {
        const run = await send('mendLinks', { connectionId, links });
        if (mending.value) mending.value = { ...mending.value, run };
        // The run may have ended before its id was known here.
        const { run: now } = await send('runResult', { runId: run.id });
        followRun(now);
      } catch (error) {
        mending.value = undefined;
        refused('mend')(error);
      }
    },
  };
}
