/** Who on the other side may be the same customer, so that a creation makes no duplicate. */
import { isSameVatNumber, type VatNumber } from '../domain/vat-number.ts';
import { readDetails } from '../match/compare/contact-details.ts';
import { LIKELY_SCORE, type MatchInput, type MatchReason } from '../match/index.ts';
import { matchEachInTurns } from './matching.ts';

export interface Similar {
  id: string;
  reasons: MatchReason[];
}

/**
 * Certain and likely ones, and whoever has the same VAT number, however different the name is. Every wanted customer is asked
 * for alone: that another one is the same as well hides nothing.
 * @returns one list for every wanted customer, in their order; best first
 */
export async function findSimilar(
  wanted: readonly MatchInput[],
  others: readonly MatchInput[],
): Promise<Similar[][]> {
  const matches = await matchEachInTurns(wanted, others);
  return matches.map(({ candidates, verdict }, place) => {
    const found = candidates
      .filter(({ score }, rank) => score >= LIKELY_SCORE || (rank === 0 && verdict !== 'none'))
      .map(({ id, reasons }): Similar => ({ id, reasons }));
    const known = new Set(found.map(({ id }) => id));
    const vat = vatOf(wanted[place]);
    const samePayer = vat ? others.filter((other) => !known.has(other.id) && isSame(vat, vatOf(other))) : [];
    return [...found, ...samePayer.map(({ id }): Similar => ({ id, reasons: ['vat'] }))];
  });
}

const vatOf = (input: MatchInput | undefined): VatNumber | undefined =>
  input?.vatNumber ? readDetails(input).vat : undefined;

const isSame = (vat: VatNumber, other: VatNumber | undefined): boolean =>
  other !== undefined && isSameVatNumber(vat, other);
