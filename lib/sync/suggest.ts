import type { ContactGuid, CustomerId } from '../customer.ts';
import type { CustomerMatch } from '../match/index.ts';

/** What is proposed for a customer before the user has said anything. */
export interface Suggestion {
  /** The preselected contact; none when nothing is near enough or somebody else has the better claim. */
  contactGuid?: ContactGuid;
  certain: boolean;
  match: CustomerMatch;
}

const strength = (match: CustomerMatch): number =>
  (match.verdict === 'certain' ? 1 : 0) + (match.candidates[0]?.score ?? 0);

/**
 * Chooses one contact for each customer that has a match, the strongest claim first: no contact is proposed twice,
 * and none that the user has put on the ignore list.
 */
export function suggest(
  matches: readonly CustomerMatch[],
  ignored: ReadonlySet<ContactGuid>,
): Map<CustomerId, Suggestion> {
  const taken = new Set<ContactGuid>();
  const result = new Map<CustomerId, Suggestion>();
  for (const match of [...matches].sort((a, b) => strength(b) - strength(a) || (a.id < b.id ? -1 : 1))) {
    const first = match.verdict === 'none' ? undefined : match.candidates[0]?.id;
    const free = first !== undefined && !taken.has(first) && !ignored.has(first);
    if (free) taken.add(first);
    result.set(match.id, {
      contactGuid: free ? first : undefined,
      certain: free && match.verdict === 'certain',
      match,
    });
  }
  return result;
}
