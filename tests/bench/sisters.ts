/**
 * How often the matcher is certain of a customer that nobody could know to be the same, and how often it is not of one
 * that is the same written otherwise.
 * Run: node tests/bench/sisters.ts [--pairs 200000] [--seed 7]
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type CustomerMatch, type MatchInput, matchCustomers } from '../../lib/match/index.ts';
import { makeRandom, type Random } from '../sandbox/random.ts';
import { type LabelledLists, labelledLists } from './labelled.ts';
import { sandboxNames } from './names.ts';
import type { Entry } from './pairs.ts';
import { sameKinds } from './same-names.ts';
import { letterKinds, type NamePair, samePairs, sisterKinds, sisterPairs } from './sister-pairs.ts';
import { sisterTable } from './sister-table.ts';

/** What became of a pair. */
export interface Played extends NamePair {
  verdict: CustomerMatch['verdict'];
  /** The name of the first candidate. */
  found: string | undefined;
  /** What both customers have in common beside the name. */
  shared: Partial<MatchInput> | undefined;
}

export interface KindRow {
  kind: string;
  /** By their names alone. */
  byName: Tally;
  /** With what sister companies share: an e-mail domain, a telephone number, a place. */
  sharing: Tally;
}

export interface Tally {
  pairs: number;
  /** Wrong: certain among sisters, not certain among the same. */
  wrong: number;
  examples: Example[];
}

/** One that went wrong. */
export interface Example {
  kind: string;
  one: string;
  other: string;
  verdict: CustomerMatch['verdict'];
  /** The first candidate, where it is another than its own pair's. */
  found?: string;
  shared?: string;
}

export interface SisterBench {
  sisters: KindRow[];
  /** Certain of a name out of another pair, which may or may not be right: to be looked at. */
  elsewhere: { certain: number; examples: Example[] };
  same: KindRow[];
  /** One letter apart. */
  letters: KindRow[];
}

/** So many customers stand in a list. */
const LIST = 400;

/** So many pairs stand alone, between so many that have nothing to do with them. */
const ALONE = 0.05;
const AROUND = 10;

const EXAMPLES = 5;

/** The labelled names, or the sandbox's. */
export const sisterPool = (labelled: LabelledLists | undefined): Entry[] =>
  labelled ? [...labelled.realNames(), ...labelled.synthNames(5000, 11)] : sandboxNames(5000, 11);

/**
 * Plays so many pairs of sisters, half of them sharing evidence, a quarter as many of the same, and a twentieth as many that
 * are one letter apart.
 */
export function benchSisters(pool: readonly Entry[], pairs: number, seed: number): SisterBench {
  const playBoth = (count: number, kinds: typeof sisterKinds) => [
    ...play(sisterPairs(pool, count, seed, kinds), pool, { seed }),
    ...play(sisterPairs(pool, count, seed + 1, kinds), pool, { seed: seed + 1, sharing: true }),
  ];
  const sisters = playBoth(Math.ceil(pairs / 2), sisterKinds);
  const letters = playBoth(Math.ceil(pairs / 40), letterKinds);
  const elsewhere = sisters.filter((pair) => pair.verdict === 'certain' && !ofItsOwn(pair));
  const same = play(samePairs(pool, Math.ceil(pairs / 4), seed + 2), pool, { seed: seed + 2 });
  return {
    sisters: rowsOf(Object.keys(sisterKinds), sisters, ofItsOwn),
    elsewhere: { certain: elsewhere.length, examples: elsewhere.slice(0, 4 * EXAMPLES).map(exampleOf) },
    same: rowsOf(Object.keys(sameKinds), same, (pair) => !ofItsOwn(pair)),
    letters: rowsOf(Object.keys(letterKinds), letters, ofItsOwn),
  };
}

/** Whether the one name is certainly the customer of the other. */
export const ofItsOwn = ({ verdict, found, other }: Played): boolean =>
  verdict === 'certain' && found === other;

/**
 * Matches the one name of every pair with the other, among the names of other pairs or a few unrelated ones. No two
 * pairs of a list have a name in common, so that a source's true partner is never there.
 */
export function play(
  pairs: readonly NamePair[],
  pool: readonly Entry[],
  { seed, sharing = false }: { seed: number; sharing?: boolean },
): Played[] {
  const random = makeRandom(seed);
  const alone = new Set(pairs.filter(() => random.chance(ALONE)));
  const together = pairs.filter((pair) => !alone.has(pair));
  return [
    ...[...inLists(together)].flatMap((list) => playList(list, [], random, sharing)),
    ...[...alone].flatMap((pair) => playList([pair], unrelated(pair, pool, random), random, sharing)),
  ];
}

function playList(
  pairs: readonly NamePair[],
  around: readonly string[],
  random: Random,
  sharing: boolean,
): Played[] {
  const details = pairs.map((_, at) => (sharing ? sharedDetails(at, random) : undefined));
  const source = pairs.map(({ one }, at) => ({ ...details[at]?.one, id: `s${at}`, name: one }));
  const target = [
    ...pairs.map(({ other }, at) => ({ ...details[at]?.other, id: `t${at}`, name: other })),
    ...around.map((name, at) => ({ id: `u${at}`, name })),
  ];
  const names = new Map(target.map(({ id, name }) => [id, name]));
  return matchCustomers(source, random.shuffle(target)).map(({ verdict, candidates }, at) => ({
    ...pairs[at]!,
    verdict,
    found: names.get(candidates[0]?.id ?? ''),
    shared: details[at]?.one,
  }));
}

/** What both have in common; never the VAT number, which one of two sisters only has. */
function sharedDetails(at: number, random: Random): { one: Partial<MatchInput>; other: Partial<MatchInput> } {
  const number = `${random.between(20, 98)}${random.digits(6)}`;
  const host = `k${at}-${random.digits(6)}.example`;
  const ways: { one: Partial<MatchInput>; other: Partial<MatchInput> }[] = [
    { one: { email: `post@${host}` }, other: { email: `faktura@${host}` } },
    { one: { phone: number }, other: { phone: `+45 ${number}` } },
    { one: { zipCode: '5000', city: 'Odense C' }, other: { zipCode: '5000', city: 'Odense C' } },
  ];
  const taken = random.shuffle(ways).slice(0, random.pick([1, 1, 1, 2, 3]));
  return {
    one: Object.assign({}, ...taken.map(({ one }) => one)),
    other: Object.assign({}, ...taken.map(({ other }) => other)),
  };
}

const SMALL =
  /\b([aikp]\/s|aps|ivs|[af]\.?m\.?b\.?a|v|ved|indehaver|og|x|gruppen|group|https?|www|dk|com|net|org|eu|nu|de|se|no)\b/g;

/**
 * What two names that may mean one customer have in common: the letters of their words without numbers, legal form and
 * small words, in any order, since words may be turned or joined.
 */
const keyOf = (name: string): string => {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .replace(SMALL, '')
    .replace(/\P{L}/gu, '');
  return [...plain].sort().join('') || name;
};

/** A pair that has a name in common with another of the list waits for the next one. */
function* inLists(pairs: readonly NamePair[]): Generator<NamePair[]> {
  let waiting: NamePair[] = [];
  let at = 0;
  while (at < pairs.length || waiting.length > 0) {
    const list: NamePair[] = [];
    const taken = new Set<string>();
    const again: NamePair[] = [];
    const add = (pair: NamePair) => {
      const keys = pair.plain.map(keyOf);
      if (list.length >= LIST || keys.some((key) => taken.has(key))) again.push(pair);
      else list.push(pair);
      if (list.at(-1) === pair) for (const key of keys) taken.add(key);
    };
    for (const pair of waiting) add(pair);
    while (list.length < LIST && at < pairs.length) add(pairs[at++]!);
    waiting = again;
    yield list;
  }
}

function unrelated({ one, other }: NamePair, pool: readonly Entry[], random: Random): string[] {
  const words = new Set(`${one} ${other}`.toLowerCase().split(/[^\p{L}]+/u));
  const strange = ({ name }: Entry) =>
    !name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 3 && words.has(word));
  const drawn = Array.from({ length: AROUND }, () => random.pick(pool));
  return [...new Set(drawn.filter(strange).map(({ name }) => name))];
}

function rowsOf(
  kinds: readonly string[],
  played: readonly Played[],
  isWrong: (pair: Played) => boolean,
): KindRow[] {
  const byKind = Map.groupBy(played, ({ kind }) => kind);
  const tally = (pairs: readonly Played[]): Tally => {
    const wrong = pairs.filter(isWrong);
    return { pairs: pairs.length, wrong: wrong.length, examples: wrong.slice(0, EXAMPLES).map(exampleOf) };
  };
  return kinds.map((kind) => {
    const pairs = byKind.get(kind) ?? [];
    return {
      kind,
      byName: tally(pairs.filter(({ shared }) => !shared)),
      sharing: tally(pairs.filter(({ shared }) => shared)),
    };
  });
}

const exampleOf = ({ kind, one, other, verdict, found, shared }: Played): Example => ({
  kind,
  one,
  other,
  verdict,
  ...(found !== other && { found: found ?? 'nothing' }),
  ...(shared && { shared: Object.keys(shared).join(', ') }),
});

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { pairs: { type: 'string', default: '40000' }, seed: { type: 'string', default: '7' } },
  });
  const pool = sisterPool(await labelledLists());
  console.log(sisterTable(benchSisters(pool, Number(values.pairs), Number(values.seed))));
}
