/** Estimates a pair's score from the index alone, which saves comparing names that cannot match. */
import type { Comparison } from '../compare/alignment.ts';
import { addressSignal, emailSignal, phoneSignal, vatSignal } from '../compare/score.ts';
import { maskDifference } from '../compare/similarity.ts';
import { NEVER, type WordComparer } from '../compare/word-compare.ts';
import { COST, WORTH } from '../costs.ts';
import { MAX_WORDS } from '../name/words.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import type { Query } from './query.ts';
import { OfTarget, OfWord, type TargetWords } from './target-words.ts';
import { PART_COST } from './word-finder.ts';

/** Maximum cost of a pair of words. */
const PAIR_AT_MOST = 6;

export class Estimator {
  private readonly vocabulary: Vocabulary;
  private readonly weights: Float64Array;
  private readonly targets: readonly Entry[];
  private readonly compare: WordComparer;
  private readonly all: TargetWords;
  private readonly background: number;
  /** Per word of the current target: its partner's position in the query, -1 for none; and its cost. */
  private readonly partners = new Int32Array(MAX_WORDS);
  private readonly costs = new Float64Array(MAX_WORDS);
  private size = 0;
  private information = 0;
  /** Source words with a partner, one bit each. */
  private covered = 0;

  constructor({ vocabulary, weights, compare }: Comparison, targets: readonly Entry[], words: TargetWords) {
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.targets = targets;
    this.compare = compare;
    this.all = words;
    this.background = WORTH.base + WORTH.complete - Math.log(targets.length + 10);
  }

  /** @returns roughly the nats of the full comparison, rather too many than too few */
  estimate(query: Query, target: number): number {
    const { source, added } = query;
    const { numbers, begin, forms } = this.all;
    const at = begin[target]!;
    const first = at + OfTarget.words;
    const size = (begin[target + 1]! - first) / OfWord.size;
    this.size = size;
    this.pairAsked(query, first, size);
    const everyWord = 2 ** added.length - 1;
    if (this.covered !== everyWord || query.hasParts)
      for (let k = 0; k < size; k++) if (this.partners[k]! < 0) this.pairUnmatched(query, target, k);
    let cost = 0;
    for (let k = 0; k < size; k++) cost += this.costs[k]!;
    for (let i = 0; i < added.length; i++) if (!(this.covered & (1 << i))) cost += added[i]!;
    let whole = query.placeOf(numbers[at + OfTarget.whole]!);
    if (whole < 0) whole = query.placeOf(numbers[at + OfTarget.initials]!);
    if (whole >= 0 && query.costs[whole]! < cost) {
      cost = query.costs[whole]!;
      this.information += this.weights[query.words[whole]!]!;
    }
    const form = forms[numbers[at + OfTarget.form]!]!;
    const identical = cost === 0 && source.form === form ? WORTH.identical : 0;
    if (source.form !== form) cost += source.form && form ? COST.formDiffers : COST.formMissing;
    const nats = Math.min(this.information + this.background, WORTH.nameAtMost) + identical - cost;
    const besides = query.hasDetails ? evidence(source, this.targets[target]!) : 0;
    return Math.max(nats, WORTH.nameAtLeast) + besides;
  }

  /** Finds the target's words, and adjacent ones joined, in the query. */
  private pairAsked(query: Query, first: number, size: number): void {
    const { partners, costs } = this;
    const { numbers } = this.all;
    for (let k = 0, at = first; k < size; k++, at += OfWord.size) {
      let place = query.placeOf(numbers[at + OfWord.sense]!);
      if (place < 0 && numbers[at + OfWord.word] !== numbers[at + OfWord.sense])
        place = query.placeOf(numbers[at + OfWord.word]!);
      partners[k] = place;
      costs[k] = place < 0 ? numbers[at + OfWord.missing]! / 1000 : query.costs[place]!;
    }
    for (let k = 0; k + 1 < size; k++) {
      if (costs[k]! + costs[k + 1]! === 0) continue;
      const place = query.placeOf(numbers[first + k * OfWord.size + OfWord.joint]!);
      if (place < 0 || query.costs[place]! >= costs[k]! + costs[k + 1]!) continue;
      partners[k] = partners[k + 1] = place;
      costs[k] = query.costs[place]!;
      costs[k + 1] = 0;
    }
    this.information = 0;
    this.covered = 0;
    for (let k = 0; k < size; k++) {
      const place = partners[k]!;
      if (place < 0 || (k > 0 && place === partners[k - 1])) continue;
      this.information += this.weights[query.words[place]!]!;
      this.covered |= query.covers[place]!;
    }
  }

  /** A word that is not in the query may still resemble one of the source's, or be the rest of one. */
  private pairUnmatched(query: Query, target: number, k: number): void {
    const { source } = query;
    const at = this.all.begin[target]! + OfTarget.words + k * OfWord.size;
    const word = this.all.numbers[at + OfWord.word]!;
    const mask = this.all.numbers[at + OfWord.mask]!;
    let least = NEVER;
    let best = 0;
    for (let i = 0; i < query.masks.length; i++) {
      let cost = NEVER;
      if (!(this.covered & (1 << i))) {
        if (!areAlike(query.masks[i]!, mask)) continue;
        cost = this.compare(source.words[i]!, word, source.dotted[i]! || this.targets[target]!.dotted[k]!);
      } else if (query.hasParts && this.isRest(query, i, word)) cost = PART_COST;
      if (cost >= least) continue;
      least = cost;
      best = i;
    }
    if (least >= PAIR_AT_MOST) return;
    this.costs[k] = least;
    this.covered |= 1 << best;
    this.information += this.weights[word]!;
  }

  /** Whether the source's word `i` begins or ends with a partner it has, and this word is the rest. */
  private isRest(query: Query, i: number, word: number): boolean {
    const { texts, masks } = this.vocabulary;
    const whole = query.source.words[i]!;
    for (let k = 0; k < this.size; k++) {
      const place = this.partners[k]!;
      if (place < 0 || query.costs[place] !== PART_COST || !(query.covers[place]! & (1 << i))) continue;
      const part = query.words[place]!;
      const letters = texts[part]!.length + texts[word]!.length;
      const mask = masks[part]! | masks[word]!;
      if (Math.abs(letters - texts[whole]!.length) <= 2 && maskDifference(mask, masks[whole]!) <= 4)
        return true;
    }
    return false;
  }
}

/** Whether words with these masks may be misspelt or abbreviated forms of each other. */
const areAlike = (a: number, b: number): boolean =>
  (a & ~b) === 0 || (b & ~a) === 0 || maskDifference(a, b) <= 2;

/** Evidence besides the names, in nats. */
function evidence({ details: a }: Entry, { details: b }: Entry): number {
  return vatSignal(a, b).nats + emailSignal(a, b).nats + phoneSignal(a, b).nats + addressSignal(a, b).nats;
}
