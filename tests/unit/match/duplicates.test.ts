import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contactInput, duplicatesIn, duplicatesInSteps, type MatchInput } from '../../../lib/match/index.ts';
import { contact as schema } from '../../../lib/systems/dinero/schema.ts';
import { generate } from '../../sandbox/generate.ts';
import type { StoredContact } from '../../sandbox/world.ts';
import { customer, others } from './build.ts';

/** The duplicate groups among these and unrelated customers, by name. */
function namesTwice(...list: (MatchInput | string)[]): string[][] {
  const all = [...list.map((c) => (typeof c === 'string' ? customer(c) : c)), ...others()];
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return duplicatesIn(all).map(({ ids }) => ids.map((id) => names.get(id)!));
}

describe('a duplicated customer', () => {
  it.each([
    ['the same name', 'Torsager VVS ApS', 'Torsager VVS ApS'],
    ['another spelling', 'Torsager VVS & Søn ApS', 'TORSAGER VVS OG SOEN'],
    ['a letter wrong', 'Torsager Tømrer ApS', 'Torsagr Tømrer ApS'],
    ['a remark', 'Torsager VVS ApS', 'Torsager VVS ApS (ophørt)'],
    ['a department that is not known to be elsewhere', 'Torsager VVS ApS', 'Torsager VVS ApS, afd. Odense'],
  ])('is found by %s', (_, one, other) => {
    expect(namesTwice(one, other)).toEqual([expect.arrayContaining([one, other])]);
  });

  it('is found by its CVR number under different names', () => {
    const one = customer('Alfasyn ApS', { vatNumber: '25313763' });
    const other = customer('Betafor ApS', { vatNumber: 'DK 25 31 37 63' });
    const [group] = duplicatesIn([one, other, ...others()]);
    expect(group).toMatchObject({ ids: [one.id, other.id], pairs: [{ reasons: ['vat'] }] });
    expect(group!.pairs[0]!.score).toBeGreaterThan(0.9);
  });

  it('is in one group with all its copies', () => {
    const names = ['Torsager VVS ApS', 'TORSAGER VVS', 'Torsager VVS Aps.', 'torsager vvs aps (gl. kunde)'];
    const [group, ...more] = namesTwice(...names);
    expect(group?.toSorted()).toEqual(names.toSorted());
    expect(more).toEqual([]);
  });

  it('is listed by certainty, the surest group first', () => {
    const sure = customer('Ankerlund ApS', { vatNumber: '25313763' });
    const again = { ...sure, id: 'again' };
    expect(namesTwice('Torsager VVS', 'Torsager VVS ApS', sure, again)[0]).toEqual([sure.name, sure.name]);
  });
});

describe('different customers', () => {
  const at = (name: string, zipCode: string, vatNumber?: string) => customer(name, { zipCode, vatNumber });

  it.each([
    ['a holding company', 'Torsager Holding ApS', 'Torsager ApS'],
    ['another legal form', 'Torsager ApS', 'Torsager A/S'],
    ['another town in the name', 'Torsager Vejle A/S', 'Torsager Aalborg A/S'],
    ['another department', 'Torsager VVS ApS - afd. Odense', 'Torsager VVS ApS - afd. Aarhus'],
    ['a number', 'Torsager 12', 'Torsager 34'],
    ['a number on one side only', 'Torsager', 'Torsager 34'],
    ['no name', '', ' '],
  ])('with %s are not duplicates', (_, one, other) => {
    expect(namesTwice(one, other)).toEqual([]);
  });

  it('with different CVR numbers are not duplicates', () => {
    const vats = ['25313763', '31940680'];
    expect(namesTwice(...vats.map((vatNumber) => customer('Torsager VVS ApS', { vatNumber })))).toEqual([]);
  });

  it('are not duplicates when one is a department elsewhere', () => {
    expect(namesTwice(at('Torsager VVS ApS, Odense', '5000'), at('Torsager VVS ApS', '8000'))).toEqual([]);
    const shops = [
      at('Ankermarked Odense', '5000', '25313763'),
      at('Ankermarked Aarhus', '8000', '25313763'),
    ];
    expect(namesTwice(...shops)).toEqual([]);
  });

  it('are not grouped through a third that could be either', () => {
    const groups = namesTwice('Torsager', 'Torsager A/S', 'Torsager ApS');
    expect(groups.toSorted()).toEqual([
      ['Torsager', 'Torsager A/S'],
      ['Torsager', 'Torsager ApS'],
    ]);
  });
});

const asInput = (contact: StoredContact): MatchInput => {
  const { success, output } = v.safeParse(schema, contact);
  if (!success) throw new Error('No contact');
  return contactInput(output);
};

describe('a realistic list', () => {
  it.each([
    ['large', 1],
    ['usual', 2],
    ['usual', 3],
  ] as const)('yields every company that is in Dinero twice, and few others (%s, %i)', (size, seed) => {
    const { organizations, truth } = generate({ size, seed });
    const contacts = [...([...organizations.values()][0]?.contacts.values() ?? [])];
    const found = duplicatesIn(contacts.map(asInput));
    const holds = (guids: string[]) => found.some(({ ids }) => guids.every((guid) => ids.includes(guid)));
    const twice = truth.map(({ contactGuids }) => contactGuids).filter(({ length }) => length > 1);
    expect(twice.filter((guids) => !holds(guids))).toEqual([]);
    expect(found.length - twice.length).toBeLessThan(12);
  });
});

const word = fc.constantFrom(
  'Alfasyn',
  'Alfasin',
  'Betafor',
  'Torsager',
  'Ib',
  'Holding',
  '2',
  'afd. Ribe',
  '(ny)',
);
const form = fc.constantFrom('', ' ApS', ' A/S');
const field = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const record = fc.record({
  id: fc.uuid(),
  name: fc.tuple(fc.array(word, { maxLength: 3 }), form).map(([words, end]) => words.join(' ') + end),
  vatNumber: field('25313763', '31940680'),
  email: field('post@alfasyn.example', 'ib@gmail.com'),
  zipCode: field('5000', '8000'),
});
const list = fc.uniqueArray(record, { maxLength: 14, selector: ({ id }) => id });

describe('always', () => {
  it('the order of the list does not matter', () => {
    const shuffled = list.chain((customers) =>
      fc.tuple(fc.constant(customers), fc.shuffledSubarray(customers, { minLength: customers.length })),
    );
    fc.assert(
      fc.property(shuffled, ([customers, again]) => {
        expect(duplicatesIn(again)).toEqual(duplicatesIn(customers));
      }),
      { numRuns: 300 },
    );
  });

  it('a group is connected by its pairs, without repeated members', () => {
    fc.assert(
      fc.property(list, (customers) => {
        for (const { ids, pairs } of duplicatesIn(customers)) {
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(pairs.flatMap((pair) => pair.ids))).toEqual(new Set(ids));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a thousand customers with one name are handled', () => {
    const same = Array.from({ length: 1_500 }, (_, i) => ({ id: String(i), name: 'Jens Hansen' }));
    expect(duplicatesIn(same).map(({ ids }) => ids.length)).toEqual([1_500]);
  });

  it('progress never decreases', () => {
    const steps = duplicatesInSteps(Array.from({ length: 400 }, (_, i) => customer(`Torsager ${i} ApS`)));
    const told = [...steps];
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });
});
