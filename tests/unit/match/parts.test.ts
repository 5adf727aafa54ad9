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

describe('lists in one array', () => {
  it('hold for every key the places that have it, in their order', () => {
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

  it('under a hash hold all that have it', () => {
    const lists = new HashedPostingLists(20);
    const words = ['alfasyn', 'betafor', 'larkehoj', 'brudager'];
    finish(fill(lists, words.length, (i) => [lists.keyOf(hashOf(words[i]!))]));
    words.forEach((word, i) => {
      expect(listAt(lists, lists.keyOf(hashOf(word)))).toContain(i);
    });
  });

  it('a word with a letter left out has the hash of what is left', () => {
    const hashes: number[] = [];
    eachDeletion('brudager', (hash) => hashes.push(hash));
    const words = ['brudager', 'rudager', 'budager', 'brdager', 'bruager', 'brudger', 'brudaer', 'brudagr'];
    expect(hashes).toEqual([...words, 'brudage'].map((word) => hashOf(word)));
  });

  it('what a word begins with has the hash of its own', () => {
    const hashes: number[] = [];
    eachBeginning('brudager', 5, (hash) => hashes.push(hash));
    expect(hashes).toEqual(['bruda', 'brudag', 'brudage'].map((word) => hashOf(word)));
    expect(hashOf('brudager', 5)).toBe(hashOf('bruda'));
  });
});

describe('points', () => {
  it('are added up; the places with the most are taken, most first, and all is forgotten', () => {
    const points = new Points(new Float32Array(10));
    points.add(Int32Array.of(1, 2, 3), 0, 3, 2);
    points.add(Int32Array.of(9, 3, 5), 1, 3, 4);
    expect(points.take(2, 0.1, 100)).toEqual([3, 5]);
    expect(points.isEmpty()).toBe(true);
    expect(points.take(2, 0.1, 100)).toEqual([]);
  });

  it('far below the most are left out', () => {
    const points = new Points(new Float32Array(10));
    points.add(Int32Array.of(1, 2), 0, 2, 1);
    points.add(Int32Array.of(2), 0, 1, 9);
    expect(points.take(5, 0.25, 100)).toEqual([2]);
  });

  it('decide with the handicap who is left out when there are too many', () => {
    const points = new Points(Float32Array.of(0, 3, 1, 2));
    points.add(Int32Array.of(0, 1, 2, 3), 0, 4, 5);
    expect(points.take(3, 0.25, 100)).toEqual([0, 2, 3]);
  });
});

describe('the order of the customers', () => {
  it('is the same however the list was sorted', () => {
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

  it('has every customer once', () => {
    const list = Array.from({ length: 500 }, (_, i) => customer(`Alfasyn ${i % 7}`));
    expect(finish(canonicalOrder(list)).sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
  });
});

describe('edits between two words', () => {
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

  it('are counted up to the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(simple(a, b), limit + 1));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('signs in a name', () => {
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

  it('are none in most names', () => {
    expect(triggerWordsIn('lærkehøj brudager')).toBe(0);
  });
});

describe('long work', () => {
  it('tells how much is done, growing', () => {
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

describe('what is the same for many', () => {
  it('is kept once: the kinds of words', () => {
    const vocabulary = newVocabulary();
    const a = readEntry(vocabulary, customer('Lærkehøj Smede v/ Ib Torsager'));
    const b = readEntry(vocabulary, customer('Brudager Maler v/ Bo Egelund'));
    expect(a.roles).toBe(b.roles);
    expect(a.parts).toEqual([Part.own, Part.own, Part.owner, Part.owner]);
  });

  it('is kept once: the reasons', () => {
    expect(reasonsFrom(['vat', undefined, 'phone'])).toEqual(['vat', 'phone']);
    expect(reasonsFrom(['vat', undefined, 'phone'])).toBe(reasonsFrom([undefined, 'vat', 'phone']));
    expect(reasonsFrom(['phone', 'vat'])).toEqual(['phone', 'vat']);
  });
});
