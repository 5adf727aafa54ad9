/** Properties of every plan, for random lists, suggestions and choices. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choices, ContactChoice, CustomerChoice } from '../../../lib/domain/choices.ts';
import type { Contact, Customer, CustomerDefaults } from '../../../lib/domain/customer.ts';
import type { SyncLists } from '../../../lib/features/sync/lists.ts';
import { countPlan, makePlan, type Planned } from '../../../lib/features/sync/plan.ts';
import { contactRows, indexFlow, statesOf } from '../../../lib/features/sync/rows.ts';
import { suggest } from '../../../lib/features/sync/suggest.ts';
import { contact, customer, flow, link, match } from '../../helpers/flow.ts';

const OPTIONS = { seed: 20261102, numRuns: 2200 };

const IDS = ['1', '2', '3', '4', '__proto__'];
const GUIDS = ['a', 'b', 'c', 'd', 'constructor'];
/** Ids that may be chosen, suggested, linked or ignored though no list has them. */
const ANY_ID = [...IDS, 'gone'];
const ANY_GUID = [...GUIDS, 'unknown'];

const defaults: CustomerDefaults = {
  hub: { showTimesheets: true, showProjects: false, showPunchCards: false, showInvoices: true },
  language: 'da',
};

const name = fc.constantFrom('Hansens VVS ApS', 'Hansens VVS', 'Anna Holm', '');
const moment = fc.option(fc.constant('2026-10-30T12:00:01.000Z'), { nil: undefined, freq: 2 });
const seldom = fc.constantFrom(undefined, undefined, undefined, '2026-10-30T12:00:01.000Z');
const anyCustomer = (id: string): fc.Arbitrary<Customer> =>
  fc.record({ name, archivedAt: seldom, updatedAt: moment }).map((parts) => customer(id, parts));
const anyContact = (guid: string): fc.Arbitrary<Contact> =>
  fc
    .record({ name, deletedAt: seldom, isDebtor: fc.constantFrom(undefined, true, false) })
    .map((parts) => contact(guid, parts));

const anyLink = fc
  .tuple(
    fc.constantFrom(...ANY_ID),
    fc.constantFrom(...ANY_GUID),
    fc.constantFrom('ok' as const, 'broken' as const),
  )
  .map((parts) => link(...parts));
const anyMatch = (id: string) =>
  fc
    .tuple(
      fc.constantFrom('certain' as const, 'likely' as const, 'none' as const),
      fc.uniqueArray(fc.tuple(fc.constantFrom(...ANY_GUID), fc.double({ min: 0, max: 1, noNaN: true })), {
        selector: ([guid]) => guid,
        maxLength: 3,
      }),
    )
    .map(([verdict, candidates]) => match(id, verdict, ...candidates));

const customerChoice: fc.Arbitrary<CustomerChoice> = fc.record(
  {
    action: fc.constantFrom(
      'match' as const,
      'match' as const,
      'match' as const,
      'create' as const,
      'skip' as const,
    ),
    contactGuid: fc.option(fc.constantFrom(...ANY_GUID), { nil: undefined, freq: 8 }),
    confirmed: fc.boolean(),
    create: fc.record({ name }),
  },
  { requiredKeys: ['action', 'contactGuid'] },
);
const contactChoice: fc.Arbitrary<ContactChoice> = fc.record({
  action: fc.constantFrom('import' as const, 'skip' as const, 'ignore' as const),
});

/** For each of these either a value or nothing. */
const perhaps = <T>(
  ids: readonly string[],
  what: (id: string) => fc.Arbitrary<T>,
): fc.Arbitrary<[string, T][]> =>
  fc
    .tuple(...ids.map((id) => fc.option(what(id), { nil: undefined, freq: 2 })))
    .map((all) => all.flatMap((one, at): [string, T][] => (one === undefined ? [] : [[ids[at]!, one]])));

interface Case {
  /** Everything that is stored. */
  stored: { customers: Customer[]; contacts: Contact[] };
  data: SyncLists;
  chosen: Choices;
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    customers: fc.subarray(IDS, { minLength: 4 }).chain((ids) => fc.tuple(...ids.map(anyCustomer))),
    contacts: fc.subarray(GUIDS, { minLength: 4 }).chain((guids) => fc.tuple(...guids.map(anyContact))),
    links: fc.uniqueArray(anyLink, { selector: ({ customerId }) => customerId, maxLength: 2 }),
    ignored: fc.uniqueArray(fc.constantFrom(...ANY_GUID), { maxLength: 2 }),
    matches: perhaps(ANY_ID, anyMatch),
    chosenCustomers: perhaps(ANY_ID, () => customerChoice),
    chosenContacts: perhaps(ANY_GUID, () => contactChoice),
  })
  .map(({ customers, contacts, links, ignored, matches, chosenCustomers, chosenContacts }) => {
    const hasLink = new Set(links.map(({ customerId }) => customerId));
    // As in the wizard's lists: archived customers only when linked, no deleted contacts.
    const shown = {
      customers: customers.filter(({ id, archivedAt }) => !archivedAt || hasLink.has(id)),
      contacts: contacts.filter(({ deletedAt }) => !deletedAt),
    };
    return {
      stored: { customers, contacts },
      data: flow({ ...shown, links, ignored, matches: matches.map(([, one]) => one) }),
      chosen: { customers: new Map(chosenCustomers), contacts: new Map(chosenContacts) },
    };
  });

const working = ({ links }: SyncLists) => links.filter(({ state }) => state === 'ok');

/** The contact of each customer without a working link: as chosen, else as suggested, if it is free. */
function matchedWith(data: SyncLists, chosen: Choices): Map<string, { guid: string; confirmed: boolean }> {
  const linkedCustomers = new Set(working(data).map(({ customerId }) => customerId));
  const linkedContacts = new Set(working(data).map(({ contactGuid }) => contactGuid));
  const suggestions = suggest(data.matches, new Set(data.ignored));
  const result = new Map<string, { guid: string; confirmed: boolean }>();
  for (const { id } of data.customers) {
    if (linkedCustomers.has(id)) continue;
    const suggestion = suggestions.get(id);
    const choice = chosen.customers.get(id);
    if (choice && choice.action !== 'match') continue;
    const guid = choice ? choice.contactGuid : suggestion?.contactGuid;
    if (!guid || linkedContacts.has(guid) || !data.contacts.some((each) => each.guid === guid)) continue;
    const certain = suggestion?.contactGuid === guid && suggestion.certain;
    result.set(id, { guid, confirmed: choice?.confirmed || certain });
  }
  return result;
}

const hasTwice = (values: readonly string[]) => new Set(values).size < values.length;
const guidsOf = (plan: readonly Planned[]) =>
  plan.flatMap((each) => ('contactGuid' in each && each.contactGuid) || []);
const idsOf = (plan: readonly Planned[]) =>
  plan.flatMap((each) => ('customerId' in each && each.customerId) || []);
/** Calls `check` with each possible plan, and asserts that there were enough. */
function always(check: (plan: Planned[], made: Case) => void): void {
  let plans = 0;
  fc.assert(
    fc.property(anyCase, (made) => {
      const { data, chosen } = made;
      const isTwice = hasTwice([...matchedWith(data, chosen).values()].map(({ guid }) => guid));
      if (isTwice) {
        expect(() => makePlan(data, chosen, defaults)).toThrow('changed');
        return;
      }
      plans += 1;
      check(makePlan(data, chosen, defaults), made);
    }),
    OPTIONS,
  );
  expect(plans).toBeGreaterThan(2000);
  expect(plans).toBeLessThan(OPTIONS.numRuns - 50);
}

describe('a plan (unless two customers are matched with one contact)', () => {
  test('covers every unlinked customer once and nobody who is unknown, deleted, archived or linked', () => {
    always((plan, { stored, data }) => {
      const guids = guidsOf(plan);
      const ids = idsOf(plan);
      expect(hasTwice(guids)).toBe(false);
      expect(hasTwice(ids)).toBe(false);
      const links = new Map(data.links.map((one) => [one.customerId, one]));
      const taken = new Set(working(data).map(({ contactGuid }) => contactGuid));
      for (const guid of guids) {
        expect(stored.contacts.find((each) => each.guid === guid)).toMatchObject({ deletedAt: undefined });
        expect(taken).not.toContain(guid);
      }
      const expected = stored.customers.filter(({ id, archivedAt }) => {
        const state = links.get(id)?.state;
        return state === 'broken' || (state === undefined && !archivedAt);
      });
      expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    });
  });

  test('links only certain or confirmed matches, and creates, imports and ignores only who was chosen', () => {
    always((plan, { data, chosen }) => {
      const confirmed = [...matchedWith(data, chosen)].filter(([, match]) => match.confirmed);
      const expected = new Map(confirmed.map(([id, { guid }]) => [id, guid]));
      const links = new Map<string, string>();
      for (const each of plan) {
        if (each.kind === 'link') links.set(each.customerId, each.contactGuid);
        if (each.kind === 'create') {
          expect(chosen.customers.get(each.customerId)?.action).toBe('create');
          expect(each.choices.name || each.name).not.toBe('');
        }
        if (each.kind !== 'import' && each.kind !== 'ignore') continue;
        // An unconfirmed likely match may be imported, too: the wizard warns, and the user chose it.
        expect(chosen.contacts.get(each.contactGuid)?.action).toBe(each.kind);
        expect(data.ignored).not.toContain(each.contactGuid);
        expect([...expected.values()]).not.toContain(each.contactGuid);
        if (each.kind === 'import') expect(each.name).not.toBe('');
      }
      expect(links).toEqual(expected);
    });
  });

  test('is ordered link, create, import, ignore, skip, with the numbers of countPlan', () => {
    const order = ['link', 'create', 'import', 'ignore', 'skip'];
    always((plan, { data, chosen }) => {
      const places = plan.map(({ kind }) => order.indexOf(kind));
      expect(places).toEqual(places.toSorted());
      const index = indexFlow(data);
      const states = statesOf(index, chosen);
      const counted = countPlan(states, contactRows(data, index, states, chosen, true));
      for (const [kind, count] of Object.entries(counted))
        expect(plan.filter((each) => each.kind === kind)).toHaveLength(count);
    });
  });
});
