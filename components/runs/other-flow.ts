import type { Run } from '../../lib/domain/run.ts';
import { overview } from '../shared/overview.ts';
import { t } from '../shared/text.ts';

/**
 * Why nothing of a run can be tried again now: that makes the run the flow's, and choices that wait in another one would
 * be lost.
 */
export function otherFlow(run: Run): string | undefined {
  const { flow } = overview.value ?? {};
  return flow !== undefined && flow.runId !== run.id ? t.value.result.otherFlow : undefined;
}
