/** Who on the other side may be the same customer, so that creating one makes no duplicate. */
import { isSameVatNumber, type VatNumber, vatLookup } from '../../domain/vat-number.ts';
import {
  LIKELY_SCORE,
  type MatchInput,
  type MatchReason,
  matchEachCooperatively,
  usableVatNumber,
} from '../../match/index.ts';

export interface Similar {
  id: string;
  reasons: MatchReason[];
}

/**
 * Certain and likely matches, and everybody with the same VAT number, however different the name is. Each wanted customer is
 * matched alone, so that none takes a match from another.
 * @returns one list for each wanted customer, in their order; best first
 */
export async function findSimilar(
  wanted: readonly MatchInput[],
  others: readonly MatchInput[],
): Promise<Similar[][]> {
  const matches = await matchEachCooperatively(wanted, others);
  const payers = byNumber(others);
  return matches.map(({ candidates, verdict }, place) => {
    const found = candidates
      .filter(({ score }, rank) => score >= LIKELY_SCORE || (rank === 0 && verdict !== 'none'))
      .map(({ id, reasons }): Similar => ({ id, reasons }));
    const known = new Set(found.map(({ id }) => id));
    const vat = usableVatNumber(wanted[place] ?? {});
    const samePayer = (vat && payers.get(vatLookup(vat))) ?? [];
    for (const other of samePayer)
      if (vat && !known.has(other.id) && isSameVatNumber(vat, other.vat))
        found.push({ id: other.id, reasons: ['vat'] });
    return found;
  });
}

interface Payer {
  id: string;
  vat: VatNumber;
}

function byNumber(others: readonly MatchInput[]): Map<string, Payer[]> {
  const payers = others.flatMap((other): Payer[] => {
    const vat = usableVatNumber(other);
    return vat ? [{ id: other.id, vat }] : [];
  });
  return Map.groupBy(payers, ({ vat }) => vatLookup(vat));
}
