export { type CompanyPreview, comparePreferences, type PartCounts } from './compare.ts';
export type { SavedPreferences } from './contents.ts';
export {
  type ChangeCounts,
  countChanges,
  type RestoreMode,
} from './difference.ts';
export { backupProblem, MAX_TEXT_LENGTH } from './fault.ts';
