/**
 * The user's decisions in the four steps, by id. Plain data: stored, sent to every view, and turned into the plan.
 */
import type { ContactGuid, CustomerDefaults, CustomerId } from './customer.ts';

export type Step = 1 | 2 | 3 | 4;

/** Values that step 2 sends instead of Effihub's. */
export interface CreateChoice {
  name?: string;
  countryCode?: string;
  isPerson?: boolean;
  /** Asked when the customer's earlier contact is deleted. */
  deleted?: DeletedAnswer;
}

/** What to do about a contact that was created from the customer earlier and has been deleted in Dinero. */
export type DeletedAnswer = 'restore' | 'new';

export type CustomerAction = 'match' | 'create' | 'skip';

/** A decision about an Effihub customer. Without one, the suggestion stands. */
export interface CustomerChoice {
  action: CustomerAction;
  /** With `match`. */
  contactGuid?: ContactGuid;
  /** The user confirmed it; an unconfirmed likely match is skipped. */
  confirmed?: boolean;
  create?: CreateChoice;
  /** The customer's `updatedAt` when this was chosen, to tell later whether the row has changed. */
  seen?: string;
}

export type ContactAction = 'import' | 'skip' | 'ignore';

/** A decision about a Dinero contact in step 3. Without one, it is skipped. */
export interface ContactChoice {
  action: ContactAction;
  seen?: string;
}

export interface Choices {
  customers: ReadonlyMap<CustomerId, CustomerChoice>;
  contacts: ReadonlyMap<ContactGuid, ContactChoice>;
}

/** An unfinished wizard: the current step, and the defaults of imported customers. */
export interface WizardProgress {
  step: Step;
  startedAt: number;
  importDefaults?: CustomerDefaults;
  /** From `Gem og fuldfør` on: the run that carries out the choices. */
  runId?: string;
}
