import type { Run } from '../../../../lib/domain/run.ts';

/** When the run was over, in ms. */
export const END = 1_000;

/** A sync that is over. */
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
