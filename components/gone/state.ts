/** Customers that are gone on one side, and what can be done about each. */
import { signal } from '@preact/signals';
import type { Gone } from '../../lib/gone.ts';
import { ProblemError } from '../../lib/problem.ts';
import { send, updates } from '../background.ts';
import { newestAsking } from '../newest.ts';

export type GoneAction = 'unlink' | 'ignore' | 'importAgain' | 'leave';

export interface Done {
  action: GoneAction;
  name: string;
  /** Missing where it cannot be taken back here. */
  undo?: () => Promise<void>;
}

export type GoneState = ReturnType<typeof createGone>;

export function createGone(connectionId: string) {
  const list = signal<Gone[] | undefined>(undefined);
  const failure = signal<{ error: unknown } | undefined>(undefined);
  const done = signal<Done | undefined>(undefined);
  /** Whom something is being done about. */
  const busy = signal<string | undefined>(undefined);

  const ask = newestAsking();
  async function load(): Promise<void> {
    const isNewest = ask();
    try {
      const found = await send('gone', { connectionId });
      if (isNewest()) list.value = found;
    } catch (error) {
      if (isNewest()) failure.value = { error };
    }
  }

  const actions: Record<GoneAction, (gone: Gone) => Promise<(() => Promise<unknown>) | undefined>> = {
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
    async importAgain({ contactGuid }) {
      const { done: isDone } = await send('importOne', { connectionId, contactGuid, anyway: true });
      if (!isDone)
        throw new ProblemError({
          system: 'kundebro',
          code: 'incomplete',
          fields: [{ field: 'name', message: '' }],
        });
      return undefined;
    },
    async leave({ kind, customerId, contactGuid }) {
      const about = { connectionId, kind, customerId, contactGuid };
      await send('dismissGone', { ...about, dismissed: true });
      return () => send('dismissGone', { ...about, dismissed: false });
    },
  };

  /** Does one thing at a time, and shows what is left. */
  async function during(key: string, work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = key;
    failure.value = undefined;
    try {
      await work();
    } catch (error) {
      failure.value = { error };
    }
    await load();
    busy.value = undefined;
  }

  const offUpdate = updates.onUpdate((update) => {
    if (update.type === 'links' && update.connectionId === connectionId && !busy.value) void load();
  });
  void load();

  return {
    list,
    failure,
    done,
    busy,
    load,
    act: (gone: Gone, action: GoneAction, name: string) =>
      during(gone.customerId, async () => {
        done.value = undefined;
        const back = await actions[action](gone);
        const undo = back && (() => during('undo', async () => void (await back())).then(forget));
        done.value = { action, name, undo };
      }),
    dispose: offUpdate,
  };

  function forget(): void {
    if (!failure.value) done.value = undefined;
  }
}
