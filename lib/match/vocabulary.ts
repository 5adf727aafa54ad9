/** All words of both lists as numbers, with what is known of each: how often it occurs and which letters it has. */
import type { ContactDetails } from './contact-details.ts';
import { readDetails } from './contact-details.ts';
import { parseName, Role } from './normalize.ts';
import { letterMask } from './similarity.ts';
import type { MatchInput } from './types.ts';

/** A customer ready to be compared. The arrays run alongside: one entry per word of the name. */
export interface Entry {
  given: string;
  /** Numbers of the words, in the order they stand. */
  words: number[];
  roles: Role[];
  aside: boolean[];
  dotted: boolean[];
  /** Numbers of "word i and i+1 written as one"; one shorter than `words`. */
  joints: number[];
  /** Number of the whole name (without what was only added) written as one word. */
  whole: number;
  /** Number of the first letters, -1 when fewer than three words. */
  initials: number;
  form: string;
  turned: boolean;
  details: ContactDetails;
}

export interface Vocabulary {
  numbers: Map<string, number>;
  texts: string[];
  masks: number[];
  /** In how many names the word occurs, both lists together. */
  counts: number[];
  generic: boolean[];
}

export const newVocabulary = (): Vocabulary => ({
  numbers: new Map(),
  texts: [],
  masks: [],
  counts: [],
  generic: [],
});

function numberOf(vocabulary: Vocabulary, text: string): number {
  let n = vocabulary.numbers.get(text);
  if (n === undefined) {
    n = vocabulary.texts.length;
    vocabulary.numbers.set(text, n);
    vocabulary.texts.push(text);
    vocabulary.masks.push(letterMask(text));
    vocabulary.counts.push(0);
    vocabulary.generic.push(false);
  }
  return n;
}

/** Reads a customer and enters its words. */
export function readEntry(vocabulary: Vocabulary, input: MatchInput): Entry {
  const name = parseName(input.name);
  const words = name.words.map((w) => numberOf(vocabulary, w.text));
  const joints: number[] = [];
  for (let i = 0; i + 1 < words.length; i++)
    joints.push(numberOf(vocabulary, name.words[i]!.text + name.words[i + 1]!.text));
  const own = name.words.filter((w) => !w.aside);
  const counted = new Set<number>();
  words.forEach((n, i) => {
    if (counted.has(n)) return;
    counted.add(n);
    vocabulary.counts[n]! += 1;
    if (name.words[i]!.role !== Role.core && name.words[i]!.role !== Role.number)
      vocabulary.generic[n] = true;
  });
  const lettered = own.filter((w) => w.role !== Role.small);
  return {
    given: name.given,
    words,
    roles: name.words.map((w) => w.role),
    aside: name.words.map((w) => w.aside),
    dotted: name.words.map((w) => w.dotted),
    joints,
    whole: own.length ? numberOf(vocabulary, own.map((w) => w.text).join('')) : -1,
    initials: lettered.length >= 3 ? numberOf(vocabulary, lettered.map((w) => w.text[0]).join('')) : -1,
    form: name.form,
    turned: name.turned,
    details: readDetails(input),
  };
}

/** How much it tells that a word agrees, in nats: rare words much, common and generic ones little. */
export function wordWeights(vocabulary: Vocabulary, customers: number): Float64Array {
  const weights = new Float64Array(vocabulary.texts.length);
  const background = 500;
  for (let n = 0; n < weights.length; n++) {
    const others = Math.max(vocabulary.counts[n]! - 2, 0) + (vocabulary.generic[n] ? 4 : 0.5);
    weights[n] = Math.log((customers + background) / others);
  }
  return weights;
}
