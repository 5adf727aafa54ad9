import { displayNames } from '../../lib/domain/display-names.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import { t } from '../shared/text.ts';

/** What the candidates of a list are called, no two the same. */
export function candidateNames(candidates: readonly Candidate[]): Map<string, string> {
  return displayNames(
    candidates.map(({ id, name, city, vatNumber }) => ({ id, name, city, number: vatNumber })),
    t.value.common.unnamed,
  );
}
