/** The words of all targets side by side, where they are quick to go through. */
import { COST, MISSING } from './costs.ts';
import { Part } from './normalize.ts';
import type { Entry } from './vocabulary.ts';

/** What it costs when the other name lacks this word. */
export const costWithout = (e: Entry, i: number, costs: typeof MISSING): number =>
  e.parts[i] === Part.own ? costs[e.roles[i]!] + (i === 0 ? COST.firstWord : 0) : COST.aside;

/** A target's words stand from `offset[target]` up to, not including, `offset[target + 1]`. */
export interface TargetWords {
  offset: Int32Array;
  words: Int32Array;
  senses: Int32Array;
  /** A word and the next one as one, -1 behind the last. */
  joints: Int32Array;
  /** What it costs when the source lacks the word. */
  missing: Float32Array;
}

export function targetWords(targets: readonly Entry[]): TargetWords {
  const offset = new Int32Array(targets.length + 1);
  targets.forEach((t, i) => {
    offset[i + 1] = offset[i]! + t.words.length;
  });
  const size = offset[targets.length]!;
  const words = new Int32Array(size);
  const senses = new Int32Array(size);
  const joints = new Int32Array(size).fill(-1);
  const missing = new Float32Array(size);
  targets.forEach((t, i) => {
    const begin = offset[i]!;
    words.set(t.words, begin);
    senses.set(t.senses, begin);
    joints.set(t.joints, begin);
    for (let k = 0; k < t.words.length; k++) missing[begin + k] = costWithout(t, k, MISSING);
  });
  return { offset, words, senses, joints, missing };
}
