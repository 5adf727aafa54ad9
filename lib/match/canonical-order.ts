/** A canonical order of customers, so that the order of a list never changes the result. */
import { eachOf, type Stepwise, within } from './stepwise.ts';
import type { MatchInput } from './types.ts';

/** Lists of up to 2^21 customers: six letters and an index fit into one number, and numbers sort fast. */
const PLACES = 2 ** 21;
const LETTERS = 6;

/** The first letters of a name as a number that roughly sorts like them. */
function beginningOf(name: string): number {
  let number = 0;
  for (let i = 0; i < LETTERS; i++) number = number * 32 + (i < name.length ? name.charCodeAt(i) & 31 : 0);
  return number;
}

const theRest = (c: MatchInput): string =>
  JSON.stringify([c.vatNumber, c.email, c.phone, c.zipCode, c.street, c.city, c.countryCode, c.isPerson]);
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * @returns indices in canonical order. Names that begin alike are adjacent, so that entries compared in sequence are
 *   close in memory.
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
