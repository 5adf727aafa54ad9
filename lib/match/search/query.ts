/** What is asked of the target list for one customer: which of its words may stand for which of the customer's. */
import { ADDED } from '../costs.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { costWithout } from './target-words.ts';
import { PART_COST } from './word-finder.ts';

/** No name leads to more words than this. */
const MOST = 512;

export class Query {
  source!: Entry;
  /** What it costs when a target lacks a word of the source, per word. */
  added: number[] = [];
  /** The letters of each, as in `Vocabulary`. */
  masks: number[] = [];
  /** How many words of the target list are asked for. The next arrays run alongside. */
  size = 0;
  readonly words = new Int32Array(MOST);
  /** Which of the source's words it may stand for, one bit each. */
  readonly covers = new Int32Array(MOST);
  /** Nats. */
  readonly costs = new Float64Array(MOST);
  /** One of the words is only a part of the source's. */
  hasParts = false;
  /** The source has a number or an address. */
  hasDetails = false;
  private readonly places: Int32Array;

  /** @param words how many words there are in all */
  constructor(words: number) {
    this.places = new Int32Array(words).fill(-1);
  }

  /** Forgets the source before. */
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

  /** @returns the word's place in the arrays, -1 when it was not asked for */
  placeOf(word: number): number {
    return word < 0 ? -1 : this.places[word]!;
  }
}
