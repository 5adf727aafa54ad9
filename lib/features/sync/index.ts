/** The door: the wizard's lists, rows, suggestions, plan and order of steps. All of it is pure. */

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
export { nextStep, previousStep } from './step-order.ts';
