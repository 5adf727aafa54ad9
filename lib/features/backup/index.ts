export { type CompanyPreview, type Counted, comparePreferences } from './compare.ts';
export type { SavedPreferences } from './contents.ts';
export { changes, type Difference, type Mode } from './difference.ts';
export { backupProblem, MOST_TEXT } from './fault.ts';
