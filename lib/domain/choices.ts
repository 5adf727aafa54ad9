/** What the user has decided in the four steps, by id. Plain data: stored, sent to every view, and put into the plan. */
import type { ContactGuid, CustomerDefaults, CustomerId } from './customer.ts';

export type Step = 1 | 2 | 3 | 4;

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
