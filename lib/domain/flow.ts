/**
 * What the wizard works on: the two lists as they were read, the suggestions, and the user's choices by id.
 * Plain data, shared by the background (which keeps it) and the views (which show it).
 */

import type { CustomerMatch } from '../match/types.ts';
import type { Contact, ContactGuid, Customer, CustomerDefaults, CustomerId } from './customer.ts';

export type Step = 1 | 2 | 3 | 4;

/** `broken`: the contact is known to be gone in Dinero. */
export interface Link {
  customerId: CustomerId;
  contactGuid: ContactGuid;
  state: 'ok' | 'broken';
}

/** How a customer came to its link. */
export type LinkOrigin = 'effihub' | 'match' | 'create' | 'import';

/** On the ignore list. `ignoredAt` in ms since 1970. */
export interface IgnoredContact {
  contactGuid: ContactGuid;
  name: string;
  ignoredAt: number;
}

export interface SyncLists {
  /** Danish order, then id. Archived ones only where they are linked. */
  customers: Customer[];
  /** Danish order, then guid. Without deleted ones. */
  contacts: Contact[];
  links: Link[];
  ignored: ContactGuid[];
  /** One for every customer without a working link. */
  matches: CustomerMatch[];
}

/** How far the matching of two lists is. */
export interface MatchingProgress {
  /** The share that is done, 0..1. */
  done: number;
  /** How many are matched with how many. */
  customers: number;
  contacts: number;
}

/** What step 2 sends instead of what Effihub has. */
export interface CreateChoice {
  name?: string;
  countryCode?: string;
  isPerson?: boolean;
  /** Asked for where it is missing. */
  deleted?: DeletedAnswer;
}

/** What is to be done about a contact that was made from the customer before and deleted in Dinero since. */
export type DeletedAnswer = 'restore' | 'new';

/** How many there are, as of the last read or run. Archived customers count where they are linked. */
export interface Counts {
  customers: number;
  contacts: number;
  linked: number;
  broken: number;
  ignored: number;
  /** Customers on either side that nobody has decided on; see `lib/sync/undecided.ts`. */
  undecided: number;
  /** Linked customers that differ and that nobody has decided on. */
  differing?: number;
  /** Linked customers that are gone on one side, see `lib/gone.ts`. */
  goneListed?: number;
  /** Those of them that no other number counts: archived in Effihub. */
  gone?: number;
  /** Groups of duplicates, as of the last look at them. */
  duplicates?: number;
  /** Each system's own; missing as long as nothing has been read since an older version. */
  sides?: Record<'dinero' | 'effihub', SideCounts>;
}

/** Where those of one system stand; their sum is all that there are, and the broken ones beside them. */
export interface SideCounts {
  linked: number;
  waiting: number;
  ignored: number;
  broken: number;
}

export type CustomerAction = 'match' | 'create' | 'skip';

/** A decision about an Effihub customer. Where there is none, the suggestion stands. */
export interface CustomerChoice {
  action: CustomerAction;
  /** With `match`. */
  contactGuid?: ContactGuid;
  /** The user said so; a likely match that nobody confirmed is skipped. */
  confirmed?: boolean;
  create?: CreateChoice;
  /** The customer's `updatedAt` when this was chosen: tells later whether the row has changed since. */
  seen?: string;
}

export type ContactAction = 'import' | 'skip' | 'ignore';

/** A decision about a Dinero contact in step 3. Where there is none, it is skipped. */
export interface ContactChoice {
  action: ContactAction;
  seen?: string;
}

export interface Choices {
  customers: ReadonlyMap<CustomerId, CustomerChoice>;
  contacts: ReadonlyMap<ContactGuid, ContactChoice>;
}

/** An unfinished wizard: where the user is, and what imported customers get. */
export interface WizardProgress {
  step: Step;
  startedAt: number;
  importDefaults?: CustomerDefaults;
  /** From `Gem og fuldfør` on: the run that carries the choices out. */
  runId?: string;
}

const collator = new Intl.Collator('da', { numeric: true });

/** Danish order by name, then by id, so that a list looks the same every time. */
export function byName<T extends { name: string }>(id: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => collator.compare(a.name, b.name) || collator.compare(id(a), id(b));
}
