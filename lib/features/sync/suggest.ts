import type { ContactGuid, CustomerId } from '../../domain/customer.ts';
import { type CustomerMatch, LIKELY_SCORE } from '../../match/index.ts';

/** What is proposed for a customer before the user chooses. */
export interface Suggestion {
  /** The preselected contact; undefined when none is similar enough or another customer has the better claim. */
  contactGuid?: ContactGuid;
  certain: boolean;
  match: CustomerMatch;
}

interface Claim {
  match: CustomerMatch;
  contactGuid: ContactGuid;
  certain: boolean;
  strength: number;
}

/** The best candidate, and likely ones in case another customer has the better claim on it. */
function claimsOf(match: CustomerMatch): Claim[] {
  if (match.verdict === 'none') return [];
  return match.candidates
    .filter(({ score }, place) => place === 0 || score >= LIKELY_SCORE)
    .map(({ id, score }, place) => {
      const certain = place === 0 && match.verdict === 'certain';
      return { match, contactGuid: id, certain, strength: score + (certain ? 1 : 0) };
    });
}

/**
 * Assigns one contact to each customer that has a match, strongest claim first. No contact is proposed twice, and none on the
 * ignore list. Only the best candidate of a certain match is certain.
 */
export function suggest(
  matches: readonly CustomerMatch[],
  ignored: ReadonlySet<ContactGuid>,
): Map<CustomerId, Suggestion> {
  const result = new Map<CustomerId, Suggestion>();
  for (const match of matches) result.set(match.id, { certain: false, match });
  const taken = new Set<ContactGuid>();
  const claims = matches.flatMap(claimsOf);
  claims.sort((a, b) => b.strength - a.strength || (a.match.id < b.match.id ? -1 : 1));
  for (const { match, contactGuid, certain } of claims) {
    if (taken.has(contactGuid) || ignored.has(contactGuid) || result.get(match.id)?.contactGuid) continue;
    taken.add(contactGuid);
    result.set(match.id, { contactGuid, certain, match });
  }
  return result;
}
