/** The query for one customer: which words of the target list may stand for which of the customer's. */
import { ADDED } from '../costs.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { costWithout } from './target-words.ts';
import { PART_COST } from './word-finder.ts';

/** More words than any name leads to. */
const MOST = 512;

export class Query {
  source!: Entry;
  /** Per word of the source, the cost of a target without it. */
  added: number[] = [];
  /** The letter masks of the words, as in `Vocabulary`. */
  masks: number[] = [];
  /** Number of target words in the query. The next arrays are parallel. */
  size = 0;
  readonly words = new Int32Array(MOST);
  /** The source words that each may stand for, one bit each. */
  readonly covers = new Int32Array(MOST);
  /** In nats. */
  readonly costs = new Float64Array(MOST);
  /** Whether a word is only part of one of the source's. */
  hasParts = false;
  /** Whether the source has a number or an address. */
  hasDetails = false;
  private readonly places: Int32Array;

  /** @param words total number of words */
  constructor(words: number) {
    this.places = new Int32Array(words).fill(-1);
  }

  /** Resets the query for another source. */
  begin(source: Entry, { masks }: Vocabulary): void {
    for (let place = 0; place < this.size; place++) this.places[this.words[place]!] = -1;
    this.size = 0;
    this.hasParts = false;
    this.source = source;
    const { vat, email, phone, zip, town } = source.details;
    this.hasDetails = Boolean(vat || email || phone || zip || town);
    this.masks = source.words.map((word) => masks[word]!);
    this.added = source.words.map((_, i) => costWithout(source, i, ADDED));
  }

  ask(word: number, covers: number, cost: number): void {
    const place = this.places[word]!;
    if (cost === PART_COST) this.hasParts = true;
    if (place < 0) {
      if (this.size === MOST) return;
      this.places[word] = this.size;
      this.words[this.size] = word;
      this.covers[this.size] = covers;
      this.costs[this.size++] = cost;
    } else if (cost < this.costs[place]!) {
      this.covers[place] = covers;
      this.costs[place] = cost;
    } else if (cost === this.costs[place]) this.covers[place]! |= covers;
  }

  /** @returns the word's position in the arrays, -1 when it is not in the query */
  placeOf(word: number): number {
    return word < 0 ? -1 : this.places[word]!;
  }
}
