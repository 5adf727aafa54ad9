/** Everything that follows from the lists and the choices. Recomputed as a whole: 5,000 rows take milliseconds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact, Customer } from '../../lib/customer.ts';
import { displayNames, type Named, namedContact, namedCustomer } from '../../lib/sync/display.ts';
import type { ContactChoice, CustomerChoice, FlowData } from '../../lib/sync/flow.ts';
import { countPlan } from '../../lib/sync/plan.ts';
import {
  type ContactRow,
  type CustomerRow,
  type CustomerState,
  chosenTwice,
  contactRows,
  type Group,
  indexFlow,
  statesOf,
} from '../../lib/sync/rows.ts';
import { isFound, searchText, wordsOf } from '../../lib/sync/search.ts';
import { t } from '../text.ts';

export const GROUPS: readonly Group[] = ['matched', 'unmatched', 'linked', 'broken'];

export interface GroupRows {
  all: CustomerRow[];
  /** Those that the search shows. */
  shown: CustomerRow[];
}

export type Derived = ReturnType<typeof derive>;

export function derive(
  data: ReadonlySignal<FlowData>,
  customerChoices: ReadonlySignal<ReadonlyMap<string, CustomerChoice>>,
  contactChoices: ReadonlySignal<ReadonlyMap<string, ContactChoice>>,
) {
  const index = computed(() => indexFlow(data.value));
  const choices = computed(() => ({ customers: customerChoices.value, contacts: contactChoices.value }));
  const states = computed(() => statesOf(index.value, choices.value));
  const twice = computed(() => chosenTwice(states.value));
  /** Who is matched with a contact as things stand; the first where it is more than one. */
  const matchedWith = computed(() => {
    const result = new Map<string, string>();
    for (const [id, { action, contactGuid }] of states.value)
      if (action === 'match' && contactGuid && !result.has(contactGuid)) result.set(contactGuid, id);
    return result;
  });

  const texts = computed(() => {
    const result = new Map<Customer | Contact, string>();
    return (party: Customer | Contact) => {
      const known = result.get(party);
      if (known !== undefined) return known;
      const text = searchText(party);
      result.set(party, text);
      return text;
    };
  });
  const found = <Row>(rows: Row[], query: string, partyOf: (row: Row) => Customer | Contact): Row[] => {
    const words = wordsOf(query);
    return words.length === 0 ? rows : rows.filter((row) => isFound(texts.value(partyOf(row)), words));
  };
  const namesOf = (items: Named[]) => displayNames(items, t.value.common.unnamed);

  const matchSearch = signal('');
  /** Step 1 shows only the rows whose contact is chosen more than once. */
  const onlyTwice = signal(false);
  const isTwice = (row: CustomerRow) => twice.value.has(states.value.get(row.customer.id)?.contactGuid ?? '');
  const groups = computed(() => {
    const rows = index.value.rows;
    const hits = found(rows, matchSearch.value, (row) => row.customer);
    const shown = onlyTwice.value && twice.value.size > 0 ? hits.filter(isTwice) : hits;
    const of = (group: Group): GroupRows => ({
      all: rows.filter((row) => row.group === group),
      shown: shown.filter((row) => row.group === group),
    });
    return { matched: of('matched'), unmatched: of('unmatched'), linked: of('linked'), broken: of('broken') };
  });
  const matchCounts = computed(() => {
    const counts = { matches: 0, unconfirmed: 0, undecided: 0, creates: 0 };
    for (const { action, contactGuid, confirmed } of states.value.values()) {
      if (action === 'create') counts.creates += 1;
      else if (action === 'match' && !contactGuid) counts.undecided += 1;
      else if (action === 'match') counts[confirmed ? 'matches' : 'unconfirmed'] += 1;
    }
    return counts;
  });

  const createSearch = signal('');
  const createRows = computed(() => data.value.customers.filter(({ id }) => isCreate(states.value.get(id))));
  const createShown = computed(() => found(createRows.value, createSearch.value, (customer) => customer));

  const importSearch = signal('');
  const withSuppliers = signal(false);
  const allImportRows = computed(() =>
    contactRows(data.value, index.value, states.value, choices.value, true),
  );
  const importRows = computed(() =>
    allImportRows.value.filter((row: ContactRow) => withSuppliers.value || !row.supplier),
  );
  const importShown = computed(() => found(importRows.value, importSearch.value, (row) => row.contact));
  const plan = computed(() => countPlan(states.value, allImportRows.value));

  return {
    index,
    choices,
    states,
    twice,
    matchedWith,
    groups,
    matchCounts,
    matchSearch,
    onlyTwice,
    createRows,
    createShown,
    createSearch,
    importRows,
    importShown,
    importSearch,
    withSuppliers,
    hiddenSuppliers: computed(() => allImportRows.value.length - importRows.value.length),
    plan,
    /** By id, as step 1 calls them. */
    customerNames: computed(() => namesOf(data.value.customers.map(namedCustomer))),
    /** By guid, as step 1 calls them. */
    contactNames: computed(() => namesOf(data.value.contacts.map(namedContact))),
    createNames: computed(() => namesOf(createRows.value.map(namedCustomer))),
    importNames: computed(() => namesOf(importRows.value.map((row) => namedContact(row.contact)))),
  };
}

const isCreate = (state: CustomerState | undefined): boolean => state?.action === 'create';
