/** The words of all targets in one flat array, for fast scans. */
import { COST, MISSING } from '../costs.ts';
import { Part } from '../name/words.ts';
import { eachOf, type Stepwise } from '../stepwise.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';

/** The cost of the other name lacking this word. */
export const costWithout = (e: Entry, i: number, costs: typeof MISSING): number =>
  e.parts[i] === Part.own ? costs[e.roles[i]!] + (i === 0 ? COST.firstWord : 0) : COST.aside;

/** Offsets of a target's numbers. */
export const OfTarget = { form: 0, whole: 1, initials: 2, words: 3 } as const;
/**
 * Offsets of a word's numbers. `joint`: joined with the next word, -1 for the last one. `mask`: as in the vocabulary.
 * `missing`: the cost of the source lacking the word, in thousandths of a nat.
 */
export const OfWord = { sense: 0, word: 1, joint: 2, mask: 3, missing: 4, size: 5 } as const;

/** A target's numbers are from `begin[target]` up to, not including, `begin[target + 1]`. */
export interface TargetWords {
  begin: Int32Array;
  numbers: Int32Array;
  /** The legal forms by number. */
  forms: string[];
}

export function* targetWords({ masks }: Vocabulary, targets: readonly Entry[]): Stepwise<TargetWords> {
  const begin = new Int32Array(targets.length + 1);
  const forms: string[] = [];
  for (let i = 0; i < targets.length; i++) {
    const { words, form } = targets[i]!;
    begin[i + 1] = begin[i]! + OfTarget.words + words.length * OfWord.size;
    if (!forms.includes(form)) forms.push(form);
  }
  const numbers = new Int32Array(begin[targets.length]!);
  const write = (i: number) => {
    const t = targets[i]!;
    let at = begin[i]!;
    numbers[at + OfTarget.form] = forms.indexOf(t.form);
    numbers[at + OfTarget.whole] = t.whole;
    numbers[at + OfTarget.initials] = t.initials;
    at += OfTarget.words;
    for (let k = 0; k < t.words.length; k++, at += OfWord.size) {
      numbers[at + OfWord.sense] = t.senses[k]!;
      numbers[at + OfWord.word] = t.words[k]!;
      numbers[at + OfWord.joint] = t.joints[k] ?? -1;
      numbers[at + OfWord.mask] = masks[t.words[k]!]!;
      numbers[at + OfWord.missing] = Math.round(costWithout(t, k, MISSING) * 1000);
    }
  };
  yield* eachOf(targets.length, 1000, write);
  return { begin, numbers, forms };
}
