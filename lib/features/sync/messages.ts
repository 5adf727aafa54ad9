/** The four steps: from both lists to the run. */
import * as v from 'valibot';
import type { ContactChoice, CustomerChoice, WizardProgress } from '../../domain/choices.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../../domain/customer.ts';
import type { Run } from '../../domain/run.ts';
import { message, READ, WRITE } from '../../messaging/define.ts';
import {
  connection,
  countryCode,
  id,
  ofConnection,
  ofRun,
  text,
  wholeNumber,
} from '../../messaging/schema-parts.ts';
import type { SyncLists } from './lists.ts';

export interface SyncSnapshot {
  head: WizardProgress;
  /** The first part of the lists. */
  data: SyncLists;
  /** Asks for the other parts, see `flowPart`. */
  lists: string;
  parts: number;
  customers: [CustomerId, CustomerChoice][];
  contacts: [ContactGuid, ContactChoice][];
  /** The account's standard choices for new customers. */
  defaults: CustomerDefaults;
  /** Choices whose customer or contact is not there any more. */
  gone: number;
}

/** A contact that a customer to be created may already be. */
export interface SimilarContact {
  guid: ContactGuid;
  name: string;
  reasons: string[];
}

const deletedAnswer = v.picklist(['restore', 'new']);

/** What step 2 and the panel send instead of what Effihub has. */
export const createChoice = v.object({
  name: v.optional(text),
  countryCode: v.optional(v.union([v.literal(''), countryCode])),
  isPerson: v.optional(v.boolean()),
  deleted: v.optional(deletedAnswer),
});

const customerChoice = v.object({
  action: v.picklist(['match', 'create', 'skip']),
  contactGuid: v.optional(id),
  confirmed: v.optional(v.boolean()),
  create: v.optional(createChoice),
  seen: v.optional(id),
});

const contactChoice = v.object({
  action: v.picklist(['import', 'skip', 'ignore']),
  seen: v.optional(id),
});

const customerDefaults = v.object({
  hub: v.object({
    showTimesheets: v.boolean(),
    showProjects: v.boolean(),
    showPunchCards: v.boolean(),
    showInvoices: v.boolean(),
  }),
  language: id,
});

export const syncMessages = {
  /** Starts the wizard; `fresh` throws away the choices of an unfinished one. */
  startFlow: message(WRITE, v.object({ ...connection, fresh: v.boolean() })).answers<WizardProgress>(),
  /** Reads what has changed, matches, and gives everything the wizard shows. Progress is pushed as updates. */
  loadFlow: message(READ, ofConnection).answers<SyncSnapshot>(),
  /** Another part of a snapshot's lists; undefined when they are out of date by now. */
  flowPart: message(READ, v.object({ ...connection, lists: id, part: wholeNumber })).answers<
    SyncLists | undefined
  >(),
  goToStep: message(WRITE, v.object({ ...connection, step: v.picklist([1, 2, 3, 4]) })).answers<void>(),
  /** `null` takes a choice back: the suggestion stands again. */
  chooseCustomers: message(
    WRITE,
    v.object({ ...connection, choices: v.array(v.tuple([id, v.nullable(customerChoice)])) }),
  ).answers<void>(),
  chooseContacts: message(
    WRITE,
    v.object({ ...connection, choices: v.array(v.tuple([id, v.nullable(contactChoice)])) }),
  ).answers<void>(),
  setImportDefaults: message(WRITE, v.object({ ...connection, defaults: customerDefaults })).answers<void>(),
  /** Similar contacts (every contact counts) for customers about to be created, under the name to be sent. */
  findSimilar: message(
    READ,
    v.object({ ...connection, customers: v.array(v.object({ id, name: text })) }),
  ).answers<
    {
      id: CustomerId;
      similar: SimilarContact[];
      /** The name of the contact that was made from the customer before and deleted in Dinero since. */
      deleted?: string;
    }[]
  >(),
  /** Leaves the result (`Færdig`). */
  finishFlow: message(WRITE, ofConnection).answers<void>(),
  /**
   * `Gem og fuldfør`. Answers once the plan is in the journal. `shown` is the fingerprint of the plan that the view shows,
   * which every view sends: no other plan is started.
   */
  startRun: message(WRITE, v.object({ ...connection, shown: v.optional(id) })).answers<Run>(),
  /** Reads the failed customers again and tries those operations once more. */
  retryFailed: message(WRITE, ofRun).answers<Run>(),
  /** What to do about a deleted contact (`contact-deleted`); only that operation is tried once more. */
  answerDeleted: message(
    WRITE,
    v.object({ runId: id, seq: wholeNumber, answer: deletedAnswer }),
  ).answers<Run>(),
};
