/** How candidates are named and described. */
import { displayNames } from '../../lib/domain/display-names.ts';
import type { Candidate } from '../../lib/features/candidates/index.ts';
import { t } from '../shared/text.ts';

/** The names of the candidates in one list by id, no two the same. */
export function candidateNames(candidates: readonly Candidate[]): Map<string, string> {
  return displayNames(
    candidates.map(({ id, name, city, vatNumber }) => ({ id, name, city, number: vatNumber })),
    t.value.common.unnamed,
  );
}

const isAgainst = (reason: string): number => (reason.endsWith('-differs') ? 1 : 0);

/** Reasons for a match, then those against it, in words; reasons without words are left out. */
export function reasonsInWords(reasons: readonly string[]): string {
  const words: Readonly<Record<string, string>> = t.value.wizard.reasons;
  return reasons
    .toSorted((a, b) => isAgainst(a) - isAgainst(b))
    .map((reason) => (Object.hasOwn(words, reason) ? words[reason] : undefined))
    .filter(Boolean)
    .join(', ');
}
