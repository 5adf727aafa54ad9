/** What the three steps list: rows, search hits and counts. Recomputed as a whole: 5,000 rows take milliseconds. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ContactChoice, CustomerChoice } from '../../lib/domain/choices.ts';
import type { Contact, Customer } from '../../lib/domain/customer.ts';
import { displayNames, type Named, namedContact, namedCustomer } from '../../lib/domain/display-names.ts';
import { isFound, searchText, wordsOf } from '../../lib/domain/text-search.ts';
import {
  type ContactRow,
  type CustomerState,
  contactRows,
  countPlan,
  EMPTY_CREATE_CHOICE,
  indexFlow,
  type SyncLists,
  statesOf,
} from '../../lib/features/sync/index.ts';
import { t } from '../shared/text.ts';
import { checkFields } from './create-checks.ts';
import { createMatchList } from './match-list.ts';

export type StepLists = ReturnType<typeof createStepLists>;

export function createStepLists(
  data: ReadonlySignal<SyncLists>,
  customerChoices: ReadonlySignal<ReadonlyMap<string, CustomerChoice>>,
  contactChoices: ReadonlySignal<ReadonlyMap<string, ContactChoice>>,
) {
  const index = computed(() => indexFlow(data.value));
  const choices = computed(() => ({ customers: customerChoices.value, contacts: contactChoices.value }));
  const states = computed(() => statesOf(index.value, choices.value));

  const searchTexts = computed(() => {
    const texts = new Map<Customer | Contact, string>();
    return (party: Customer | Contact) => {
      const known = texts.get(party);
      if (known !== undefined) return known;
      const text = searchText(party);
      texts.set(party, text);
      return text;
    };
  });
  const find = <Row>(rows: Row[], query: string, partyOf: (row: Row) => Customer | Contact): Row[] => {
    const words = wordsOf(query);
    return words.length === 0 ? rows : rows.filter((row) => isFound(searchTexts.value(partyOf(row)), words));
  };
  const namesOf = (items: Named[]) => displayNames(items, t.value.common.unnamed);
  /** Whether the record is another version than when the user chose. */
  const hasChanged = (party: Customer | Contact): boolean => {
    const choice =
      'guid' in party ? contactChoices.value.get(party.guid) : customerChoices.value.get(party.id);
    return choice?.seen !== undefined && choice.seen !== party.updatedAt;
  };

  const createSearch = signal('');
  /** Customers that need a look come first. Ranked by Effihub's data, so that a row does not move while the user types. */
  const rankOf = (customer: Customer): number => {
    const { missing, warnings } = checkFields(customer, EMPTY_CREATE_CHOICE);
    return missing.length > 0 ? 0 : warnings.length > 0 ? 1 : 2;
  };
  const createRows = computed(() => {
    const rows = data.value.customers.filter(({ id }) => isCreate(states.value.get(id)));
    const ranks = new Map(rows.map((customer) => [customer, rankOf(customer)]));
    return rows.sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  });
  const createShown = computed(() => find(createRows.value, createSearch.value, (customer) => customer));
  const checkOf = (customer: Customer) =>
    checkFields(customer, states.value.get(customer.id)?.create ?? EMPTY_CREATE_CHOICE);
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
  const importShown = computed(() => find(importRows.value, importSearch.value, (row) => row.contact));
  const plan = computed(() => countPlan(states.value, allImportRows.value));

  return {
    index,
    choices,
    states,
    hasChanged,
    ...createMatchList({ data, index, states, find }),
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
    /** Names by id, as in step 1. */
    customerNames: computed(() => namesOf(data.value.customers.map(namedCustomer))),
    /** Names by guid, as in step 1. */
    contactNames: computed(() => namesOf(data.value.contacts.map(namedContact))),
    createNames: computed(() => namesOf(createRows.value.map(namedCustomer))),
    importNames: computed(() => namesOf(importRows.value.map((row) => namedContact(row.contact)))),
  };
}

const isCreate = (state: CustomerState | undefined): boolean => state?.action === 'create';
