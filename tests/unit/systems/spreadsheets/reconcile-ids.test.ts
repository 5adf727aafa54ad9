import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetCustomer } from '../../../../lib/systems/spreadsheets/customers.ts';
import { type EarlierRow, reconcileIds } from '../../../../lib/systems/spreadsheets/reconcile-ids.ts';

type Parts = Partial<SheetCustomer>;
const make = (prefix: string, parts: readonly Parts[]): SheetCustomer[] =>
  parts.map((part, index) => ({ id: `${prefix}${index}`, name: 'Nordvind ApS', ...part }));

/** Pairs such as `s0 r1`. */
const pairs = (sought: readonly Parts[], rows: readonly Parts[]) =>
  [...reconcileIds(make('s', sought), make('r', rows))].map((pair) => pair.join(' ')).sort();

describe('a customer in a table read anew', () => {
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
  ])('is found by %s', (_what, sought, row) => {
    expect(reconcileIds(make('s', [sought]), make('r', [row])).size).toBe(1);
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
  ])('is not the one with %s', (_what, sought, row) => {
    expect(pairs([sought], [row])).toEqual([]);
  });

  it('is not found when it could be two', () => {
    expect(pairs([{}], [{}, {}])).toEqual([]);
    expect(pairs([{}, {}], [{}])).toEqual([]);
    expect(
      pairs([{ vatNumber: '31000009' }], [{ vatNumber: '31000009' }, { vatNumber: '31000009' }]),
    ).toEqual([]);
    // Two shops of one name: one is known, but the other may still not be this one.
    expect(pairs([{ email: 'a@a.example' }, {}], [{ email: 'a@a.example' }, {}])).toEqual(['s0 r0']);
  });

  it('is told apart by what is less sure when the surer is the same', () => {
    const vatNumber = '31000009';
    const sought = [
      { vatNumber, zipCode: '8000' },
      { vatNumber, zipCode: '9000' },
    ];
    expect(pairs(sought, sought.toReversed())).toEqual(['s0 r1', 's1 r0']);
  });

  it('goes to the surest first', () => {
    const sought = [{ zipCode: '8000' }, { zipCode: '8000', vatNumber: '31000009' }];
    expect(pairs(sought, [{ zipCode: '8000', vatNumber: '31000009' }])).toEqual(['s1 r0']);
  });

  it('is quickly sought among many of the same name', () => {
    const many = Array.from({ length: 5000 }, () => ({ zipCode: '8000' }));
    const start = performance.now();
    expect(pairs(many, many)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('is at most one, of at most one, in whatever order', () => {
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
      fc.property(list, list, (sought, rows) => {
        const found = reconcileIds(make('s', sought) satisfies EarlierRow[], make('r', rows));
        expect(new Set(found.values()).size).toBe(found.size);
        const turned = reconcileIds(make('s', sought).toReversed(), make('r', rows).toReversed());
        expect(new Map([...turned].sort())).toEqual(new Map([...found].sort()));
      }),
    );
  });
});
