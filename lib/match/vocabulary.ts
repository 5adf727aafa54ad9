/** All words of both lists as numbers, with frequency and letters of each. */
import type { ContactDetails } from './compare/contact-details.ts';
import { readDetails } from './compare/contact-details.ts';
import { letterMask } from './compare/similarity.ts';
import { isEverydayWord, isKnownWord, Role, senseOf } from './name/lexicon.ts';
import { type ParsedName, parseName } from './name/normalize.ts';
import { longer, noWords, type Shape, type ShapeTree } from './name/shape.ts';
import { Part, type Spellings } from './name/words.ts';
import type { MatchInput } from './types.ts';

/** The parts of a name that an entry keeps unchanged. */
type Kept = Omit<ParsedName, 'words'>;

/** A customer prepared for comparison. The arrays are parallel: one entry per word of the name. */
export interface Entry extends Shape, Kept {
  /** Word numbers in order. */
  words: readonly number[];
  /** Numbers of the words' meanings: the same for "Danmark" and "Denmark". */
  senses: readonly number[];
  /** Numbers of "words i and i+1 joined"; one shorter than `words`. */
  joints: readonly number[];
  /** Number of the whole name, without additions, as one word. */
  whole: number;
  /** Number of the initials, -1 for fewer than three words. */
  initials: number;
  hasOwner: boolean;
  details: ContactDetails;
}

export interface Vocabulary {
  numbers: Map<string, number>;
  texts: string[];
  masks: number[];
  /** Number of the word that represents the meaning, once known. */
  senses: (number | undefined)[];
  spellings: Spellings;
  shapes: ShapeTree;
  /** Number of names with the word, in both lists. */
  counts: number[];
  /** Whether a target has the word. */
  inTargets: boolean[];
  /** Whether the word tells little wherever it occurs. */
  generic: boolean[];
  /** Whether it is a word of the language or a common name. */
  known: boolean[];
  /** Whether anybody may use the word, once looked up. */
  everyday: Map<number, boolean>;
}

export const newVocabulary = (): Vocabulary => ({
  numbers: new Map(),
  texts: [],
  masks: [],
  senses: [],
  spellings: new Map(),
  shapes: noWords(),
  counts: [],
  inTargets: [],
  generic: [],
  known: [],
  everyday: new Map(),
});

function numberOf(vocabulary: Vocabulary, text: string): number {
  let n = vocabulary.numbers.get(text);
  if (n === undefined) {
    n = vocabulary.texts.length;
    vocabulary.numbers.set(text, n);
    vocabulary.texts.push(text);
    vocabulary.masks.push(letterMask(text));
    vocabulary.counts.push(0);
    vocabulary.inTargets.push(false);
    vocabulary.senses.push(undefined);
    vocabulary.generic.push(false);
    vocabulary.known.push(isKnownWord(text));
  }
  return n;
}

/** Number of the word that represents its meaning. */
function senseNumber(vocabulary: Vocabulary, word: number): number {
  vocabulary.senses[word] ??= numberOf(vocabulary, senseOf(vocabulary.texts[word]!));
  return vocabulary.senses[word];
}

export function isEveryday(vocabulary: Vocabulary, word: number): boolean {
  let is = vocabulary.everyday.get(word);
  if (is === undefined) {
    is = isEverydayWord(vocabulary.texts[word]!);
    vocabulary.everyday.set(word, is);
  }
  return is;
}

/** Counts each word of a name once, and records generic ones. */
function countWords(vocabulary: Vocabulary, { words, senses, roles }: Entry) {
  const { counts, generic } = vocabulary;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const sense = senses[i]!;
    const role = roles[i]!;
    if (role !== Role.core && role !== Role.number) generic[sense] = true;
    if (words.indexOf(word) === i && senses.indexOf(word) < 0) counts[word]!++;
    if (senses.indexOf(sense) === i) counts[sense]!++;
  }
}

/** Reads a customer and enters its words. */
export function readEntry(vocabulary: Vocabulary, input: MatchInput): Entry {
  const name = parseName(input.name, vocabulary.spellings);
  const found = name.words;
  const words = found.map((word) => numberOf(vocabulary, word.text));
  const differ = words.some((n) => senseNumber(vocabulary, n) !== n);
  let shape = vocabulary.shapes;
  let whole = '';
  let letters = '';
  for (const { text, role, part, dotted } of found) {
    shape = longer(shape, role, part, dotted);
    if (part === Part.own) whole += text;
    if (part === Part.own && role !== Role.small) letters += text[0];
  }
  const entry: Entry = {
    given: name.given,
    form: name.form,
    turned: name.turned,
    designators: name.designators,
    remarks: name.remarks,
    labelled: name.labelled,
    unread: name.unread,
    address: name.address,
    parentForm: name.parentForm,
    words,
    senses: differ ? words.map((n) => senseNumber(vocabulary, n)) : words,
    roles: shape.roles,
    parts: shape.parts,
    dotted: shape.dotted,
    joints: jointsOf(vocabulary, words),
    whole: whole ? numberOf(vocabulary, whole) : -1,
    initials: letters.length >= 3 ? numberOf(vocabulary, letters) : -1,
    hasOwner: shape.parts.includes(Part.owner),
    details: readDetails(input),
  };
  countWords(vocabulary, entry);
  return entry;
}

const NONE: readonly number[] = [];

function jointsOf(vocabulary: Vocabulary, words: readonly number[]): readonly number[] {
  if (words.length < 2) return NONE;
  const { texts } = vocabulary;
  const joints = words.slice(1);
  for (let i = 0; i < joints.length; i++)
    joints[i] = numberOf(vocabulary, texts[words[i]!]! + texts[words[i + 1]!]!);
  return joints;
}

/** What the agreement of each word is worth, in nats: much for rare words, little for common and generic ones. */
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
