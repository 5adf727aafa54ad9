import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../lib/match/canonical-order.ts';
import { reasonsFrom } from '../../../lib/match/compare/reasons.ts';
import { editDistance } from '../../../lib/match/compare/similarity.ts';
import { TriggerWord, triggerWordsIn } from '../../../lib/match/name/trigger-words.ts';
import { Part } from '../../../lib/match/name/words.ts';
import { Points } from '../../../lib/match/search/points.ts';
import {
  eachBeginning,
  eachDeletion,
  fill,
  HashedPostingLists,
  hashOf,
  PostingLists,
} from '../../../lib/match/search/posting-lists.ts';
import { eachOf, finish, within } from '../../../lib/match/stepwise.ts';
import { newVocabulary, readEntry } from '../../../lib/match/vocabulary.ts';
import { customer } from './build.ts';

const listAt = (lists: PostingLists, key: number) => [
  ...lists.entries.slice(lists.start[key]!, lists.start[key + 1]!),
];

describe('posting lists', () => {
  it('hold the entries of every key in order', () => {
    const keys = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 4 }), { maxLength: 40 });
    fc.assert(
      fc.property(keys, (keysOf) => {
        const lists = new PostingLists(8);
        finish(fill(lists, keysOf.length, (place) => keysOf[place]!));
        for (let key = 0; key < 8; key++) {
          const places = keysOf.flatMap((all, place) => (all.includes(key) ? [place] : []));
          expect(listAt(lists, key)).toEqual(places);
          expect(lists.size(key)).toBe(places.length);
        }
      }),
    );
  });

  it('hold all entries of a hash', () => {
    const lists = new HashedPostingLists(20);
    const words = ['alfasyn', 'betafor', 'larkehoj', 'brudager'];
    finish(fill(lists, words.length, (i) => [lists.keyOf(hashOf(words[i]!))]));
    words.forEach((word, i) => {
      expect(listAt(lists, lists.keyOf(hashOf(word)))).toContain(i);
    });
  });

  it('eachDeletion hashes a word without each letter', () => {
    const hashes: number[] = [];
    eachDeletion('brudager', (hash) => hashes.push(hash));
    const words = ['brudager', 'rudager', 'budager', 'brdager', 'bruager', 'brudger', 'brudaer', 'brudagr'];
    expect(hashes).toEqual([...words, 'brudage'].map((word) => hashOf(word)));
  });

  it('eachBeginning hashes the beginnings of a word', () => {
    const hashes: number[] = [];
    eachBeginning('brudager', 5, (hash) => hashes.push(hash));
    expect(hashes).toEqual(['bruda', 'brudag', 'brudage'].map((word) => hashOf(word)));
    expect(hashOf('brudager', 5)).toBe(hashOf('bruda'));
  });
});

describe('points', () => {
  it('are added up, returned most first, and reset', () => {
    const points = new Points(new Float32Array(10));
    points.add(Int32Array.of(1, 2, 3), 0, 3, 2);
    points.add(Int32Array.of(9, 3, 5), 1, 3, 4);
    expect(points.take(2, 0.1, 100)).toEqual([3, 5]);
    expect(points.isEmpty()).toBe(true);
    expect(points.take(2, 0.1, 100)).toEqual([]);
  });

  it('far below the maximum are left out', () => {
    const points = new Points(new Float32Array(10));
    points.add(Int32Array.of(1, 2), 0, 2, 1);
    points.add(Int32Array.of(2), 0, 1, 9);
    expect(points.take(5, 0.25, 100)).toEqual([2]);
  });

  it('count less the handicap when there are too many entries', () => {
    const points = new Points(Float32Array.of(0, 3, 1, 2));
    points.add(Int32Array.of(0, 1, 2, 3), 0, 4, 5);
    expect(points.take(3, 0.25, 100)).toEqual([0, 2, 3]);
  });
});

describe('the canonical order', () => {
  it("does not depend on the list's order", () => {
    const list = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), name: fc.constantFrom('Alfasyn', 'Betafor', '') }),
    );
    const shuffled = list.chain((l) =>
      fc.tuple(fc.constant(l), fc.shuffledSubarray(l, { minLength: l.length })),
    );
    fc.assert(
      fc.property(shuffled, ([a, b]) => {
        expect(finish(canonicalOrder(b)).map((i) => b[i])).toEqual(
          finish(canonicalOrder(a)).map((i) => a[i]),
        );
      }),
    );
  });

  it('contains every customer once', () => {
    const list = Array.from({ length: 500 }, (_, i) => customer(`Alfasyn ${i % 7}`));
    expect(finish(canonicalOrder(list)).sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
  });
});

describe('the edit distance', () => {
  const simple = (a: string, b: string): number => {
    const d = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
    for (let j = 0; j <= b.length; j++) d[0]![j] = j;
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++) {
        const replaced = d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
        d[i]![j] = Math.min(replaced, d[i - 1]![j]! + 1, d[i]![j - 1]! + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
          d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
      }
    return d[a.length]![b.length]!;
  };

  it('is counted up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(simple(a, b), limit + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('trigger words in a name', () => {
  it.each([
    ['lærkehøj a/s', TriggerWord.form],
    ['lærkehøj a.p.s.', TriggerWord.form],
    ['lærkehøj ap.s', TriggerWord.form],
    ['lærkehøj - afd. odense', TriggerWord.department],
    ['lærkehøj v/ib', TriggerWord.owner],
    ['lærkehøj, filial af brudager', TriggerWord.branch],
    ['lærkehøj att: bogholderi', TriggerWord.attention],
    ['brug ikke lærkehøj', TriggerWord.remark],
  ])('%s', (name, sign) => {
    expect(triggerWordsIn(name) & sign).toBe(sign);
  });

  it('are absent from most names', () => {
    expect(triggerWordsIn('lærkehøj brudager')).toBe(0);
  });
});

describe('stepwise work', () => {
  it('reports increasing progress', () => {
    const done: number[] = [];
    const seen: number[] = [];
    const work = within(
      0.5,
      1,
      eachOf(10, 3, (i) => seen.push(i)),
    );
    for (let step = work.next(); !step.done; step = work.next()) done.push(step.value);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(done).toEqual([0.5, 0.65, 0.8, 0.95]);
  });
});

describe('interned values', () => {
  it('are stored once: shapes', () => {
    const vocabulary = newVocabulary();
    const a = readEntry(vocabulary, customer('Lærkehøj Smede v/ Ib Torsager'));
    const b = readEntry(vocabulary, customer('Brudager Maler v/ Bo Egelund'));
    expect(a.roles).toBe(b.roles);
    expect(a.parts).toEqual([Part.own, Part.own, Part.owner, Part.owner]);
  });

  it('are stored once: reasons', () => {
    expect(reasonsFrom(['vat', undefined, 'phone'])).toEqual(['vat', 'phone']);
    expect(reasonsFrom(['vat', undefined, 'phone'])).toBe(reasonsFrom([undefined, 'vat', 'phone']));
    expect(reasonsFrom(['phone', 'vat'])).toEqual(['phone', 'vat']);
  });
});
