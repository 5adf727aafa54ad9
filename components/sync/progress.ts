/** The wizard's head: what this view changes is shown at once and kept by the background. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { WizardProgress } from '../../lib/domain/choices.ts';
import { retryOnce } from '../shared/retry-once.ts';

type Changes = Partial<WizardProgress>;

export interface Head {
  current: ReadonlySignal<WizardProgress | undefined>;
  /** What the background tells. It may be older than changes that it has not answered yet: those stay shown. */
  told: (head: WizardProgress) => void;
  /** Shows the changes, sends them, and takes them back when they are refused. Never throws. */
  change: (
    changes: Changes,
    send: () => Promise<unknown>,
    refused: (error: unknown) => void,
  ) => Promise<void>;
}

export function createHead(): Head {
  const kept = signal<WizardProgress | undefined>(undefined);
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
        await retryOnce(send);
        if (kept.value) kept.value = { ...kept.value, ...changes };
      } catch (error) {
        refused(error);
      }
      unanswered.value = unanswered.value.filter((each) => each !== changes);
    },
  };
}
