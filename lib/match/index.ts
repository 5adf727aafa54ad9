/** Matches the customers of one list with those of another. Pure; the order of the lists does not matter. */

import type { VatNumber } from '../domain/vat-number.ts';
import { canonicalOrder } from './canonical-order.ts';
import { readDetails } from './compare/contact-details.ts';
import { type CooperativeOptions, runCooperatively } from './cooperative.ts';
import { DECISION } from './costs.ts';
import { fold, tidy } from './name/fold.ts';
import { assignOneToOne, byNet, claimantsOf } from './one-to-one-assignment.ts';
import { findPairs } from './pairs.ts';
import { eachOf, finish, type Stepwise, within } from './stepwise.ts';
import { withTwins } from './target-twins.ts';
import type { CustomerMatch, MatchInput } from './types.ts';
import { chance, verdictOf } from './verdict.ts';

export { runCooperatively, sortCooperatively } from './cooperative.ts';
export {
  type DuplicateGroup,
  type DuplicatePair,
  duplicatesIn,
  duplicatesInSteps,
} from './duplicates.ts';
export {
  type CustomerMatch,
  contactInput,
  customerInput,
  type MatchCandidate,
  type MatchInput,
  type MatchReason,
} from './types.ts';

/** Minimum score of a plausible candidate. */
export const LIKELY_SCORE = DECISION.likely;

/** Maximum number of candidates returned. */
const SHOWN = 5;

/** Claims when every source is judged alone. */
const NOBODY: ReadonlyMap<number, number> = new Map();

/**
 * Finds the target customers that every source customer may be.
 * @returns one entry per source customer, in the same order
 */
export function matchCustomers(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
): CustomerMatch[] {
  return finish(matchInSteps(source, target));
}

/**
 * The same as stepwise work, see `stepwise.ts`.
 * @param alone judges every source as if it were the only one, so that others' claims on a target change nothing
 */
export function* matchInSteps(
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  { alone = false }: { alone?: boolean } = {},
): Stepwise<CustomerMatch[]> {
  const sourceOrder = yield* within(0, 0.03, canonicalOrder(source));
  const targetOrder = yield* within(0.03, 0.06, canonicalOrder(target));
  const ordered = (list: readonly MatchInput[], order: readonly number[]) => order.map((i) => list[i]!);
  const rows = yield* within(
    0.06,
    0.9,
    findPairs(ordered(source, sourceOrder), ordered(target, targetOrder)),
  );
  if (!alone) yield* within(0.9, 0.94, assignOneToOne(rows, target.length));
  const sort = (r: number) => rows[r]!.sort(byNet);
  yield* within(0.94, 0.95, eachOf(rows.length, 1000, sort));
  const claimant = alone ? NOBODY : claimantsOf(rows);

  const answers: CustomerMatch[] = new Array(source.length);
  const answer = (r: number) => {
    const row = rows[r]!;
    const same = withTwins(row, (t) => (claimant.get(t) ?? r) === r);
    const best = same.length ? [...same, ...row.filter((p) => !same.includes(p))] : row;
    answers[sourceOrder[r]!] = {
      id: source[sourceOrder[r]!]!.id,
      verdict: verdictOf(best, same.length > 0),
      candidates: best.slice(0, SHOWN).map((p, k) => ({
        id: target[targetOrder[p.target]!]!.id,
        score: chance(p.net / 2),
        fit: chance(p.nats / 2),
        reasons: k < same.length ? [...p.reasons, 'duplicate'] : p.reasons.slice(),
      })),
    };
  };
  yield* within(0.95, 1, eachOf(rows.length, 100, answer));
  return answers;
}

/** Like `matchCustomers`, but yields to the event loop. The lists must not change meanwhile. */
export const matchCooperatively = (
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  options?: CooperativeOptions,
): Promise<CustomerMatch[]> => runCooperatively(matchInSteps(source, target), options);

/** The same, judging every source customer as if it were the only one. */
export const matchEachCooperatively = (
  source: readonly MatchInput[],
  target: readonly MatchInput[],
  options?: CooperativeOptions,
): Promise<CustomerMatch[]> => runCooperatively(matchInSteps(source, target, { alone: true }), options);

/** The VAT number used for matching; undefined when there is none, or a made-up one (all digits equal). */
export const usableVatNumber = ({
  vatNumber,
  countryCode,
}: Pick<MatchInput, 'vatNumber' | 'countryCode'>): VatNumber | undefined =>
  vatNumber ? readDetails({ vatNumber, countryCode }).vat : undefined;

/** A name in comparable letters: one spelling for "Kjær" and "Kjaer", lower case, single spaces. */
export const foldedName = (name: string): string => fold(tidy(name));
