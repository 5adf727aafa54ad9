/** Customers whose counterpart is missing, and the user's actions on them. */
import { signal } from '@preact/signals';
import type { CustomerId } from '../../lib/domain/customer.ts';
import { isOnlyEarly, ProblemError, wasNotSent } from '../../lib/domain/problem.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import type { MissingCounterpart } from '../../lib/features/missing/index.ts';
import { type Background, background } from '../shared/background.ts';
import { latestOnly } from '../shared/view-state.ts';

export type MissingAction = 'unlink' | 'ignore' | 'importAgain' | 'leave';

export interface Done {
  action: MissingAction | 'match';
  name: string;
  /** Missing where the action cannot be undone here. */
  undo?: () => Promise<void>;
}

/** A contact to import again, and the Effihub customers that it may be already. */
export interface SimilarQuestion {
  missing: MissingCounterpart;
  name: string;
  candidates: Candidate[];
}

export type MissingState = ReturnType<typeof createMissingState>;

export function createMissingState(connectionId: string, { send, updates }: Background = background) {
  const list = signal<MissingCounterpart[] | undefined>(undefined);
  /** @property sent an action failed, not loading the list */
  const failure = signal<{ error: unknown; sent?: true } | undefined>(undefined);
  const done = signal<Done | undefined>(undefined);
  const asked = signal<SimilarQuestion | undefined>(undefined);
  /** The customer that an action is running for. */
  const busy = signal<string | undefined>(undefined);

  /** An update arrived during an action: the list is loaded once more, as it may be older. */
  let isOutdated = false;
  const startRequest = latestOnly();
  async function load(): Promise<void> {
    const isLatest = startRequest();
    try {
      const found = await send('missing', { connectionId });
      if (isLatest()) list.value = found;
    } catch (error) {
      if (isLatest()) failure.value = { error };
    }
  }

  type Action = (missing: MissingCounterpart) => Promise<(() => Promise<unknown>) | undefined>;
  const actions: Record<Exclude<MissingAction, 'importAgain'>, Action> = {
    async unlink({ kind, customerId, contactGuid }) {
      await send('unlink', { connectionId, customerId, contactGuid });
      // No undo: a deleted contact cannot be linked.
      if (kind === 'contactDeleted') return undefined;
      return () => send('relink', { connectionId, customerId, contactGuid });
    },
    async ignore({ contactGuid }) {
      await send('ignoreOne', { connectionId, contactGuid });
      return () => send('unignore', { connectionId, contactGuid });
    },
    async leave({ kind, customerId, contactGuid }) {
      const about = { connectionId, kind, customerId, contactGuid };
      await send('dismissMissing', { ...about, dismissed: true });
      return () => send('dismissMissing', { ...about, dismissed: false });
    },
  };

  /** Runs one action at a time and reloads the list. */
  async function during(key: string, work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    const before = done.peek();
    busy.value = key;
    failure.value = undefined;
    try {
      await work();
    } catch (error) {
      if (wasNotSent(error)) done.value = before;
      if (!isOnlyEarly(error)) failure.value = { error, sent: true };
    }
    do {
      isOutdated = false;
      await load();
    } while (isOutdated);
    busy.value = undefined;
  }

  const again = () => {
    if (busy.value) isOutdated = true;
    else void load();
  };
  const offUpdate = updates.onUpdate((update) => {
    if (update.type === 'links' && update.connectionId === connectionId) again();
  });
  const offReconnect = updates.onReconnect(again);
  void load();

  return {
    list,
    failure,
    done,
    busy,
    load,
    asked,
    act: (missing: MissingCounterpart, action: MissingAction, name: string) =>
      action === 'importAgain'
        ? importAgain({ missing, name, candidates: [] })
        : carryOut(missing, action, name, actions[action]),
    importAnyway: async () => {
      if (asked.value) await importAgain(asked.value);
    },
    /** The customer exists already: links it with the contact instead. */
    matchWith: async (customerId: CustomerId) => {
      const about = asked.value;
      asked.value = undefined;
      if (!about) return;
      await carryOut(about.missing, 'match', about.name, async ({ contactGuid }) => {
        await send('matchOne', { connectionId, customerId, contactGuid });
        return () => send('unlink', { connectionId, customerId, contactGuid });
      });
    },
    dispose(): void {
      offUpdate();
      offReconnect();
    },
  };

  function carryOut(
    missing: MissingCounterpart,
    action: Done['action'],
    name: string,
    work: Action,
  ): Promise<void> {
    return during(missing.customerId, async () => {
      done.value = undefined;
      const back = await work(missing);
      const undo =
        back &&
        (() =>
          during('undo', async () => {
            await back();
            done.value = undefined;
          }));
      done.value = { action, name, undo };
    });
  }

  /** Imports at once only if no similar customer exists or the user has seen them. */
  async function importAgain({ missing, name, candidates }: SimilarQuestion): Promise<void> {
    const { contactGuid } = missing;
    const anyway = candidates.length > 0;
    let found: Candidate[] | undefined;
    asked.value = undefined;
    await during(missing.customerId, async () => {
      done.value = undefined;
      const outcome = await send('importOne', { connectionId, contactGuid, anyway });
      if (outcome.done) done.value = { action: 'importAgain', name };
      else if ('similar' in outcome) found = outcome.similar;
      else
        throw new ProblemError({
          system: 'kundebro',
          code: 'incomplete',
          fields: [{ field: 'name', message: '' }],
        });
    });
    // Asks only now, since an answer during another action would be ignored.
    if (found) asked.value = { missing, name, candidates: found };
  }
}
