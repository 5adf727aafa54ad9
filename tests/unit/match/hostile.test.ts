import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchInput, matchCustomers } from '../../../lib/match/index.ts';
import { customer, matchOne, others } from './build.ts';

describe('bad input', () => {
  it.each(['', '   ', '...', '()', 'v/', '😀🎉', '\u200b', '\ud800'])(
    'a name without letters (%j) matches nothing',
    (name) => {
      expect(matchOne(name, ['Alfasyn ApS']).verdict).toBe('none');
    },
  );

  it('empty names do not match each other', () => {
    expect(matchCustomers([customer('')], [customer(''), customer(' ')])).toMatchObject([
      { verdict: 'none', candidates: [] },
    ]);
  });

  it('an empty list on either side gives an empty result per source', () => {
    const source = customer('Alfasyn ApS');
    expect(matchCustomers([], [source])).toEqual([]);
    expect(matchCustomers([source], [])).toEqual([{ id: source.id, verdict: 'none', candidates: [] }]);
  });

  it('right-to-left text and emoji match themselves', () => {
    expect(matchOne('شركة المثال', ['شركة المثال', 'شركة أخرى']).names[0]).toBe('شركة المثال');
    expect(matchOne('Alfasyn 🎉 ApS', ['Alfasyn ApS']).names[0]).toBe('Alfasyn ApS');
  });

  it.each(['a', 'ab ', 'a.', '(', 'v/ ', '- ', ', ', 'A/S ', 'æ', '\u0301', '1'])(
    'a name of 10,000 characters (%j again and again) is cut, not stumbled over',
    (piece) => {
      const name = piece.repeat(10_000 / piece.length);
      const matches = matchCustomers(
        [customer(name), customer(`Alfasyn ${name}`)],
        [customer(name), customer('Alfasyn ApS')],
      );
      expect(matches).toHaveLength(2);
    },
  );

  it('names of object members are valid ids', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const list = ids.map((id) => ({ id, name: `Alfasyn ${id} ApS` }));
    expect(matchCustomers(list, list).map((m) => m.candidates[0]!.id)).toEqual(ids);
    const names = ids.map((name) => customer(name));
    expect(matchCustomers(names, names).map((m) => m.candidates[0]!.id)).toEqual(names.map((n) => n.id));
  });

  it('fields of the wrong kind count as missing', () => {
    const odd = JSON.parse(
      '{"id":"x","name":null,"vatNumber":25313763,"email":7,"phone":{},"street":[],"zipCode":5000}',
    ) as MatchInput;
    const [match] = matchCustomers([odd], [customer('Alfasyn ApS', { vatNumber: '25313763' }), ...others()]);
    expect(match!.candidates[0]!.reasons).toContain('vat');
  });

  it('many customers with one name are handled', () => {
    const same = Array.from({ length: 1_500 }, (_, i) => ({ id: String(i), name: 'Jens Hansen' }));
    const matches = matchCustomers(same, same);
    expect(matches).toHaveLength(1_500);
    expect(matches.some((m) => m.verdict === 'certain')).toBe(false);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
const piece = fc.constantFrom(
  'Alfasyn',
  'Betafor',
  'Ib',
  'Torsager',
  'Ærø',
  'ApS',
  'A/S',
  'Holding',
  'v/',
  '&',
  'og',
  ',',
  '(lukket)',
  '.',
  '-',
);
const name = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((p) => p.join(' ')),
  text,
);
const input = fc.record(
  {
    id: fc.uuid(),
    name,
    vatNumber: text,
    email: text,
    phone: text,
    street: text,
    zipCode: text,
    city: text,
    countryCode: text,
  },
  { requiredKeys: ['id', 'name'] },
);
const list = fc.uniqueArray(input, { maxLength: 12, selector: (c) => c.id });

describe('always', () => {
  it('no input throws, and every source gets its result in order', () => {
    fc.assert(
      fc.property(list, list, (source, target) => {
        const matches = matchCustomers(source, target);
        expect(matches.map((m) => m.id)).toEqual(source.map((s) => s.id));
        for (const m of matches) {
          expect(m.candidates.length).toBeLessThanOrEqual(5);
          for (const c of m.candidates) expect(c.score >= 0 && c.score <= 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the order of the lists does not matter', () => {
    const shuffled = fc
      .tuple(list, list)
      .chain(([s, t]) =>
        fc.tuple(
          fc.constant([s, t] as const),
          fc.shuffledSubarray(s, { minLength: s.length }),
          fc.shuffledSubarray(t, { minLength: t.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([[source, target], source2, target2]) => {
        const byId = (matches: { id: string }[]) => [...matches].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(matchCustomers(source2, target2))).toEqual(byId(matchCustomers(source, target)));
      }),
      { numRuns: 300 },
    );
  });

  it('a customer with a unique name matches itself', () => {
    const syllable = fc.constantFrom(
      'ka',
      'lo',
      'mir',
      'ten',
      'ska',
      'bru',
      'dø',
      'fæl',
      'gri',
      'nys',
      'pol',
      'tva',
    );
    const brand = fc.tuple(syllable, syllable, syllable, syllable).map((s) => s.join(''));
    const rest = fc.constantFrom(
      ' ApS',
      ' A/S',
      '',
      ' Holding ApS',
      ' Danmark A/S',
      ' Tømrer I/S',
      ' v/ Ib Torsager',
    );
    fc.assert(
      fc.property(brand, rest, (word, end) => {
        const one = customer(word + end);
        const [match] = matchCustomers([one], [one, ...others()]);
        expect(match!.verdict).toBe('certain');
        expect(match!.candidates[0]).toMatchObject({ id: one.id, reasons: ['name-equal'] });
      }),
      { numRuns: 300 },
    );
  });

  it('an additional unrelated customer never changes a certain match', () => {
    const families = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom('Lærkehøj', 'Brudager', 'Torsager', 'Fjordbakke', 'Alfasyn', 'Hansen', 'Lars'),
        fc.constantFrom(
          '',
          ' Smede',
          ' Vinduer',
          ' Hansen',
          ' Larsen',
          ' Danmark',
          ' Holding',
          ' Ribe',
          ' Vejle',
        ),
        fc.constantFrom('', ' ApS', ' A/S'),
      ),
      { minLength: 2, maxLength: 14, selector: (parts) => parts.join('') },
    );
    const changed = fc.constantFrom<(name: string) => string>(
      (name) => name,
      (name) => name.toUpperCase(),
      (name) => name.replace(/ (ApS|A\/S)$/, ''),
      (name) => name.replace('ø', 'oe').replace('e', 'ee'),
    );
    const unrelated = fc.constantFrom('Qvixolin', 'Wuzzi Qyx A/S', 'Zubbo Xwok ApS', 'Ximq 7 I/S');
    const side = fc.boolean();
    fc.assert(
      fc.property(
        families,
        fc.array(changed, { minLength: 14, maxLength: 14 }),
        unrelated,
        side,
        (names, change, more, toTarget) => {
          const target = names.map((parts) => customer(parts.join('')));
          const source = target.map(({ name }, i) => customer(change[i]!(name)));
          const before = matchCustomers(source, target);
          const after = toTarget
            ? matchCustomers(source, [...target, customer(more)])
            : matchCustomers([...source, customer(more)], target);
          before.forEach((match, i) => {
            if (match.verdict === 'certain')
              expect(after[i]!.candidates[0]!.id).toBe(match.candidates[0]!.id);
          });
        },
      ),
      { numRuns: 500 },
    );
  });
});
