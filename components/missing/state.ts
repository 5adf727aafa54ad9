/** Customers that are missing on one side, and what can be done about each. */
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
  /** Missing where it cannot be taken back here. */
  undo?: () => Promise<void>;
}

/** Somebody who is to be imported again may be in Effihub as another customer. */
export interface SimilarQuestion {
  missing: MissingCounterpart;
  name: string;
  candidates: Candidate[];
}

export type MissingState = ReturnType<typeof createMissingState>;

export function createMissingState(connectionId: string, { send, updates }: Background = background) {
  const list = signal<MissingCounterpart[] | undefined>(undefined);
  /** @property sent something was to be done */
  const failure = signal<{ error: unknown; sent?: true } | undefined>(undefined);
  const done = signal<Done | undefined>(undefined);
  const asked = signal<SimilarQuestion | undefined>(undefined);
  /** Whom something is being done about. */
  const busy = signal<string | undefined>(undefined);

  /** Something was told while something was being done: what is read then may be older. */
  let missed = false;
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
      // Nothing can be linked to a deleted contact.
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

  /** Does one thing at a time, and shows what is left. */
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
      missed = false;
      await load();
    } while (missed);
    busy.value = undefined;
  }

  const again = () => {
    if (busy.value) missed = true;
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
    /** The customer is there: it gets the contact instead. */
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

  /** Nothing is imported before the user has seen who may be there already. */
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
    // Only now, when the answer can be carried out.
    if (found) asked.value = { missing, name, candidates: found };
  }
}
