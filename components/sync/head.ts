/** The wizard's head: what this view changes is shown at once and kept by the background. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { FlowHead } from '../../lib/domain/flow.ts';
import { twice } from '../shared/retry-once.ts';

type Changes = Partial<FlowHead>;

export interface Head {
  current: ReadonlySignal<FlowHead | undefined>;
  /** What the background tells. It may be older than changes that it has not answered yet: those stay shown. */
  told: (head: FlowHead) => void;
  /** Shows the changes, sends them, and takes them back when they are refused. Never throws. */
  change: (
    changes: Changes,
    send: () => Promise<unknown>,
    refused: (error: unknown) => void,
  ) => Promise<void>;
}

export function createHead(): Head {
  const kept = signal<FlowHead | undefined>(undefined);
  /** Oldest first. */
  const unanswered = signal<readonly Changes[]>([]);

  return {
    current: computed(() => kept.value && Object.assign({}, kept.value, ...unanswered.value)),
    told: (head) => {
      kept.value = head;
    },
    change: async (changes, send, refused) => {
      unanswered.value = [...unanswered.value, changes];
      try {
        await twice(send);
        if (kept.value) kept.value = { ...kept.value, ...changes };
      } catch (error) {
        refused(error);
      }
      unanswered.value = unanswered.value.filter((each) => each !== changes);
    },
  };
}
