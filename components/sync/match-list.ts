/** What step 1 lists: the customers in groups, which groups are open, and how each customer is matched. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact, Customer, CustomerId } from '../../lib/domain/customer.ts';
import { searchable } from '../../lib/features/candidates/index.ts';
import {
  type CustomerRow,
  type CustomerState,
  contactsMatchedTwice,
  type Group,
  type indexFlow,
  isFree,
  type SyncLists,
} from '../../lib/features/sync/index.ts';

export const GROUPS: readonly Group[] = ['matched', 'unmatched', 'linked', 'broken'];

/** Candidates below this score are not shown. */
const MIN_SCORE = 0.2;

export interface GroupRows {
  all: CustomerRow[];
  /** The rows that the search and the conflict filter leave. */
  shown: CustomerRow[];
}

interface MatchListParts {
  data: ReadonlySignal<SyncLists>;
  index: ReadonlySignal<ReturnType<typeof indexFlow>>;
  states: ReadonlySignal<ReadonlyMap<CustomerId, CustomerState>>;
  find: (
    rows: CustomerRow[],
    query: string,
    partyOf: (row: CustomerRow) => Customer | Contact,
  ) => CustomerRow[];
}

export function createMatchList({ data, index, states, find }: MatchListParts) {
  /** The contacts that are matched with more than one customer. */
  const conflicts = computed(() => contactsMatchedTwice(states.value));
  /** The customer that a contact is matched with; the first where there are several. */
  const matchedWith = computed(() => {
    const customerOf = new Map<string, string>();
    for (const [id, { action, contactGuid }] of states.value)
      if (action === 'match' && contactGuid && !customerOf.has(contactGuid)) customerOf.set(contactGuid, id);
    return customerOf;
  });

  const matchSearch = signal('');
  const openGroups = signal(ALL_CLOSED);
  /** The rows that were in conflict when the user asked to see only those. */
  const conflictFilter = signal<ReadonlySet<string> | undefined>(undefined);
  const isInConflict = (row: CustomerRow) =>
    conflicts.value.has(states.value.get(row.customer.id)?.contactGuid ?? '');
  const showConflicts = () => {
    matchSearch.value = '';
    conflictFilter.value = new Set(index.value.rows.filter(isInConflict).map(({ customer }) => customer.id));
  };
  const groups = computed(() => {
    const rows = index.value.rows;
    const hits = find(rows, matchSearch.value, (row) => row.customer);
    const only = conflictFilter.value;
    const shown = only ? hits.filter(({ customer }) => only.has(customer.id)) : hits;
    const of = (group: Group): GroupRows => ({
      all: rows.filter((row) => row.group === group),
      shown: shown.filter((row) => row.group === group),
    });
    return { matched: of('matched'), unmatched: of('unmatched'), linked: of('linked'), broken: of('broken') };
  });

  /** The contacts that a customer can be matched with. */
  const freeContacts = computed(() => data.value.contacts.filter(({ guid }) => isFree(index.value, guid)));
  const contactSearch = computed(() => searchable(freeContacts.value));
  /** Plausible contacts that are not linked to another customer, best first. */
  const candidatesOf = ({ suggestion }: CustomerRow) =>
    (suggestion?.match.candidates ?? []).filter(
      ({ id, score }) => isFree(index.value, id) && (score >= MIN_SCORE || id === suggestion?.contactGuid),
    );
  /** A match that the user has not confirmed: the run skips it. */
  const isUnconfirmed = ({ customer }: CustomerRow): boolean => {
    const state = states.value.get(customer.id);
    return state?.action === 'match' && state.contactGuid !== undefined && !state.confirmed;
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
  /** Broken links whose new contact is certain. */
  const certainMends = computed(() =>
    groups.value.broken.all.flatMap(({ customer: { id }, suggestion }): [string, string][] => {
      const guid = states.value.get(id)?.contactGuid;
      const isCertain =
        suggestion?.certain && guid === suggestion.contactGuid && states.value.get(id)?.action === 'match';
      return guid && isCertain && !conflicts.value.has(guid) ? [[id, guid]] : [];
    }),
  );

  return {
    conflicts,
    matchedWith,
    matchSearch,
    openGroups,
    conflictFilter,
    showConflicts,
    groups,
    freeContacts,
    contactSearch,
    candidatesOf,
    isUnconfirmed,
    matchCounts,
    certainMends,
  };
}

/** Groups that the user opened, and groups where the search has hits. */
export interface OpenGroups {
  /** Opened by hand. */
  pinned: ReadonlySet<Group>;
  /** Closed by hand although the search has hits there; until the next search. */
  closed: ReadonlySet<Group>;
}

export const ALL_CLOSED: OpenGroups = { pinned: new Set(), closed: new Set() };

/** @param hasHits the search or the filter is active and leaves rows in the group */
export const isOpen = ({ pinned, closed }: OpenGroups, group: Group, hasHits: boolean): boolean =>
  pinned.has(group) || (hasHits && !closed.has(group));

/** The user pressed the group's button. In a group that only the search has opened, the first press pins it open. */
export function toggle({ pinned, closed }: OpenGroups, group: Group, hasHits: boolean): OpenGroups {
  if (!pinned.has(group)) return { pinned: new Set([...pinned, group]), closed: without(closed, group) };
  return {
    pinned: without(pinned, group),
    closed: hasHits ? new Set([...closed, group]) : closed,
  };
}

/** A new search opens its groups again. */
export const forNewSearch = ({ pinned }: OpenGroups): OpenGroups => ({ pinned, closed: new Set() });

const without = (groups: ReadonlySet<Group>, group: Group): ReadonlySet<Group> =>
  new Set([...groups].filter((each) => each !== group));
