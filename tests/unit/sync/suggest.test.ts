import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suggest } from '../../../lib/features/sync/suggest.ts';
import { match } from '../../helpers/flow.ts';

const none = new Set<string>();

test('a certain match is suggested as certain, a likely one is not', () => {
  const result = suggest([match('1', 'certain', ['a', 0.99]), match('2', 'likely', ['b', 0.8])], none);
  expect(result.get('1')).toMatchObject({ contactGuid: 'a', certain: true });
  expect(result.get('2')).toMatchObject({ contactGuid: 'b', certain: false });
});

test('a customer without a match gets no suggestion but keeps its candidates', () => {
  const result = suggest([match('1', 'none', ['a', 0.3])], none);
  expect(result.get('1')?.contactGuid).toBeUndefined();
  expect(result.get('1')?.match.candidates).toHaveLength(1);
});

test('the stronger claim gets the contact, the other customer its next likely candidate', () => {
  const result = suggest(
    [match('1', 'certain', ['a', 0.9], ['b', 0.8]), match('2', 'certain', ['a', 0.95])],
    none,
  );
  expect(result.get('2')).toMatchObject({ contactGuid: 'a', certain: true });
  expect(result.get('1')).toMatchObject({ contactGuid: 'b', certain: false });
});

test('an unlikely candidate is not suggested instead', () => {
  const result = suggest(
    [match('1', 'likely', ['a', 0.7], ['b', 0.2]), match('2', 'certain', ['a', 0.95])],
    none,
  );
  expect(result.get('1')?.contactGuid).toBeUndefined();
});

test('a contact on the ignore list is never suggested', () => {
  const result = suggest([match('1', 'certain', ['a', 0.99])], new Set(['a']));
  expect(result.get('1')?.contactGuid).toBeUndefined();
  expect(result.get('1')?.certain).toBe(false);
});

const guids: fc.Arbitrary<string> = fc.constantFrom('a', 'b', 'c', 'd');
const anyMatches = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6')).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .tuple(
          fc.constantFrom('certain' as const, 'likely' as const, 'none' as const),
          fc.uniqueArray(fc.tuple(guids, fc.double({ min: 0, max: 1, noNaN: true })), {
            selector: ([guid]) => guid,
          }),
        )
        .map(([verdict, candidates]) => match(id, verdict, ...candidates.sort(([, a], [, b]) => b - a))),
    ),
  ),
);

test('no contact is suggested twice or from the ignore list, in any order of the matches', () => {
  fc.assert(
    fc.property(anyMatches, fc.array(guids), (matches, ignored) => {
      const result = suggest(matches, new Set(ignored));
      const proposed = [...result.values()].flatMap(({ contactGuid }) => contactGuid ?? []);
      expect(new Set(proposed).size).toBe(proposed.length);
      expect(proposed.filter((guid) => ignored.includes(guid))).toEqual([]);
      const turned = suggest([...matches].reverse(), new Set(ignored));
      for (const [id, suggestion] of result) expect(turned.get(id)).toEqual(suggestion);
    }),
  );
});
