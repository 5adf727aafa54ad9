import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContactChoice, CustomerChoice } from '../../../lib/domain/choices.ts';
import { countPlan, fingerprint, makePlan, type Planned } from '../../../lib/features/sync/plan.ts';
import { contactRows, contactsMatchedTwice, indexFlow, statesOf } from '../../../lib/features/sync/rows.ts';
import { choices, contact, customer, flow, link, match } from '../../helpers/flow.ts';

const defaults = {
  hub: { showTimesheets: true, showProjects: false, showPunchCards: false, showInvoices: true },
  language: 'da',
};
const data = flow({
  customers: ['1', '2', '3', '4', '5'].map((id) => customer(id, id === '5' ? { countryCode: 'SE' } : {})),
  contacts: [...['a', 'b', 'c', 'd', 'e'].map((guid) => contact(guid)), contact('s', { isDebtor: false })],
  links: [link('4', 'd')],
  ignored: ['e'],
  matches: [
    match('1', 'certain', ['a', 0.99]),
    match('2', 'likely', ['b', 0.7]),
    match('3', 'none'),
    match('5', 'none'),
  ],
});

test('without choices only certain matches are linked', () => {
  const plan = makePlan(data, choices(), defaults);
  expect(plan.filter(({ kind }) => kind !== 'skip')).toEqual([
    { kind: 'link', customerId: '1', contactGuid: 'a', name: 'Kunde 1', otherName: 'Kontakt a' },
  ]);
});

test('operations are ordered link, create, import, ignore, skip', () => {
  const plan = makePlan(
    data,
    choices({ '3': { action: 'create' } }, { c: { action: 'ignore' }, b: { action: 'import' } }),
    defaults,
  );
  expect(plan.map(({ kind }) => kind)).toEqual(['link', 'create', 'import', 'ignore', 'skip', 'skip']);
});

test('a creation gets the assumed country only when none is known', () => {
  const plan = makePlan(
    data,
    choices({ '3': { action: 'create', create: { name: 'Ny' } }, '5': { action: 'create' } }),
    defaults,
  );
  expect(plan.filter(({ kind }) => kind === 'create')).toMatchObject([
    { customerId: '3', choices: { name: 'Ny' } },
    { customerId: '5', choices: {} },
  ]);
});

test('imports get the choices for kundeHUB', () => {
  const plan = makePlan(data, choices({}, { c: { action: 'import' } }), defaults);
  expect(plan.find(({ kind }) => kind === 'import')).toEqual({
    kind: 'import',
    contactGuid: 'c',
    name: 'Kontakt c',
    choices: defaults,
  });
});

test('a supplier is in the plan only when the user chose an action for it', () => {
  const guids = (chosen: Record<string, ContactChoice>) =>
    makePlan(data, choices({}, chosen), defaults).flatMap((each) =>
      'contactGuid' in each ? each.contactGuid : [],
    );
  expect(guids({})).not.toContain('s');
  expect(guids({ s: { action: 'import' } })).toContain('s');
});

test('two customers with one contact cannot be planned', () => {
  const chosen = choices({ '3': { action: 'match', contactGuid: 'a', confirmed: true } });
  expect(() => makePlan(data, chosen, defaults)).toThrow('changed');
});

describe('a skip', () => {
  const seen = { updatedAt: '2026-11-01T00:00:00Z' };
  const plain = flow({
    customers: [
      customer('1', seen),
      customer('2', seen),
      customer('3'),
      customer('4', seen),
      customer('5', seen),
    ],
    contacts: [contact('a', seen), contact('b'), contact('s', { ...seen, isDebtor: false })],
    links: [link('4', 'x'), link('5', 'gone', 'broken')],
    matches: [match('1', 'likely', ['a', 0.7]), match('2', 'none'), match('3', 'none'), match('5', 'none')],
  });
  const skips = (chosen = choices()) =>
    makePlan(plain, chosen, defaults).map((each) => {
      if (each.kind !== 'skip') return each.kind;
      const { customerId, contactGuid, seen: at, undecided } = each;
      return [customerId ?? contactGuid, at, undecided];
    });
  const { updatedAt } = seen;

  test('stores updatedAt; an unconfirmed likely match stays undecided', () => {
    expect(skips()).toEqual([
      ['1', updatedAt, true],
      ['2', updatedAt, undefined],
      ['3', undefined, undefined],
      ['5', updatedAt, undefined],
      ['a', updatedAt, undefined],
      ['b', undefined, undefined],
    ]);
  });

  test('chosen by the user is decided', () => {
    expect(skips(choices({ '1': { action: 'skip' } }))).toContainEqual(['1', updatedAt, undefined]);
  });

  test('without a contact to match is undecided', () => {
    const chosen = choices({ '2': { action: 'match' } });
    expect(skips(chosen)).toContainEqual(['2', updatedAt, true]);
  });
});

describe('for any choices', () => {
  const guid = fc.constantFrom('a', 'b', 'c', 'd', 'e', 's', 'gone');
  const customerChoice: fc.Arbitrary<CustomerChoice> = fc.record(
    {
      action: fc.constantFrom('match' as const, 'create' as const, 'skip' as const),
      contactGuid: guid,
      confirmed: fc.boolean(),
    },
    { requiredKeys: ['action'] },
  );
  const contactChoice: fc.Arbitrary<ContactChoice> = fc.record({
    action: fc.constantFrom('import' as const, 'skip' as const, 'ignore' as const),
  });
  const anyChoices = fc
    .tuple(
      fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), customerChoice),
      fc.dictionary(guid, contactChoice),
    )
    .map(([customers, contacts]) => choices(customers, contacts));
  const index = indexFlow(data);

  test('each customer and contact is in at most one operation, and none that is already linked or ignored', () => {
    fc.assert(
      fc.property(anyChoices, (chosen) => {
        fc.pre(contactsMatchedTwice(statesOf(index, chosen)).size === 0);
        const plan = makePlan(data, chosen, defaults);
        const guids = plan.flatMap((each) => ('contactGuid' in each && each.contactGuid) || []);
        const ids = plan.flatMap((each) => ('customerId' in each && each.customerId) || []);
        expect(new Set(guids).size).toBe(guids.length);
        expect(new Set(ids).size).toBe(ids.length);
        expect(guids).not.toContain('d');
        expect(ids).not.toContain('4');
        const imported = plan.filter(({ kind }) => kind === 'import' || kind === 'ignore');
        expect(imported.map((each) => 'contactGuid' in each && each.contactGuid)).not.toContain('e');
      }),
    );
  });

  test('countPlan equals the counts of the plan', () => {
    fc.assert(
      fc.property(anyChoices, (chosen) => {
        const states = statesOf(index, chosen);
        fc.pre(contactsMatchedTwice(states).size === 0);
        const counted = { link: 0, create: 0, import: 0, ignore: 0, skip: 0 };
        for (const { kind } of makePlan(data, chosen, defaults)) counted[kind] += 1;
        expect(countPlan(states, contactRows(data, index, states, chosen, true))).toEqual(counted);
      }),
    );
  });
});

describe('the fingerprint of a plan', () => {
  const skip = { kind: 'skip', customerId: '1', name: 'Bager' } as const;
  const create = { kind: 'create', customerId: '2', name: 'Fisker', choices: {} } as const;

  test('ignores order, updatedAt and the fields to be written', async () => {
    const plan = await fingerprint([skip, create]);
    const same = [
      { ...create, choices: { name: 'Fisker ApS' } },
      { ...skip, seen: '2026-11-01T00:00:00Z', undecided: true },
    ] as const;
    expect(await fingerprint(same)).toBe(plan);
  });

  test('is the same after a lone surrogate was replaced on its way to a view', async () => {
    const named = (name: string) => fingerprint([{ ...skip, name }]);
    expect(await named('Bager \ud83e')).toBe(await named('Bager \ufffd'));
  });

  test('differs when an action, a record or the number of operations differs', async () => {
    const plans: Planned[][] = [
      [skip],
      [skip, create],
      [{ ...skip, name: 'Smed' }],
      [{ ...skip, customerId: '2' }],
      [{ ...create, customerId: '1', name: 'Bager' }],
      [{ kind: 'link', customerId: '1', name: 'Bager', contactGuid: 'a' }],
      [{ kind: 'link', customerId: '1', name: 'Bager', contactGuid: 'b' }],
      [{ kind: 'link', customerId: '1', name: 'Bager', contactGuid: 'b', otherName: 'Bageren' }],
    ];
    expect(new Set(await Promise.all(plans.map(fingerprint))).size).toBe(plans.length);
  });
});
