/** Finds, for a customer, the few of a long list that may be the same one, without looking at all of them. */
import { COST, DECISION } from './costs.ts';
import { Estimator } from './estimate.ts';
import { indexLetters, MAX_LETTERS, MIN_LETTERS } from './letter-index.ts';
import { fill, HashedLists, hashOf, hashOfPair, Lists } from './lists.ts';
import { Points } from './points.ts';
import { Query } from './query.ts';
import { type Steps, within } from './steps.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';
import type { WordComparer } from './word-compare.ts';
import { wordFinder } from './word-finder.ts';

/** A word that more targets share than this is only looked up together with another. */
const COMMON = 200;
/** At most this many entries of lists are read for one customer. */
const READ_AT_MOST = 500;
/** The pairs of common words are made of so many of them. */
const PAIRED = 6;
/** What an equal number or address counts, in nats, and how many targets with it are looked at. */
const DETAIL_POINTS = 20;
const DETAIL_AT_MOST = 50;
/** Targets with a smaller share of the best one's points are not worth a closer look. */
const WORTH_A_LOOK = 0.25;
/** So many targets are looked at more closely. */
const ESTIMATED = 24;
/** Each word of a target counts so much against it, in nats, when more targets have got points. */
const HANDICAP = 0.5;
/** Targets so much less promising than the best one, in nats, are not worth comparing. */
export const MARGIN = 10;

export interface Candidates {
  /** Places in the target list, most promising first. */
  places: number[];
  /** How promising each is, in nats. */
  estimates: number[];
}

export type TargetIndex = (source: Entry) => Candidates;

/** Adds a number that is not there yet. */
function addOnce(list: number[], n: number): void {
  if (n >= 0 && !list.includes(n)) list.push(n);
}

/** Everything a target can be found by: its words, two written as one, all written as one, its initials. */
function keysOf(entry: Entry, keys: number[]): number[] {
  keys.length = 0;
  for (const n of entry.senses) addOnce(keys, n);
  for (const n of entry.words) addOnce(keys, n);
  for (const n of entry.joints) addOnce(keys, n);
  addOnce(keys, entry.whole);
  addOnce(keys, entry.initials);
  return keys;
}

function detailKeys({ vat, email, domain, phone, street, zip }: Entry['details']): string[] {
  const keys: string[] = [];
  if (vat) keys.push(`v${vat}`);
  if (email) keys.push(`e${email}`);
  if (domain) keys.push(`d${domain}`);
  if (phone) keys.push(`p${phone}`);
  if (street && zip) keys.push(`a${zip}${street}`);
  return keys;
}

/** Keys for every two of the common words. */
function pairKeys(common: readonly number[], lists: HashedLists): number[] {
  const keys: number[] = [];
  for (let a = 0; a < common.length; a++)
    for (let b = a + 1; b < common.length; b++)
      addOnce(keys, lists.keyOf(hashOfPair(common[a]!, common[b]!)));
  return keys;
}

/** Builds the index over the target list. */
export function* indexTargets(
  vocabulary: Vocabulary,
  weights: Float64Array,
  targets: readonly Entry[],
  compare: WordComparer,
): Steps<TargetIndex> {
  const { texts, counts } = vocabulary;
  const keys: number[] = [];
  const byWord = new Lists(texts.length);
  yield* within(
    0,
    0.3,
    fill(byWord, targets.length, (i) => keysOf(targets[i]!, keys)),
  );
  const isCommon = (n: number) => byWord.size(n) > COMMON;
  const inTargets = (n: number) => byWord.size(n) > 0;

  const byPair = new HashedLists(targets.length * 2);
  const commonWords = (e: Entry) => [...new Set(e.senses.filter(isCommon))].slice(0, PAIRED);
  yield* within(
    0.3,
    0.5,
    fill(byPair, targets.length, (i) => pairKeys(commonWords(targets[i]!), byPair)),
  );

  const byDetail = new HashedLists(targets.length * 2);
  const hashed = (e: Entry) => detailKeys(e.details).map((key) => byDetail.keyOf(hashOf(key)));
  yield* within(
    0.5,
    0.6,
    fill(byDetail, targets.length, (i) => hashed(targets[i]!)),
  );

  const words: number[] = [];
  for (let n = 0; n < texts.length; n++)
    if (inTargets(n) && texts[n]!.length >= MIN_LETTERS && texts[n]!.length <= MAX_LETTERS) words.push(n);
  words.sort((a, b) => counts[a]! - counts[b]! || b - a);
  const letters = yield* within(
    0.6,
    1,
    indexLetters(texts, words, (n) => counts[n]! > 0),
  );
  const variants = wordFinder(vocabulary, letters, compare, inTargets);

  const query = new Query(texts.length);
  const points = new Points(Float32Array.from(targets, (t) => HANDICAP * t.words.length));
  const rough = new Estimator(vocabulary, weights, targets, compare);
  const estimates = new Float32Array(targets.length);
  const worth = (place: number) => weights[query.words[place]!]! / (1 + query.costs[place]! / 3);

  function ask(source: Entry): void {
    query.begin(source, vocabulary);
    const all = (1 << source.words.length) - 1;
    source.words.forEach((word, i) => {
      for (const v of variants(word)) query.ask(v.word, 1 << i, v.cost);
      const sense = source.senses[i]!;
      if (sense !== word) for (const v of variants(sense)) query.ask(v.word, 1 << i, v.cost + COST.sense);
    });
    source.joints.forEach((joint, i) => {
      if (inTargets(joint)) query.ask(joint, 3 << i, COST.joined);
      else if (!inTargets(source.words[i]!) || !inTargets(source.words[i + 1]!))
        for (const v of variants(joint)) query.ask(v.word, 3 << i, v.cost + COST.joined);
    });
    if (source.whole >= 0 && inTargets(source.whole)) query.ask(source.whole, all, COST.joined);
    if (source.initials >= 0 && inTargets(source.initials)) query.ask(source.initials, all, COST.initials);
  }

  /** Gives points to the targets that share words with the source, by their rare words first. */
  function addWords(): void {
    const order = Array.from({ length: query.size }, (_, place) => place);
    const size = (place: number) => byWord.size(query.words[place]!);
    order.sort((a, b) => size(a) - size(b) || query.words[a]! - query.words[b]!);
    let read = 0;
    let i = 0;
    for (; i < order.length; i++) {
      const place = order[i]!;
      if (size(place) > COMMON || (read > 0 && read + size(place) > READ_AT_MOST)) break;
      addList(byWord, query.words[place]!, worth(place));
      read += size(place);
    }
    const common = order
      .slice(i)
      .filter((place) => size(place) > COMMON)
      .slice(0, 8);
    common.forEach((x, a) => {
      for (const y of common.slice(a + 1)) {
        const key = byPair.keyOf(hashOfPair(query.words[x]!, query.words[y]!));
        if (byPair.size(key) <= READ_AT_MOST) addList(byPair, key, worth(x) + worth(y));
      }
    });
    if (points.isEmpty() && common.length)
      addList(byWord, query.words[common[0]!]!, worth(common[0]!), COMMON);
  }

  function addList(lists: Lists, key: number, value: number, atMost = Infinity): void {
    const begin = lists.start[key]!;
    points.add(lists.entries, begin, Math.min(lists.start[key + 1]!, begin + atMost), value);
  }

  return (source) => {
    ask(source);
    addWords();
    for (const key of hashed(source)) addList(byDetail, key, DETAIL_POINTS, DETAIL_AT_MOST);
    const looked = points.take(ESTIMATED, WORTH_A_LOOK, DETAIL_POINTS);
    let best = -Infinity;
    for (const t of looked) {
      estimates[t] = rough.estimate(query, t);
      best = Math.max(best, estimates[t]!);
    }
    const places = looked.filter((t) => estimates[t]! > Math.max(best - MARGIN, DECISION.shown));
    places.sort((a, b) => estimates[b]! - estimates[a]! || a - b);
    return { places, estimates: places.map((t) => estimates[t]!) };
  };
}
