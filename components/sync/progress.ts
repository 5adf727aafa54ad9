/**
 * Where the wizard is: its phase, and the progress (step, import defaults, run) that the background keeps. What this view
 * changes is shown at once.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { WizardProgress } from '../../lib/domain/choices.ts';
import type { Problem, System } from '../../lib/domain/problem.ts';
import type { MatchingProgress } from '../../lib/features/sync/index.ts';
import { retryOnce } from '../shared/retry-once.ts';

export type Phase =
  | { name: 'reading'; read: Partial<Record<System, number>> }
  /** `progress` only where it takes long. */
  | { name: 'matching'; progress?: MatchingProgress }
  | { name: 'ready' }
  | { name: 'failed'; problem?: Problem };

/** The action that failed: the view says what it has not changed. */
export type RefusedAction = 'choice' | 'step' | 'start' | 'unlink' | 'relink' | 'mend' | 'similar';

type Changes = Partial<WizardProgress>;

export interface ProgressState {
  current: ReadonlySignal<WizardProgress | undefined>;
  /** Takes what the background reports. It may be older than unanswered changes: those stay shown. */
  receive: (progress: WizardProgress) => void;
  /** Shows the changes, sends them, and reverts them when they are refused. Never throws. */
  change: (
    changes: Changes,
    send: () => Promise<unknown>,
    refused: (error: unknown) => void,
  ) => Promise<void>;
}

export function createProgressState(): ProgressState {
  const stored = signal<WizardProgress | undefined>(undefined);
  /** Oldest first. */
  const unanswered = signal<readonly Changes[]>([]);

  return {
    current: computed(() => stored.value && Object.assign({}, stored.value, ...unanswered.value)),
    receive: (progress) => {
      stored.value = progress;
    },
    change: async (changes, send, refused) => {
      unanswered.value = [...unanswered.value, changes];
      try {
        await retryOnce(send);
        if (stored.value) stored.value = { ...stored.value, ...changes };
      } catch (error) {
        refused(error);
      }
      unanswered.value = unanswered.value.filter((each) => each !== changes);
    },
  };
}
