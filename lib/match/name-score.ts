/** Lays two names side by side, word by word, and says what agrees and what the differences cost. */
import { Role } from './normalize.ts';
import { editDistance, maskDifference } from './similarity.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';

/** Costs in nats: how much less likely a pair becomes by the difference. */
export const COST = {
  typo: 1.5,
  typoShort: 3,
  typoTwice: 3.2,
  typoIsWord: 1.2,
  beginning: 2.2,
  beginningDotted: 1.2,
  beginningLong: 3.2,
  initial: 3,
  initialDotted: 2,
  joined: 0.3,
  order: 1.2,
  turned: 0.1,
  initials: 4,
  missing: {
    [Role.core]: 6,
    [Role.generic]: 5,
    [Role.small]: 0.5,
    [Role.country]: 0.8,
    [Role.group]: 3,
    [Role.sibling]: 7,
    [Role.number]: 4,
  },
  added: {
    [Role.core]: 6.5,
    [Role.generic]: 6,
    [Role.small]: 0.5,
    [Role.country]: 1.2,
    [Role.group]: 3.5,
    [Role.sibling]: 8,
    [Role.number]: 3,
  },
  aside: 0.4,
  middleName: 2,
  formMissing: 0.7,
  formDiffers: 3,
  spelling: 0.1,
};

export interface NameScore {
  /** What agrees tells this much, in nats. */
  information: number;
  cost: number;
  equal: boolean;
  byInitials: boolean;
  formDiffers: boolean;
}

const NONE = 99;

/** The comparison of two words, remembered for every pair that is asked again. */
export function wordComparer(vocabulary: Vocabulary) {
  const known = new Map<number, number>();
  const compute = (a: number, b: number, dotted: boolean): number => {
    const x = vocabulary.texts[a]!;
    const y = vocabulary.texts[b]!;
    const [short, long] = x.length <= y.length ? [x, y] : [y, x];
    let best = NONE;
    const isWord = vocabulary.counts[a]! > 1 && vocabulary.counts[b]! > 1 ? COST.typoIsWord : 0;
    if (
      maskDifference(vocabulary.masks[a]!, vocabulary.masks[b]!) <= 4 &&
      short.length >= 3 &&
      !/^\d+$/.test(short)
    ) {
      const d = editDistance(x, y, short.length >= 5 ? 2 : 1);
      if (d === 1) best = (short.length >= 4 ? COST.typo : COST.typoShort) + isWord;
      else if (d === 2) best = COST.typoTwice + (short.length < 7 ? 1 : 0) + isWord;
    }
    if (long.startsWith(short) && !/^\d/.test(short)) {
      const n = short.length;
      const c =
        n === 1
          ? dotted
            ? COST.initialDotted
            : COST.initial
          : n === 2
            ? dotted
              ? COST.initialDotted
              : NONE
            : n <= 4
              ? dotted
                ? COST.beginningDotted
                : COST.beginning
              : COST.beginningLong;
      if (c < best) best = c;
    }
    return best;
  };
  return (a: number, b: number, dotted: boolean): number => {
    if (a === b) return 0;
    const key = (a * 2097152 + b) * 2 + (dotted ? 1 : 0);
    let c = known.get(key);
    if (c === undefined) {
      c = compute(a, b, dotted);
      known.set(key, c);
    }
    return c;
  };
}
export type WordComparer = ReturnType<typeof wordComparer>;

/** Compares two names. `s` and `t` may be swapped without a great change of the result. */
export function compareNames(
  s: Entry,
  t: Entry,
  weights: Float64Array,
  vocabulary: Vocabulary,
  compare: WordComparer,
): NameScore {
  const result: NameScore = { information: 0, cost: 0, equal: false, byInitials: false, formDiffers: false };
  const n = s.words.length;
  const m = t.words.length;
  if (n === 0 || m === 0) {
    if (s.given && s.given === t.given) return { ...result, information: 8, equal: true };
    return { ...result, cost: NONE };
  }
  const partner = new Int8Array(n).fill(-1);
  let usedT = 0;
  const take = (i: number, j: number, information: number, cost: number) => {
    partner[i] = j;
    usedT |= 1 << j;
    result.information += information;
    result.cost += cost;
  };
  for (let i = 0; i < n; i++)
    for (let k = 0; k < m; k++) {
      const j = (i + k) % m;
      if (!(usedT & (1 << j)) && s.words[i] === t.words[j]) {
        take(i, j, weights[t.words[j]!]!, 0);
        break;
      }
    }
  // words written as one on either side
  for (let i = 0; i < n; i++) {
    if (partner[i]! >= 0) continue;
    for (let j = 0; j + 1 < m; j++) {
      if (usedT & (3 << j)) continue;
      const c = compare(s.words[i]!, t.joints[j]!, false);
      if (c < 2) {
        take(i, j, weights[t.words[j]!]! + weights[t.words[j + 1]!]!, c + COST.joined);
        usedT |= 1 << (j + 1);
        break;
      }
    }
    if (partner[i]! >= 0 || i + 1 >= n || partner[i + 1]! >= 0) continue;
    for (let j = 0; j < m; j++) {
      if (usedT & (1 << j)) continue;
      const c = compare(s.joints[i]!, t.words[j]!, false);
      if (c < 2) {
        take(i, j, weights[t.words[j]!]!, c + COST.joined);
        partner[i + 1] = j;
        break;
      }
    }
  }
  for (;;) {
    let best = NONE;
    let bi = -1;
    let bj = -1;
    for (let i = 0; i < n; i++) {
      if (partner[i]! >= 0) continue;
      for (let j = 0; j < m; j++) {
        if (usedT & (1 << j)) continue;
        const c = compare(s.words[i]!, t.words[j]!, s.dotted[i]! || t.dotted[j]!) + (i === j ? 0 : 0.01);
        if (c < best) {
          best = c;
          bi = i;
          bj = j;
        }
      }
    }
    if (best >= 6) break;
    const letters = Math.min(vocabulary.texts[s.words[bi]!]!.length, vocabulary.texts[t.words[bj]!]!.length);
    take(bi, bj, Math.min(weights[t.words[bj]!]!, letters * 2), best);
  }
  result.cost += leftOver(s, t, partner, usedT);
  // the whole name as one word: words joined or split in more than one place, a web address
  if (result.cost > 2 && s.whole >= 0 && t.whole >= 0 && (n > 1 || m > 1)) {
    const c = compare(s.whole, t.whole, false);
    const letters = Math.min(vocabulary.texts[s.whole]!.length, vocabulary.texts[t.whole]!.length);
    if (c < NONE && letters >= 6 && c + 1 < result.cost) {
      result.cost = Math.min(c, letters >= 15 ? 2 : NONE) + 1;
      result.information = Math.max(result.information, weights[t.whole]!);
    }
  }
  if (result.cost > COST.initials) {
    if ((s.initials >= 0 && t.whole === s.initials) || (t.initials >= 0 && s.whole === t.initials)) {
      result.cost = COST.initials;
      result.information = Math.max(result.information, 7);
      result.byInitials = true;
    }
  }
  result.equal = result.cost < 0.25;
  if (s.turned !== t.turned) result.cost += COST.turned;
  if (s.form !== t.form) {
    if (s.form && t.form) {
      result.cost += COST.formDiffers;
      result.formDiffers = true;
    } else result.cost += COST.formMissing;
  }
  if (s.given !== t.given) result.cost += COST.spelling;
  return result;
}

/** What the words without a partner and the changed order cost. */
function leftOver(s: Entry, t: Entry, partner: Int8Array, usedT: number): number {
  let cost = 0;
  let ordered = true;
  let last = -1;
  const n = s.words.length;
  const m = t.words.length;
  const person = !s.form && !t.form;
  let asideS = false;
  let asideT = false;
  for (let i = 0; i < n; i++) {
    const j = partner[i]!;
    if (j >= 0) {
      if (!s.aside[i] && !t.aside[j]) {
        if (j < last) ordered = false;
        last = j;
      }
      continue;
    }
    if (s.aside[i]) asideS = true;
    else if (
      person &&
      n >= 3 &&
      i > 0 &&
      i < n - 1 &&
      s.roles[i] === Role.core &&
      partner[0]! >= 0 &&
      partner[n - 1]! >= 0
    )
      cost += COST.middleName;
    else cost += COST.added[s.roles[i]!];
  }
  for (let j = 0; j < m; j++) {
    if (usedT & (1 << j)) continue;
    if (t.aside[j]) asideT = true;
    else if (
      person &&
      m >= 3 &&
      j > 0 &&
      j < m - 1 &&
      t.roles[j] === Role.core &&
      usedT & 1 &&
      usedT & (1 << (m - 1))
    )
      cost += COST.middleName;
    else cost += COST.missing[t.roles[j]!];
  }
  if (asideS && asideT) cost += 5;
  else if (asideS || asideT) cost += COST.aside;
  if (!ordered) cost += COST.order;
  return cost;
}
