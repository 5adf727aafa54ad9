/** Finds the few candidates for a customer in a long list without looking at all of it. */
import type { Comparison } from '../compare/alignment.ts';
import { COST, DECISION } from '../costs.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { Estimator } from './estimate.ts';
import { Points } from './points.ts';
import type { PostingLists } from './posting-lists.ts';
import { Query } from './query.ts';
import { COMMON, detailKeys, pairKey, type TargetIndex } from './target-index.ts';
import type { TargetWords } from './target-words.ts';

/** Maximum number of list entries read per customer. */
const READ_AT_MOST = 500;
/** The same per list, for a customer that has only a common word. */
const READ_ALONE = 2000;
/** Maximum number of common words looked up in pairs. */
const PAIRED = 8;
/** Points for an equal number or address, in nats, and the maximum number of targets per value. */
const DETAIL_POINTS = 20;
const DETAIL_AT_MOST = 50;
/** Targets with a smaller share of the best one's points are dropped. */
const WORTH_A_LOOK = 0.25;
/** Maximum number of targets estimated; more for one-word names, which say less. */
const ESTIMATED = 24;
const ESTIMATED_ONE_WORD = 100;
/** Deduction per word of a target, in nats, when too many targets have points. */
const HANDICAP = 0.5;
/** Targets this far behind the best one, in nats, are not compared. */
export const MARGIN = 10;

export interface Candidates {
  /** Indices in the target list, most promising first. */
  places: number[];
  /** Estimated score of each, in nats. */
  estimates: number[];
}

export class CandidateFinder {
  private readonly vocabulary: Vocabulary;
  private readonly weights: Float64Array;
  private readonly index: TargetIndex;
  private readonly query: Query;
  private readonly points: Points;
  private readonly rough: Estimator;
  private readonly estimates: Float32Array;

  constructor(comparison: Comparison, targets: readonly Entry[], words: TargetWords, index: TargetIndex) {
    this.vocabulary = comparison.vocabulary;
    this.weights = comparison.weights;
    this.index = index;
    this.query = new Query(this.vocabulary.texts.length);
    this.points = new Points(Float32Array.from(targets, (t) => HANDICAP * t.words.length));
    this.rough = new Estimator(comparison, targets, words);
    this.estimates = new Float32Array(targets.length);
  }

  /**
   * Finds the targets that may be the source customer.
   * @param self the target that is the source itself, and so no candidate
   */
  find(source: Entry, self = -1): Candidates {
    this.ask(source);
    this.addWords();
    const { byDetail } = this.index;
    for (const key of detailKeys(byDetail, source)) this.add(byDetail, key, DETAIL_POINTS, DETAIL_AT_MOST);
    if (self >= 0) this.points.clear(self);
    const { estimates } = this;
    const limit = source.words.length > 1 ? ESTIMATED : ESTIMATED_ONE_WORD;
    const places = this.points.take(limit, WORTH_A_LOOK, DETAIL_POINTS);
    let best = -Infinity;
    for (const t of places) {
      estimates[t] = this.rough.estimate(this.query, t);
      best = Math.max(best, estimates[t]!);
    }
    const least = Math.max(best - MARGIN, DECISION.shown);
    const promising = places.filter((t) => estimates[t]! > least);
    promising.sort((a, b) => estimates[b]! - estimates[a]! || a - b);
    return { places: promising, estimates: promising.map((t) => estimates[t]!) };
  }

  /** Collects the targets' words that the source's words may stand for, alone or joined. */
  private ask(source: Entry): void {
    const { query } = this;
    const { byWord, variants } = this.index;
    const inTargets = (n: number) => n >= 0 && byWord.size(n) > 0;
    query.begin(source, this.vocabulary);
    const { words, senses, joints, whole, initials } = source;
    for (let i = 0; i < words.length; i++) {
      for (const v of variants(words[i]!)) query.ask(v.word, 1 << i, v.cost);
      if (senses[i] !== words[i])
        for (const v of variants(senses[i]!)) query.ask(v.word, 1 << i, v.cost + COST.sense);
    }
    for (let i = 0; i < joints.length; i++) {
      if (inTargets(joints[i]!)) query.ask(joints[i]!, 3 << i, COST.joined);
      else if (!inTargets(words[i]!) || !inTargets(words[i + 1]!))
        for (const v of variants(joints[i]!)) query.ask(v.word, 3 << i, v.cost + COST.joined);
    }
    const all = (1 << words.length) - 1;
    if (inTargets(whole)) query.ask(whole, all, COST.joined);
    if (inTargets(initials)) query.ask(initials, all, COST.initials);
  }

  /** Gives points to targets that share words with the source, rare words first. */
  private addWords(): void {
    const { words, size } = this.query;
    const { byWord, byPair } = this.index;
    const sizeOf = (place: number) => byWord.size(words[place]!);
    const order: number[] = [];
    for (let place = 0; place < size; place++) order.push(place);
    order.sort((a, b) => sizeOf(a) - sizeOf(b) || words[a]! - words[b]!);
    const common: number[] = [];
    let read = 0;
    for (const place of order) {
      if (sizeOf(place) > COMMON) {
        if (common.length < PAIRED) common.push(place);
      } else if (read === 0 || read + sizeOf(place) <= READ_AT_MOST) {
        this.add(byWord, words[place]!, this.worth(place));
        read += sizeOf(place);
      }
    }
    for (let a = 0; a < common.length; a++)
      for (let b = a + 1; b < common.length; b++) {
        const [x, y] = [common[a]!, common[b]!];
        const key = pairKey(byPair, words[x]!, words[y]!);
        if (byPair.size(key) <= READ_AT_MOST) this.add(byPair, key, this.worth(x) + this.worth(y));
      }
    if (this.query.source.words.length === 1 || this.points.isEmpty())
      for (const place of common) this.add(byWord, words[place]!, this.worth(place), READ_ALONE);
  }

  /** The value of a target having this word, in nats. */
  private worth(place: number): number {
    return this.weights[this.query.words[place]!]! / (1 + this.query.costs[place]! / 3);
  }

  /** Adds points to the targets in a list. */
  private add(lists: PostingLists, key: number, value: number, atMost = Infinity): void {
    const begin = lists.start[key]!;
    this.points.add(lists.entries, begin, Math.min(lists.start[key + 1]!, begin + atMost), value);
  }
}
