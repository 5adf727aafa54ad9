/** The door: the result of a run, and the parts of it that other views show too. */
export { Result } from './Result.tsx';
export { ResultGroups } from './ResultGroups.tsx';
export { FailedRow } from './ResultRows.tsx';
export { RunProgress } from './RunProgress.tsx';
export { operationRows, reportCsv } from './report.ts';
export { createRunViewState as createRunView, hasEnded, type RunViewState as RunView } from './state.ts';
