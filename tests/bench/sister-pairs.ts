/** Pairs of names that nobody could know to be one customer, and pairs that are one. */
import { makeRandom, type Random } from '../sandbox/random.ts';
import type { Entry } from './pairs.ts';
import { rewrites, sameKinds } from './same-names.ts';
import { apartByLetter } from './sister-letters.ts';
import { type Apart, type Plain, plainName, type Two } from './sister-names.ts';
import { apartByNothing } from './sister-nothing.ts';
import { apartByNumber } from './sister-numbers.ts';
import { apartByPerson } from './sister-persons.ts';
import { apartByWord } from './sister-words.ts';

/** One name stands in one list, the other in the other. */
export interface NamePair {
  kind: string;
  one: string;
  other: string;
  /** Both before anything else was written otherwise, and the name they were made of. */
  plain: readonly string[];
}

/** Sisters by what tells them apart. */
export const sisterKinds: Record<string, Apart[]> = {
  ...apartByNumber,
  ...apartByPerson,
  ...apartByWord,
  ...apartByNothing,
};

/** Sisters that no reader can tell from one customer with a typing error in its name: counted, and promised nothing. */
export const letterKinds: Record<string, Apart[]> = apartByLetter;

/** So many sisters are spelt otherwise on one side, beside what tells them apart. */
const NOISY = 0.6;

const remarks = [
  (name) => `${name} (lukket)`,
  (name) => `${name} - NY KUNDE`,
  (name) => `** BRUG IKKE ** ${name}`,
  (name) => `OBS: ${name}`,
  (name) => `${name} (gl. kunde)`,
  (name) => `${name} - kun kontant`,
  (name) => `${name} - faktura`,
] satisfies ((name: string) => string)[];

const noises = [
  ...Object.values(rewrites).flat(),
  (name: string, random: Random) => random.pick(remarks)(name),
];

/**
 * @param pool names with what makes them
 * @param kinds see `sisterKinds` and `letterKinds`
 * @returns so many pairs of sisters, of every kind as many
 */
export function sisterPairs(
  pool: readonly Entry[],
  count: number,
  seed: number,
  kinds: Record<string, Apart[]> = sisterKinds,
): NamePair[] {
  const random = makeRandom(seed);
  return pairsOf(pool, kinds, count, random).map((pair) => noisy(pair, random));
}

/** So many pairs of names that are the same written otherwise, all with a legal form, of every kind as many. */
export function samePairs(pool: readonly Entry[], count: number, seed: number): NamePair[] {
  const companies = pool.filter(({ name, person }) => !person && / (ApS|[AIKP]\/S|IVS)$/.test(name));
  const named = (entry: Entry, random: Random): Plain => {
    const { base } = plainName(entry, random);
    return { base, form: entry.name.slice(entry.name.lastIndexOf(' ') + 1) };
  };
  return pairsOf(companies, sameKinds, count, makeRandom(seed), named);
}

function pairsOf(
  pool: readonly Entry[],
  kinds: Record<string, Apart[]>,
  count: number,
  random: Random,
  read: (entry: Entry, random: Random) => Plain = plainName,
): NamePair[] {
  const pairs: NamePair[] = [];
  const left = new Map(Object.keys(kinds).map((kind, at, all) => [kind, share(count, at, all.length)]));
  // A pool without letters for a ligature, say, ends the kind.
  let attempts = 30 * count;
  let entries: Entry[] = [];
  const nextEntry = (): Entry => {
    if (entries.length === 0) entries = random.shuffle(pool);
    return entries.pop()!;
  };
  while (left.size > 0 && attempts-- > 0)
    for (const [kind, wanted] of left) {
      const name = read(nextEntry(), random);
      const two = random.pick(kinds[kind]!)(name, random, () => read(random.pick(pool), random));
      if (two) pairs.push(pairOf(kind, two, name, random));
      if (two && wanted === 1) left.delete(kind);
      else if (two) left.set(kind, wanted - 1);
    }
  return pairs;
}

const share = (count: number, at: number, of: number): number =>
  Math.max(1, Math.floor(((at + 1) * count) / of) - Math.floor((at * count) / of));

/** Either may be the source's. */
function pairOf(kind: string, two: Two, { base }: Plain, random: Random): NamePair {
  const [one, other] = random.chance(0.5) ? two : [two[1], two[0]];
  return { kind, one, other, plain: [one, other, base] };
}

function noisy(pair: NamePair, random: Random): NamePair {
  if (!random.chance(NOISY)) return pair;
  const side = random.pick(['one', 'other'] as const);
  let name = pair[side];
  for (let times = random.pick([1, 1, 2]); times > 0; times--)
    name = random.pick(noises)(name, random) ?? name;
  return { ...pair, [side]: name };
}
