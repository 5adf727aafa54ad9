/** The door: the wizard's lists, rows, suggestions, plan and order of steps. All of it is pure. */

import type { Step } from '../../domain/choices.ts';

export {
  countParts,
  type MatchingProgress,
  partOf,
  type SyncLists,
  wholeLists,
} from './lists.ts';
export { countPlan, fingerprint, makePlan, type PlanCounts, type Planned } from './plan.ts';
export {
  type ContactRow,
  type CustomerRow,
  type CustomerState,
  contactRows,
  contactsMatchedTwice,
  EMPTY_CREATE_CHOICE,
  type FlowIndex,
  type Group,
  indexFlow,
  isFree,
  statesOf,
} from './rows.ts';

/** Step 2 is skipped when nothing is to be created. */
export function nextStep(step: Step, creates: number): Step {
  if (step === 1) return creates > 0 ? 2 : 3;
  return step === 2 ? 3 : 4;
}

/** The step that `Tilbage` leads to. */
export function previousStep(step: Step, creates: number): Step {
  return step === 3 && creates > 0 ? 2 : 1;
}
