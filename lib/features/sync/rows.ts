/** The wizard's rows: lists, suggestions and choices combined. Pure; used by views and plan. */

import type { Choices, ContactAction, CreateChoice, CustomerAction } from '../../domain/choices.ts';
import {
  type Contact,
  type ContactGuid,
  type Customer,
  type CustomerId,
  isDebtor,
} from '../../domain/customer.ts';
import { LIKELY_SCORE } from '../../match/index.ts';
import type { SyncLists } from './lists.ts';
import { type Suggestion, suggest } from './suggest.ts';

export type Group = 'matched' | 'unmatched' | 'linked' | 'broken';

export interface CustomerRow {
  customer: Customer;
  /** Depends on the lists alone, so that a row does not move while the user chooses. */
  group: Group;
  /** Undefined for a linked customer. */
  suggestion?: Suggestion;
  /** The linked contact's guid, also a broken link's. */
  linkedTo?: ContactGuid;
}

/** What will happen to a customer as currently chosen. */
export interface CustomerState {
  action: CustomerAction;
  contactGuid?: ContactGuid;
  /** Only with `match`: certain, or confirmed by the user. */
  confirmed: boolean;
  create: CreateChoice;
}

/** One shared object, so that results for it can be memoized by identity. */
export const EMPTY_CREATE_CHOICE: CreateChoice = {};

export interface FlowIndex {
  customers: ReadonlyMap<CustomerId, Customer>;
  contacts: ReadonlyMap<ContactGuid, Contact>;
  ignored: ReadonlySet<ContactGuid>;
  /** Every customer's row, likely matches first in their group, otherwise in the lists' order. */
  rows: CustomerRow[];
  rowOf: ReadonlyMap<CustomerId, CustomerRow>;
  /** Contacts with a working link. */
  linkedContacts: ReadonlyMap<ContactGuid, CustomerId>;
}

/** Indexes the lists; choices are not part of it. */
export function indexFlow(data: SyncLists): FlowIndex {
  const ignored = new Set(data.ignored);
  const links = new Map(data.links.map((link) => [link.customerId, link]));
  const suggestions = suggest(data.matches, ignored);
  const rows = data.customers.map((customer): CustomerRow => {
    const link = links.get(customer.id);
    if (link?.state === 'ok') return { customer, group: 'linked', linkedTo: link.contactGuid };
    const suggestion = suggestions.get(customer.id);
    const group = link ? 'broken' : suggestion?.contactGuid ? 'matched' : 'unmatched';
    return { customer, group, suggestion, linkedTo: link?.contactGuid };
  });
  const isLikely = (row: CustomerRow) => Boolean(row.suggestion?.contactGuid && !row.suggestion.certain);
  const sorted = [...rows.filter(isLikely), ...rows.filter((row) => !isLikely(row))];
  return {
    customers: new Map(data.customers.map((customer) => [customer.id, customer])),
    contacts: new Map(data.contacts.map((contact) => [contact.guid, contact])),
    ignored,
    rows: sorted,
    rowOf: new Map(rows.map((row) => [row.customer.id, row])),
    linkedContacts: new Map(
      data.links.filter((link) => link.state === 'ok').map((link) => [link.contactGuid, link.customerId]),
    ),
  };
}

/** Whether a customer can be matched with the contact: it exists and has no working link. */
export const isFree = (index: FlowIndex, guid: ContactGuid): boolean =>
  index.contacts.has(guid) && !index.linkedContacts.has(guid);

/** The choice if there is one, else the suggestion; skip when its contact is gone or linked by now. */
export function stateOf(row: CustomerRow, choices: Choices, index: FlowIndex): CustomerState {
  const choice = choices.customers.get(row.customer.id);
  const { suggestion } = row;
  const create = choice?.create ?? EMPTY_CREATE_CHOICE;
  if (!choice) {
    return suggestion?.contactGuid && isFree(index, suggestion.contactGuid)
      ? { action: 'match', contactGuid: suggestion.contactGuid, confirmed: suggestion.certain, create }
      : { action: 'skip', confirmed: false, create };
  }
  // Dinero requires a name; step 1 does not offer to create without one.
  if (choice.action === 'create' && !row.customer.name && !create.name)
    return { action: 'skip', confirmed: false, create };
  if (choice.action !== 'match') return { action: choice.action, confirmed: false, create };
  const guid = choice.contactGuid;
  if (guid && !isFree(index, guid)) return { action: 'skip', confirmed: false, create };
  const certain = guid !== undefined && guid === suggestion?.contactGuid && suggestion.certain;
  return { action: 'match', contactGuid: guid, confirmed: Boolean(choice.confirmed) || certain, create };
}

/** The unlinked customers' states, by id. */
export function statesOf(index: FlowIndex, choices: Choices): Map<CustomerId, CustomerState> {
  const states = new Map<CustomerId, CustomerState>();
  for (const row of index.rows)
    if (row.group !== 'linked') states.set(row.customer.id, stateOf(row, choices, index));
  return states;
}

/** Contacts that two or more customers are matched with. */
export function contactsMatchedTwice(states: ReadonlyMap<CustomerId, CustomerState>): Set<ContactGuid> {
  const seen = new Set<ContactGuid>();
  const twice = new Set<ContactGuid>();
  for (const { action, contactGuid } of states.values()) {
    if (action !== 'match' || !contactGuid) continue;
    if (seen.has(contactGuid)) twice.add(contactGuid);
    seen.add(contactGuid);
  }
  return twice;
}

export interface ContactRow {
  contact: Contact;
  action: ContactAction;
  supplier: boolean;
  /** The Effihub customer that it may be, though the user did not match them. */
  duplicateOf?: CustomerId;
}

/**
 * Step 3: contacts that are neither linked, nor ignored, nor chosen in step 1.
 * @param withSuppliers also contacts that are only creditors
 */
export function contactRows(
  data: SyncLists,
  index: FlowIndex,
  states: ReadonlyMap<CustomerId, CustomerState>,
  choices: Choices,
  withSuppliers: boolean,
): ContactRow[] {
  const chosen = new Set<ContactGuid>();
  for (const state of states.values())
    if (state.action === 'match' && state.confirmed && state.contactGuid) chosen.add(state.contactGuid);
  const duplicates = possibleDuplicates(index, states, chosen);
  const rows: ContactRow[] = [];
  for (const contact of data.contacts) {
    const { guid } = contact;
    if (index.linkedContacts.has(guid) || index.ignored.has(guid) || chosen.has(guid)) continue;
    const supplier = !isDebtor(contact);
    if (supplier && !withSuppliers) continue;
    const action = choices.contacts.get(guid)?.action ?? 'skip';
    rows.push({
      contact,
      // Effihub requires a name.
      action: action === 'import' && !contact.name ? 'skip' : action,
      supplier,
      duplicateOf: duplicates.get(guid),
    });
  }
  return rows;
}

/** Candidates of unmatched customers: importing one of them would make a duplicate in Effihub. */
function possibleDuplicates(
  index: FlowIndex,
  states: ReadonlyMap<CustomerId, CustomerState>,
  chosen: ReadonlySet<ContactGuid>,
): Map<ContactGuid, CustomerId> {
  const result = new Map<ContactGuid, CustomerId>();
  for (const row of index.rows) {
    const state = states.get(row.customer.id);
    if (!state || !row.suggestion || (state.action === 'match' && state.confirmed)) continue;
    for (const { id, fit } of row.suggestion.match.candidates)
      if (fit >= LIKELY_SCORE && !chosen.has(id) && !result.has(id)) result.set(id, row.customer.id);
  }
  return result;
}
