/**
 * When a match may be called certain. Independent of scores: a certain match is linked without anybody looking, so one
 * thing that speaks against it is enough.
 */
import type { Distinctions } from './compare/distinctions.ts';
import type { NameScore } from './compare/name-score.ts';
import type { AgreeingReason, ContradictingReason, MatchReason } from './types.ts';

/** What speaks for one customer when the name may be another's, too. */
const AGREEING: readonly AgreeingReason[] = ['vat', 'email', 'domain', 'phone'];
/** What then speaks for two. */
const CONTRADICTING: readonly ContradictingReason[] = [
  'email-differs',
  'phone-differs',
  'address-differs',
  'city-differs',
  'country-differs',
];

/** Whether something distinctive of the one name stands against something of the other. */
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
 * @param reasons everything that was found to agree or to differ
 * @param isOneAddress the addresses agree so far that they are hardly two customers'
 * @returns whether nothing distinctive speaks against the two being one customer
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
  // A company's name with its legal form is registered once; any other name may be somebody else's, too.
  return !apart.shared || !CONTRADICTING.some(says) || isOneAddress || AGREEING.some(says);
}
