/** The words that the parts of the wizard's state share. */

import type { Problem, System } from '../../lib/domain/problem.ts';
import type { MatchingProgress } from '../../lib/features/sync/index.ts';

export type Phase =
  | { name: 'reading'; read: Partial<Record<System, number>> }
  /** `progress` only where it takes long. */
  | { name: 'matching'; progress?: MatchingProgress }
  | { name: 'ready' }
  | { name: 'failed'; problem?: Problem };

/** What could not be done, so that the view can say it; what it leaves unchanged depends on it. */
export type RefusedAction = 'choice' | 'step' | 'start' | 'unlink' | 'relink' | 'mend' | 'similar';
