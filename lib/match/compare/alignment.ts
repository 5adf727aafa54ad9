/** Aligns the words of two names: equal, joined, misspelt, abbreviated. */
import { COST } from '../costs.ts';
import { Role } from '../name/lexicon.ts';
import type { Entry, Vocabulary } from '../vocabulary.ts';
import { Doubt } from './doubt.ts';
import { areTwoWords, costOfText, NEVER, type WordComparer } from './word-compare.ts';

/** What comparing names needs. */
export interface Comparison {
  vocabulary: Vocabulary;
  weights: Float64Array;
  compare: WordComparer;
}

/** Maximum cost of a pair of words. */
const PAIR_AT_MOST = 6;

/** The alignment of a source name with a target name. */
export class Alignment {
  /** Per source word its target word, -1 for none. */
  readonly partner: number[];
  usedT = 0;
  information = 0;
  cost = 0;
  /** Flags of {@link Doubt}. */
  doubts = 0;
  /** Whether a word agrees that hardly anybody else has. */
  distinctive = false;
  /** Indices of similar but not equal words in pairs: source, target. */
  alike: number[] | undefined;
  constructor(words: number) {
    this.partner = new Array<number>(words).fill(-1);
  }
  free(i: number): boolean {
    return this.partner[i]! < 0;
  }
  freeT(j: number): boolean {
    return !(this.usedT & (1 << j));
  }
  take(i: number, j: number, information: number, cost: number): void {
    this.partner[i] = j;
    this.usedT |= 1 << j;
    this.information += information;
    this.cost += cost;
  }
}

function pairEqualWords(a: Alignment, s: Entry, t: Entry, weights: Float64Array) {
  const n = s.words.length;
  const m = t.words.length;
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const j = (i + k) % m;
      if (s.senses[i] !== t.senses[j] || !a.freeT(j)) continue;
      a.take(i, j, weights[t.senses[j]!]!, s.words[i] === t.words[j] ? 0 : COST.sense);
      break;
    }
}

/** Aligns "Alfa Laval" with "Alfalaval" on either side, also when the parts are not adjacent. */
function pairJoinedWords(a: Alignment, s: Entry, t: Entry, { vocabulary, weights, compare }: Comparison) {
  const { texts } = vocabulary;
  const limit = COST.typo + 0.01;
  /** Larger length differences cannot be a single typo. */
  const costOf = (x: number, y: number) =>
    Math.abs(texts[x]!.length - texts[y]!.length) > 1 ? NEVER : compare(x, y, false);
  const allOfT = (1 << t.words.length) - 1;
  for (let i = 0; i < s.words.length && a.usedT !== allOfT; i++) {
    if (!a.free(i)) continue;
    for (let j = 0; j + 1 < t.words.length && a.free(i); j++) {
      if (!a.freeT(j) || !a.freeT(j + 1)) continue;
      const c = costOf(s.words[i]!, t.joints[j]!);
      if (c > limit) continue;
      a.take(i, j, weights[t.senses[j]!]! + weights[t.senses[j + 1]!]!, c + COST.joined);
      a.usedT |= 1 << (j + 1);
    }
    if (a.free(i)) pairWithTwo(a, s, t, i, vocabulary, weights);
    if (!a.free(i) || i + 1 >= s.words.length || !a.free(i + 1)) continue;
    for (let j = 0; j < t.words.length; j++) {
      if (!a.freeT(j)) continue;
      const c = costOf(s.joints[i]!, t.words[j]!);
      if (c > limit) continue;
      a.take(i, j, weights[t.senses[j]!]!, c + COST.joined);
      a.partner[i + 1] = j;
      break;
    }
  }
}

/** A source word made of two target words, one of them perhaps misspelt or abbreviated. */
function pairWithTwo(
  a: Alignment,
  s: Entry,
  t: Entry,
  i: number,
  vocabulary: Vocabulary,
  weights: Float64Array,
) {
  const text = vocabulary.texts[s.words[i]!]!;
  if (text.length < 6) return;
  let best = NEVER;
  let bj = -1;
  let bk = -1;
  for (let j = 0; j < t.words.length; j++) {
    const whole = vocabulary.texts[t.words[j]!]!;
    const front = text.startsWith(whole);
    if (!a.freeT(j) || whole.length < 2 || whole.length >= text.length || !(front || text.endsWith(whole)))
      continue;
    const rest = front ? text.slice(whole.length) : text.slice(0, -whole.length);
    for (let k = 0; k < t.words.length; k++) {
      if (k === j || !a.freeT(k)) continue;
      const c = costOfText(rest, vocabulary.texts[t.words[k]!]!) + (front === k > j ? 0 : COST.order);
      if (c < best) {
        best = c;
        bj = j;
        bk = k;
      }
    }
  }
  if (best > COST.typoTwice + COST.order) return;
  a.take(i, bj, weights[t.senses[bj]!]! + weights[t.senses[bk]!]!, COST.joined + best);
  a.usedT |= 1 << bk;
}

/** In a shorter word, another letter may mean another brand. */
const SHORT = 5;

/** The source's word continues the target's: "Kristensenplast" and "Kristensen". */
const isLongerBy = (x: string, y: string): boolean => x.length > y.length + 2 && x.startsWith(y);

/** Doubts about a pair: two known words, or an initial for the first or last name. */
function doubtOf(s: Entry, t: Entry, i: number, j: number, vocabulary: Vocabulary): number {
  const [x, y] = [s.words[i]!, t.words[j]!];
  const letters = Math.min(vocabulary.texts[x]!.length, vocabulary.texts[y]!.length);
  const inMiddle = (e: Entry, k: number) => k > 0 && k < e.words.length - 1;
  if (letters < 3) return inMiddle(s, i) && inMiddle(t, j) ? 0 : Doubt.initial;
  if (isLongerBy(vocabulary.texts[x]!, vocabulary.texts[y]!)) return Doubt.sister;
  const beginning = s.dotted[i] || vocabulary.texts[y]!.startsWith(vocabulary.texts[x]!);
  const dotted = s.dotted[i] || t.dotted[j];
  const longer = vocabulary.texts[x]!.startsWith(vocabulary.texts[y]!);
  const isKnown = (beginning && vocabulary.known[x]) || (longer && vocabulary.known[y]);
  if (!dotted && (areTwoWords(vocabulary, x, y) || isKnown)) return Doubt.twoWords;
  const shortName =
    !beginning && letters < SHORT && s.roles.every((role, k) => k === i || role !== Role.core);
  return shortName ? Doubt.letters : 0;
}

/** What it tells that two words agree in their letters; short words are similar by chance. */
function lettersTell(x: string, y: string, cost: number): number {
  const letters = Math.min(x.length, y.length);
  if (x.startsWith(y) || y.startsWith(x)) return letters * 2;
  return Math.max(letters - (cost >= COST.typoTwice ? 3.2 : 1.6), 0) * 1.6;
}

function pairSimilarWords(a: Alignment, s: Entry, t: Entry, { vocabulary, weights, compare }: Comparison) {
  const allOfT = (1 << t.words.length) - 1;
  while (a.usedT !== allOfT) {
    let best = NEVER;
    let bi = -1;
    let bj = -1;
    for (let i = 0; i < s.words.length; i++) {
      if (!a.free(i)) continue;
      for (let j = 0; j < t.words.length; j++) {
        if (!a.freeT(j)) continue;
        const dotted = s.dotted[i]! || t.dotted[j]!;
        let c = compare(s.words[i]!, t.words[j]!, dotted) + (i === j ? 0 : 0.01);
        if (t.senses[j] !== t.words[j])
          c = Math.min(c, compare(s.words[i]!, t.senses[j]!, dotted) + COST.sense);
        if (s.senses[i] !== s.words[i])
          c = Math.min(c, compare(s.senses[i]!, t.words[j]!, dotted) + COST.sense);
        if (c < best) {
          best = c;
          bi = i;
          bj = j;
        }
      }
    }
    if (best >= PAIR_AT_MOST) return;
    const x = vocabulary.texts[s.words[bi]!]!;
    const y = vocabulary.texts[t.words[bj]!]!;
    a.doubts |= doubtOf(s, t, bi, bj, vocabulary);
    a.alike ??= [];
    a.alike.push(bi, bj);
    a.take(bi, bj, Math.min(weights[t.senses[bj]!]!, lettersTell(x, y, best)), best);
  }
}

/** A word in at most this many names of both lists is distinctive. */
const OWN_WORD_IN = 3;

function hasOwnWord(a: Alignment, s: Entry, t: Entry, { known, counts }: Vocabulary): boolean {
  return s.senses.some((n, i) => {
    const j = a.partner[i]!;
    return j >= 0 && n === t.senses[j] && s.roles[i] === Role.core && !known[n] && counts[n]! <= OWN_WORD_IN;
  });
}

/** Pairs the words of two names, surest first; the rest stays without a partner. */
export function alignWords(s: Entry, t: Entry, comparison: Comparison): Alignment {
  const a = new Alignment(s.words.length);
  pairEqualWords(a, s, t, comparison.weights);
  pairJoinedWords(a, s, t, comparison);
  pairSimilarWords(a, s, t, comparison);
  a.distinctive = hasOwnWord(a, s, t, comparison.vocabulary);
  return a;
}
