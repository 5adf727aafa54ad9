/** Finds duplicates within one list. */

import { canonicalOrder } from './canonical-order.ts';
import { Doubt } from './compare/doubt.ts';
import { DECISION } from './costs.ts';
import { type DuplicateGroup, groupsOf, type Link } from './duplicate-groups.ts';
import { Role } from './name/lexicon.ts';
import { Part } from './name/words.ts';
import { type Comparison, type SearchableList, searchItself } from './searchable-list.ts';
import { eachOf, finish, type Stepwise, within } from './stepwise.ts';
import type { MatchInput } from './types.ts';
import type { Entry } from './vocabulary.ts';

export type { DuplicateGroup, DuplicatePair } from './duplicate-groups.ts';

/** Minimum nats of probable duplicates; namesakes in two towns have fewer. */
const PLAUSIBLE = 3;

/** An initial for a word, or an extra number: with one of these the names alone prove nothing. */
const NEEDS_PROOF = Doubt.initial | Doubt.number;

/**
 * Finds probable duplicates in groups. The order of the list does not matter.
 * @returns surest group first, each with at least two customers
 */
export const duplicatesIn = (list: readonly MatchInput[]): DuplicateGroup[] =>
  finish(duplicatesInSteps(list));

/** The same as stepwise work, see `stepwise.ts`. */
export function* duplicatesInSteps(list: readonly MatchInput[]): Stepwise<DuplicateGroup[]> {
  const order = yield* within(0, 0.05, canonicalOrder(list));
  const ordered = order.map((place) => list[place]!);
  const searched = yield* within(0.05, 0.3, searchItself(ordered));
  const links = yield* within(0.3, 0.9, linksIn(searched));
  const areApart = (a: number, b: number) => speaksAgainst(weakerOf(searched, a, b), searched, a, b);
  return yield* within(
    0.9,
    1,
    groupsOf(
      links,
      areApart,
      ordered.map(({ id }) => id),
    ),
  );
}

/** All probable duplicates, by index. */
function* linksIn(searched: SearchableList): Stepwise<Link[]> {
  const { targets, finder } = searched;
  const found = new Map<number, Link>();
  const seen = new Set<number>();
  const look = (place: number) => {
    for (const other of finder.find(targets[place]!, place).places) {
      const [a, b] = place < other ? [place, other] : [other, place];
      const pair = a * targets.length + b;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const compared = weakerOf(searched, a, b);
      if (!areSame(compared, searched, a, b)) continue;
      const { nats, reasons } = compared.score;
      found.set(pair, { a, b, nats, reasons });
    }
  };
  yield* eachOf(targets.length, 32, look);
  return [...found.values()];
}

/**
 * Compares two customers in both directions, as neither is the one being looked for, and returns the less favourable
 * result.
 */
function weakerOf({ compare, targets }: SearchableList, a: number, b: number): Comparison {
  const one = compare(targets[a]!, targets[b]!);
  const other = compare(targets[b]!, targets[a]!);
  return other.score.nats < one.score.nats ? other : one;
}

function areSame(compared: Comparison, searched: SearchableList, a: number, b: number): boolean {
  const { name, score } = compared;
  if (speaksAgainst(compared, searched, a, b)) return false;
  if (score.reasons.includes('vat')) return name.complete || !standElsewhere(searched, a, b);
  const alike = name.complete && name.wordCost <= DECISION.duplicateCost && searched.mayBeSame(a, b);
  return alike && score.nats > PLAUSIBLE && (score.provable || !(score.doubts & NEEDS_PROOF));
}

/** Whether something tells two customers apart, however similar they are otherwise. */
function speaksAgainst(compared: Comparison, searched: SearchableList, a: number, b: number): boolean {
  const { name, score } = compared;
  if (score.nats <= 0 || score.reasons.includes('vat-differs')) return true;
  if (name.formDiffers && !score.reasons.includes('vat')) return true;
  if (searched.areDistinguished(compared)) return true;
  const [x, y] = [searched.targets[a]!, searched.targets[b]!];
  const [ofX, ofY] = [hasAddition(x, y), hasAddition(y, x)];
  return (ofX && ofY) || ((ofX || ofY) && standElsewhere(searched, a, b));
}

/** Whether a name has an addition, such as a department or town, that the other lacks. */
const hasAddition = (entry: Entry, other: Entry): boolean =>
  entry.senses.some(
    (sense, i) =>
      entry.parts[i] === Part.added && entry.roles[i] !== Role.small && !other.senses.includes(sense),
  );

function standElsewhere({ targets }: SearchableList, a: number, b: number): boolean {
  const [x, y] = [targets[a]!.details, targets[b]!.details];
  return x.zip !== '' && y.zip !== '' && x.zip !== y.zip;
}
