/** An order of the customers' own, the same however the list was sorted, so that its order changes no answer. */
import { eachOf, type Stepwise, within } from './stepwise.ts';
import type { MatchInput } from './types.ts';

/** Lists of up to 2^21 customers: six letters and a place fit into one number, and numbers are quick to sort. */
const PLACES = 2 ** 21;
const LETTERS = 6;

/** The first letters of a name as a number that sorts like them, roughly. */
function beginningOf(name: string): number {
  let number = 0;
  for (let i = 0; i < LETTERS; i++) number = number * 32 + (i < name.length ? name.charCodeAt(i) & 31 : 0);
  return number;
}

const theRest = (c: MatchInput): string =>
  JSON.stringify([c.vatNumber, c.email, c.phone, c.zipCode, c.street, c.city, c.countryCode, c.isPerson]);
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @returns places in the list, ordered by nothing but the customers themselves. Names that begin alike stand together,
 *   so that what is looked at one after the other lies together in memory.
 */
export function* canonicalOrder(inputs: readonly MatchInput[]): Stepwise<number[]> {
  const keys = new Float64Array(inputs.length);
  const readKey = (i: number) => {
    keys[i] = beginningOf(String(inputs[i]!.name)) * PLACES + i;
  };
  yield* within(0, 0.3, eachOf(inputs.length, 2000, readKey));
  keys.sort();
  const order = Array.from(keys, (key) => key % PLACES);
  const beginningAt = (k: number) => Math.floor(keys[k]! / PLACES);
  let begin = 0;
  const sortAlike = (k: number) => {
    if (k + 1 < order.length && beginningAt(k + 1) === beginningAt(begin)) return;
    if (k > begin) {
      const sorted = byEverything(inputs, order.slice(begin, k + 1));
      for (let i = begin; i <= k; i++) order[i] = sorted[i - begin]!;
    }
    begin = k + 1;
  };
  yield* within(0.3, 1, eachOf(order.length, 1000, sortAlike));
  return order;
}

function byEverything(inputs: readonly MatchInput[], places: number[]): number[] {
  return places.sort((i, j) => {
    const a = inputs[i]!;
    const b = inputs[j]!;
    return (
      inOrder(String(a.name), String(b.name)) ||
      inOrder(String(a.id), String(b.id)) ||
      inOrder(theRest(a), theRest(b)) ||
      i - j
    );
  });
}
