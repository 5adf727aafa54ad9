import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCustomer } from '../../../../lib/systems/spreadsheets/customers.ts';
import { type EarlierRow, reconcileIds } from '../../../../lib/systems/spreadsheets/reconcile-ids.ts';

type Parts = Partial<SheetCustomer>;
const make = (prefix: string, parts: readonly Parts[]): SheetCustomer[] =>
  parts.map((part, index) => ({ id: `${prefix}${index}`, name: 'Nordvind ApS', ...part }));

/** Pairs such as `s0 r1`. */
const pairs = (earlier: readonly Parts[], rows: readonly Parts[]) =>
  [...reconcileIds(make('s', earlier), make('r', rows))].map((pair) => pair.join(' ')).sort();

describe('an earlier customer in a new table', () => {
  it.each<[string, Parts, Parts]>([
    [
      'its CVR number, however it is written',
      { vatNumber: 'DK 31 00 00 09', name: 'Før' },
      { vatNumber: '31000009' },
    ],
    [
      'its name and postal code',
      { name: 'NORDVIND  aps', zipCode: '8000', email: 'a@a.example' },
      { zipCode: '8000', email: 'b@b.example' },
    ],
    [
      'its name and e-mail address',
      { zipCode: '8000', email: 'A@a.example' },
      { zipCode: '9000', email: 'a@a.example' },
    ],
    [
      'its name and phone',
      { zipCode: '8000', phone: '+45 86000001' },
      { zipCode: '9000', phone: '86 00 00 01' },
    ],
    ['its name alone', {}, { zipCode: '9000' }],
    ['its name in another Unicode form', { name: 'Cafe\u0301' }, { name: 'CAFÉ' }],
  ])('is found by %s', (_what, earlier, row) => {
    expect(reconcileIds(make('s', [earlier]), make('r', [row])).size).toBe(1);
  });

  it.each<[string, Parts, Parts]>([
    [
      'another CVR number',
      { vatNumber: '31000009', zipCode: '8000' },
      { vatNumber: '32000002', zipCode: '8000' },
    ],
    ['another postal code', { zipCode: '8000' }, { zipCode: '9000' }],
    [
      'another name',
      { zipCode: '8000', email: 'a@a.example' },
      { name: 'Sydvest', zipCode: '8000', email: 'a@a.example' },
    ],
  ])('is not matched to the one with %s', (_what, earlier, row) => {
    expect(pairs([earlier], [row])).toEqual([]);
  });

  it('is not matched when it could be two', () => {
    expect(pairs([{}], [{}, {}])).toEqual([]);
    expect(pairs([{}, {}], [{}])).toEqual([]);
    expect(
      pairs([{ vatNumber: '31000009' }], [{ vatNumber: '31000009' }, { vatNumber: '31000009' }]),
    ).toEqual([]);
    // Two shops with one name: one is identified, but the other may still be another customer.
    expect(pairs([{ email: 'a@a.example' }, {}], [{ email: 'a@a.example' }, {}])).toEqual(['s0 r0']);
  });

  it('is told apart by weaker keys when stronger ones are equal', () => {
    const vatNumber = '31000009';
    const earlier = [
      { vatNumber, zipCode: '8000' },
      { vatNumber, zipCode: '9000' },
    ];
    expect(pairs(earlier, earlier.toReversed())).toEqual(['s0 r1', 's1 r0']);
  });

  it('is matched by the strongest key first', () => {
    const earlier = [{ zipCode: '8000' }, { zipCode: '8000', vatNumber: '31000009' }];
    expect(pairs(earlier, [{ zipCode: '8000', vatNumber: '31000009' }])).toEqual(['s1 r0']);
  });

  it('is searched fast among many namesakes', () => {
    const many = Array.from({ length: 5000 }, () => ({ zipCode: '8000' }));
    const start = performance.now();
    expect(pairs(many, many)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('matches at most one row, and each row at most once, in any order', () => {
    const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const part = fc.record({
      name: fc.constantFrom('Nordvind', 'nordvind', 'Sydvest'),
      vatNumber: some('31000009', '32000002'),
      zipCode: some('8000', '9000'),
      email: some('a@a.example', 'b@b.example'),
      phone: some('86000001', '86000002'),
    });
    const list = fc.array(part, { maxLength: 8 });
    fc.assert(
      fc.property(list, list, (earlier, rows) => {
        const found = reconcileIds(make('s', earlier) satisfies EarlierRow[], make('r', rows));
        expect(new Set(found.values()).size).toBe(found.size);
        const turned = reconcileIds(make('s', earlier).toReversed(), make('r', rows).toReversed());
        expect(new Map([...turned].sort())).toEqual(new Map([...found].sort()));
      }),
    );
  });
});
