/** Everything that follows from the lists and the choices. Recomputed as a whole: 5,000 rows take milliseconds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ContactChoice, CustomerChoice } from '../../lib/domain/choices.ts';
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import { displayNames, type Named, namedContact, namedCustomer } from '../../lib/domain/display-names.ts';
import { isFound, searchText, wordsOf } from '../../lib/domain/text-search.ts';
import { searchable } from '../../lib/features/candidates/index.ts';
import type { SyncLists } from '../../lib/features/sync/index.ts';
import {
  type ContactRow,
  type CustomerRow,
  type CustomerState,
  contactRows,
  contactsMatchedTwice,
  countPlan,
  EMPTY_CREATE_CHOICE,
  type Group,
  indexFlow,
  isFree,
  statesOf,
} from '../../lib/features/sync/index.ts';
import { t } from '../shared/text.ts';
import { checked } from './create/checked.ts';

export const GROUPS: readonly Group[] = ['matched', 'unmatched', 'linked', 'broken'];

/** Candidates below this score are not worth anybody's time. */
const PLAUSIBLE = 0.2;

export interface GroupRows {
  all: CustomerRow[];
  /** Those that the search shows. */
  shown: CustomerRow[];
}

export type Derived = ReturnType<typeof derive>;

export function derive(
  data: ReadonlySignal<SyncLists>,
  customerChoices: ReadonlySignal<ReadonlyMap<string, CustomerChoice>>,
  contactChoices: ReadonlySignal<ReadonlyMap<string, ContactChoice>>,
) {
  const index = computed(() => indexFlow(data.value));
  const choices = computed(() => ({ customers: customerChoices.value, contacts: contactChoices.value }));
  const states = computed(() => statesOf(index.value, choices.value));
  const twice = computed(() => contactsMatchedTwice(states.value));
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
  /** Step 1 shows only these: the rows whose contact was chosen more than once when the user asked. */
  const onlyThese = signal<ReadonlySet<string> | undefined>(undefined);
  const isTwice = (row: CustomerRow) => twice.value.has(states.value.get(row.customer.id)?.contactGuid ?? '');
  const showTwice = () => {
    matchSearch.value = '';
    onlyThese.value = new Set(index.value.rows.filter(isTwice).map(({ customer }) => customer.id));
  };
  /** The contacts a customer can be matched with. */
  const freeContacts = computed(() => data.value.contacts.filter(({ guid }) => isFree(index.value, guid)));
  const contactSearch = computed(() => searchable(freeContacts.value));
  const groups = computed(() => {
    const rows = index.value.rows;
    const hits = found(rows, matchSearch.value, (row) => row.customer);
    const only = onlyThese.value;
    const shown = only ? hits.filter(({ customer }) => only.has(customer.id)) : hits;
    const of = (group: Group): GroupRows => ({
      all: rows.filter((row) => row.group === group),
      shown: shown.filter((row) => row.group === group),
    });
    return { matched: of('matched'), unmatched: of('unmatched'), linked: of('linked'), broken: of('broken') };
  });
  /** What may be the customer, best first: plausible, and not linked to somebody else. */
  const candidatesOf = ({ suggestion }: CustomerRow) =>
    (suggestion?.match.candidates ?? []).filter(
      ({ id, score }) => isFree(index.value, id) && (score >= PLAUSIBLE || id === suggestion?.contactGuid),
    );
  /** Matched with a contact that nobody has looked at: it is skipped this time. */
  const isUnconfirmed = ({ customer }: CustomerRow): boolean => {
    const state = states.value.get(customer.id);
    return state?.action === 'match' && state.contactGuid !== undefined && !state.confirmed;
  };
  /** It is not what it was when the user chose. */
  const hasChanged = (party: Customer | Contact): boolean => {
    const choice =
      'guid' in party ? contactChoices.value.get(party.guid) : customerChoices.value.get(party.id);
    return choice?.seen !== undefined && choice.seen !== party.updatedAt;
  };
  const matchCounts = computed(() => {
    const counts = { matches: 0, unconfirmed: 0, undecided: 0, creates: 0 };
    for (const { action, contactGuid, confirmed } of states.value.values()) {
      if (action === 'create') counts.creates += 1;
      else if (action === 'match' && !contactGuid) counts.undecided += 1;
      else if (action === 'match') counts[confirmed ? 'matches' : 'unconfirmed'] += 1;
    }
    return counts;
  });

  /** Broken links whose new contact nobody has to look at. */
  const certainMends = computed(() =>
    groups.value.broken.all.flatMap(({ customer: { id }, suggestion }): [string, string][] => {
      const guid = states.value.get(id)?.contactGuid;
      const isCertain =
        suggestion?.certain && guid === suggestion.contactGuid && states.value.get(id)?.action === 'match';
      return guid && isCertain && !twice.value.has(guid) ? [[id, guid]] : [];
    }),
  );

  const createSearch = signal('');
  /** How much a customer needs a look, as Effihub has it: so a row does not move while one writes in it. */
  const worry = (customer: Customer): number => {
    const { missing, warnings } = checked(customer, EMPTY_CREATE_CHOICE);
    return missing.length > 0 ? 0 : warnings.length > 0 ? 1 : 2;
  };
  const createRows = computed(() => {
    const rows = data.value.customers.filter(({ id }) => isCreate(states.value.get(id)));
    const ranks = new Map(rows.map((customer) => [customer, worry(customer)]));
    return rows.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  });
  const createShown = computed(() => found(createRows.value, createSearch.value, (customer) => customer));

  const checkOf = (customer: Customer) =>
    checked(customer, states.value.get(customer.id)?.create ?? EMPTY_CREATE_CHOICE);
  const createCounts = computed(() => {
    let incomplete = 0;
    const doubtful: string[] = [];
    for (const customer of createRows.value) {
      const { missing, warnings } = checkOf(customer);
      if (missing.length > 0) incomplete += 1;
      else if (warnings.length > 0) doubtful.push(customer.id);
    }
    return { creates: createRows.value.length, incomplete, doubtful };
  });

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
    candidatesOf,
    certainMends,
    isUnconfirmed,
    hasChanged,
    index,
    choices,
    states,
    twice,
    matchedWith,
    groups,
    matchCounts,
    matchSearch,
    onlyThese,
    showTwice,
    freeContacts,
    contactSearch,
    createRows,
    createShown,
    createSearch,
    checkOf,
    createCounts,
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
