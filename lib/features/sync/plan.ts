/** Turns choices into operations. Pure, so that a plan can be shown, tested and stored before anything is sent. */

import type { Choices, CreateChoice } from '../../domain/choices.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import { ProblemError } from '../../domain/problem.ts';
import { sha256Hex } from '../../domain/sha256.ts';
import type { SyncLists } from './lists.ts';
import {
  type ContactRow,
  type CustomerState,
  contactRows,
  contactsMatchedTwice,
  indexFlow,
  statesOf,
} from './rows.ts';

/**
 * - `link` tells Effihub which contact a customer is
 * - `create` creates the contact in Dinero, then links it
 * - `import` creates the customer in Effihub, linked from the start
 * - `ignore` puts a contact on the ignore list, `skip` does nothing this time
 */
export type Planned =
  | { kind: 'link'; customerId: CustomerId; contactGuid: ContactGuid; name: string; otherName?: string }
  | { kind: 'create'; customerId: CustomerId; name: string; choices: CreateChoice }
  | { kind: 'import'; contactGuid: ContactGuid; name: string; choices: CustomerDefaults }
  | { kind: 'ignore'; contactGuid: ContactGuid; name: string }
  | {
      kind: 'skip';
      customerId?: CustomerId;
      contactGuid?: ContactGuid;
      name: string;
      /** `updatedAt` when it was skipped: changed since, it waits for a decision again. */
      seen?: string;
      /** A likely match that nobody confirmed. */
      undecided?: true;
    };

/** The order of execution and display. */
const ORDER = ['link', 'create', 'import', 'ignore', 'skip'] as const;

/** The plan is not the one that the user reviewed: lists or choices have changed. */
export const changedSinceShown = (): ProblemError =>
  new ProblemError({ system: 'kundebro', code: 'changed', fields: [{ field: 'lists', message: '' }] });

/**
 * @throws ProblemError `changed` when two customers are matched with one contact: no view allows that, so it shows other lists
 */
export function makePlan(data: SyncLists, choices: Choices, importDefaults: CustomerDefaults): Planned[] {
  const index = indexFlow(data);
  const states = statesOf(index, choices);
  if (contactsMatchedTwice(states).size > 0) throw changedSinceShown();

  const planned: Planned[] = [];
  for (const { customer } of index.rows) {
    const state = states.get(customer.id);
    if (!state) continue;
    const { id: customerId, name } = customer;
    if (state.action === 'create') {
      planned.push({ kind: 'create', customerId, name, choices: state.create });
    } else if (state.action === 'match' && state.confirmed && state.contactGuid) {
      const otherName = index.contacts.get(state.contactGuid)?.name;
      planned.push({ kind: 'link', customerId, contactGuid: state.contactGuid, name, otherName });
    } else {
      const undecided = state.action === 'match' && ({ undecided: true } as const);
      planned.push({ kind: 'skip', customerId, name, seen: customer.updatedAt, ...undecided });
    }
  }
  for (const { contact, action, supplier } of contactRows(data, index, states, choices, true)) {
    const { guid: contactGuid, name } = contact;
    if (action === 'import') planned.push({ kind: 'import', contactGuid, name, choices: importDefaults });
    else if (action === 'ignore') planned.push({ kind: 'ignore', contactGuid, name });
    else if (!supplier) planned.push({ kind: 'skip', contactGuid, name, seen: contact.updatedAt });
  }
  return ORDER.flatMap((kind) => planned.filter((operation) => operation.kind === kind));
}

const COMPARED = ['kind', 'customerId', 'contactGuid', 'name', 'otherName'] as const;

/**
 * A short hash, equal for plans that do the same with the same customers under the same names. Fields to be written,
 * `updatedAt` and suggestions are left out, since links made meanwhile change them.
 */
export async function fingerprint(plan: readonly Planned[]): Promise<string> {
  const lines = plan.map((planned: { [field in (typeof COMPARED)[number]]?: string }) =>
    COMPARED.map((field) => planned[field]).join('\t'),
  );
  // Hashed as UTF-8: half a surrogate pair does not reach a view as it is, and is the same replacement character here.
  return sha256Hex(lines.sort().join('\n'));
}

export type PlanCounts = Record<Planned['kind'], number>;

/** How many operations of each kind the plan would have. */
export function countPlan(
  states: ReadonlyMap<CustomerId, CustomerState>,
  contacts: readonly ContactRow[],
): PlanCounts {
  const counts: PlanCounts = { link: 0, create: 0, import: 0, ignore: 0, skip: 0 };
  for (const state of states.values()) counts[plannedFor(state)] += 1;
  for (const { action, supplier } of contacts) if (action !== 'skip' || !supplier) counts[action] += 1;
  return counts;
}

function plannedFor({ action, confirmed, contactGuid }: CustomerState): 'link' | 'create' | 'skip' {
  if (action === 'create') return 'create';
  return action === 'match' && confirmed && contactGuid ? 'link' : 'skip';
}
