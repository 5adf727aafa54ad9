/** All words of both lists as numbers, with what is known of each: how often it occurs and which letters it has. */
import type { ContactDetails } from './contact-details.ts';
import { readDetails } from './contact-details.ts';
import { isKnownWord, Role, senseOf } from './lexicon.ts';
import { Part, parseName } from './normalize.ts';
import { letterMask } from './similarity.ts';
import type { MatchInput } from './types.ts';

/** A customer ready to be compared. The arrays run alongside: one entry per word of the name. */
export interface Entry {
  given: string;
  /** Numbers of the words, in the order they stand. */
  words: number[];
  /** Numbers of what they mean: the same for "Danmark" and "Denmark". */
  senses: number[];
  roles: Role[];
  parts: Part[];
  dotted: boolean[];
  /** Numbers of "word i and i+1 written as one"; one shorter than `words`. */
  joints: number[];
  /** Number of the whole name (without what was only added) written as one word. */
  whole: number;
  /** Number of the first letters, -1 when fewer than three words. */
  initials: number;
  form: string;
  turned: boolean;
  hasOwner: boolean;
  details: ContactDetails;
}

export interface Vocabulary {
  numbers: Map<string, number>;
  texts: string[];
  masks: number[];
  /** In how many names the word occurs, both lists together. */
  counts: number[];
  /** A word that tells little wherever it occurs. */
  generic: boolean[];
  /** A word of the language or a common name. */
  known: boolean[];
}

export const newVocabulary = (): Vocabulary => ({
  numbers: new Map(),
  texts: [],
  masks: [],
  counts: [],
  generic: [],
  known: [],
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
    vocabulary.known.push(isKnownWord(text));
  }
  return n;
}

/** Reads a customer and enters its words. */
export function readEntry(vocabulary: Vocabulary, input: MatchInput): Entry {
  const name = parseName(input.name);
  const number = (text: string) => numberOf(vocabulary, text);
  const words = name.words.map((w) => number(w.text));
  const senses = name.words.map((w) => number(senseOf(w.text)));
  const own = name.words.filter((w) => w.part === Part.own);
  const lettered = own.filter((w) => w.role !== Role.small);
  const counted = new Set<number>();
  senses.forEach((n, i) => {
    const { role } = name.words[i]!;
    if (role !== Role.core && role !== Role.number) vocabulary.generic[n] = true;
    for (const number of [n, words[i]!])
      if (!counted.has(number)) {
        counted.add(number);
        vocabulary.counts[number]! += 1;
      }
  });
  return {
    given: name.given,
    words,
    senses,
    roles: name.words.map((w) => w.role),
    parts: name.words.map((w) => w.part),
    dotted: name.words.map((w) => w.dotted),
    joints: words.slice(1).map((_, i) => number(name.words[i]!.text + name.words[i + 1]!.text)),
    whole: own.length ? number(own.map((w) => w.text).join('')) : -1,
    initials: lettered.length >= 3 ? number(lettered.map((w) => w.text[0]).join('')) : -1,
    form: name.form,
    turned: name.turned,
    hasOwner: name.words.some((w) => w.part === Part.owner),
    details: readDetails(input),
  };
}

/** How much it tells that a word agrees, in nats: rare words much, common and generic ones little. */
export function wordWeights(vocabulary: Vocabulary, customers: number): Float64Array {
  const weights = new Float64Array(vocabulary.texts.length);
  const background = 500;
  for (let n = 0; n < weights.length; n++) {
    const others =
      Math.max(vocabulary.counts[n]! - 2, 0) + (vocabulary.generic[n] || vocabulary.known[n] ? 4 : 0.5);
    weights[n] = Math.log((customers + background) / others);
  }
  return weights;
}
