/** An order of the customers' own, the same however the list was sorted, so that its order changes no answer. */
import { hashOf } from './lists.ts';
import type { MatchInput } from './types.ts';

/** Lists of up to 2^21 customers: hash and place fit into one number, and numbers are quick to sort. */
const PLACES = 2 ** 21;

const everything = (c: MatchInput): string =>
  JSON.stringify([c.id, c.name, c.vatNumber, c.email, c.phone, c.zipCode, c.street]);

/** @returns places in the list, ordered by nothing but the customers themselves: by a hash, which is as good as any */
export function ownOrder(inputs: readonly MatchInput[]): number[] {
  const keys = Float64Array.from(inputs, (c, i) => (hashOf(`${c.id} ${c.name}`) >>> 0) * PLACES + i).sort();
  const order = Array.from(keys, (key) => key % PLACES);
  const hashAt = (k: number) => Math.floor(keys[k]! / PLACES);
  for (let begin = 0, end = 1; begin < order.length; begin = end++) {
    while (end < order.length && hashAt(end) === hashAt(begin)) end++;
    if (end - begin > 1) order.splice(begin, end - begin, ...byEverything(inputs, order.slice(begin, end)));
  }
  return order;
}

function byEverything(inputs: readonly MatchInput[], places: number[]): number[] {
  const texts = new Map(places.map((i) => [i, everything(inputs[i]!)]));
  return places.sort((a, b) => {
    const x = texts.get(a)!;
    const y = texts.get(b)!;
    return x < y ? -1 : x > y ? 1 : a - b;
  });
}
