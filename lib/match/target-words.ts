/** The words of all targets side by side, where they are quick to go through. */
import { COST, MISSING } from './costs.ts';
import { Part } from './normalize.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';

/** What it costs when the other name lacks this word. */
export const costWithout = (e: Entry, i: number, costs: typeof MISSING): number =>
  e.parts[i] === Part.own ? costs[e.roles[i]!] + (i === 0 ? COST.firstWord : 0) : COST.aside;

/** A target's words stand from `offset[target]` up to, not including, `offset[target + 1]`. */
export interface TargetWords {
  offset: Int32Array;
  /** Per target, as in `Entry`; the form as its place in `formNames`. */
  wholes: Int32Array;
  initials: Int32Array;
  forms: Int32Array;
  formNames: string[];
  words: Int32Array;
  senses: Int32Array;
  /** A word and the next one as one, -1 behind the last. */
  joints: Int32Array;
  /** Letters that occur in the word, one bit each. */
  masks: Int32Array;
  /** What it costs when the source lacks the word. */
  missing: Float32Array;
}

export function targetWords({ masks }: Vocabulary, targets: readonly Entry[]): TargetWords {
  const offset = new Int32Array(targets.length + 1);
  targets.forEach((t, i) => {
    offset[i + 1] = offset[i]! + t.words.length;
  });
  const size = offset[targets.length]!;
  const formNames = [...new Set(targets.map((t) => t.form))];
  const flat = {
    offset,
    wholes: Int32Array.from(targets, (t) => t.whole),
    initials: Int32Array.from(targets, (t) => t.initials),
    forms: Int32Array.from(targets, (t) => formNames.indexOf(t.form)),
    formNames,
    words: new Int32Array(size),
    senses: new Int32Array(size),
    joints: new Int32Array(size).fill(-1),
    masks: new Int32Array(size),
    missing: new Float32Array(size),
  };
  targets.forEach((t, i) => {
    const begin = offset[i]!;
    flat.words.set(t.words, begin);
    flat.senses.set(t.senses, begin);
    flat.joints.set(t.joints, begin);
    t.words.forEach((word, k) => {
      flat.masks[begin + k] = masks[word]!;
      flat.missing[begin + k] = costWithout(t, k, MISSING);
    });
  });
  return flat;
}
