export {
  type ChangeCounts,
  countChanges,
  type RestoreMode,
} from './compare-rows.ts';
export type { SavedPreferences } from './contents.ts';
export { backupProblem, MAX_TEXT_LENGTH } from './contents.ts';
export { type CompanyPreview, comparePreferences, type PartCounts } from './restore-plan.ts';
