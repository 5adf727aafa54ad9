/**
 * When a match may be certain. Independent of the score: a certain match is linked without review, so one
 * contradiction is enough to rule it out.
 */
import type { Distinctions } from './compare/distinctions.ts';
import type { NameScore } from './compare/name-score.ts';
import type { AgreeingReason, ContradictingReason, MatchReason } from './types.ts';

/** Agreement that proves one customer when the name could be another's. */
const AGREEING: readonly AgreeingReason[] = ['vat', 'email', 'domain', 'phone'];
/** Contradiction that then suggests two customers. */
const CONTRADICTING: readonly ContradictingReason[] = [
  'email-differs',
  'phone-differs',
  'address-differs',
  'city-differs',
  'country-differs',
];

/** Whether each name has something distinctive that the other lacks. */
export function areDistinguished(
  name: NameScore,
  apart: Distinctions,
  reasons: readonly MatchReason[],
): boolean {
  if (name.numbersDiffer) return true;
  if (apart.distinctWords) return true;
  return apart.similarWords && !reasons.includes('vat');
}

/**
 * @param reasons everything that agrees or differs
 * @param isOneAddress whether the addresses agree so far that two customers are unlikely
 * @returns whether nothing distinctive contradicts a match
 */
export function mayBeCertain(
  name: NameScore,
  apart: Distinctions,
  reasons: readonly MatchReason[],
  isOneAddress: boolean,
): boolean {
  const says = (reason: MatchReason) => reasons.includes(reason);
  if (says('vat-differs')) return false;
  if (areDistinguished(name, apart, reasons)) return false;
  if (apart.everyday) return false;
  // A company name with its legal form is registered only once; any other name may also be somebody else's.
  return !apart.shared || !CONTRADICTING.some(says) || isOneAddress || AGREEING.some(says);
}
