import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SheetAccount, shown } from '../../../helpers/sheet-account.ts';

describe('any sequence of tables', () => {
  const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const details = fc.record({
    name: fc.constantFrom('Nordvind', 'nordvind ', 'Sydvest'),
    vatNumber: some('31000009', '32000002'),
    zipCode: some('8000', '9000'),
    email: some('a@a.example'),
  });
  const row = fc.tuple(fc.integer({ min: 1, max: 9 }), details);
  const table = fc
    .uniqueArray(row, { selector: ([number]) => number, maxLength: 6 })
    .map((rows) => rows.map(([number, parts]) => shown(`nr:${number}`, parts)));
  const number = fc.integer({ min: 1, max: 9 });
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('read' as const),
      table,
      refused: fc.array(number.map((at) => `nr:${at}`)),
    }),
    fc.record({ kind: fc.constant('link' as const), at: number }),
    fc.record({ kind: fc.constant('import' as const), parts: details }),
    fc.record({ kind: fc.constant('restore' as const), at: number, parts: details }),
  );

  it('loses no link, links no contact twice, and reading a table again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const account = new SheetAccount();
        let guids = 0;
        const made: string[] = [];
        const link = () => {
          made.push(`g${++guids}`);
          return `g${guids}`;
        };
        for (const what of steps) {
          const free = 'at' in what && account.rows.get(`nr:${what.at}`);
          if (what.kind === 'link' && free && !free.contactGuid && !free.gone) {
            account.link(free.id, link());
          } else if (what.kind === 'restore' && !free) {
            const { name, ...parts } = what.parts;
            account.put({
              id: `nr:${what.at}`,
              customer: { name, ...parts },
              contactGuid: link(),
              absentSince: '2026-11-01T00:00:00.000Z',
            });
          } else if (what.kind === 'import') {
            account.import(link(), what.parts);
          } else if (what.kind === 'read') {
            const { refused } = what;
            const taken = what.table.filter(({ id }) => !refused.includes(id));
            account.read(taken, refused);
            const before = structuredClone(account.rows);
            const again = account.read(taken, refused);
            expect(account.rows).toEqual(before);
            expect(Object.keys(again).filter((key) => !['unchanged', 'notFound'].includes(key))).toEqual([]);
          }
          expect(Object.values(account.links).sort()).toEqual(made.toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});
