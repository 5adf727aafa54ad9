import type { Run } from '../../../../lib/domain/run.ts';

/** When the run ended, in ms since 1970. */
export const END = 1_000;

/** A sync that has ended. */
export const endedRun = (parts: Partial<Run> = {}): Run => ({
  id: 'run',
  connectionId: 'c',
  kind: 'sync',
  state: 'done',
  startedAt: 1,
  endedAt: END,
  total: 1,
  finished: 1,
  failed: 0,
  ...parts,
});
