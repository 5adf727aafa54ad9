/**
 * The contract between views and background: every message with its answer. `schemas.ts` checks on arrival what is
 * declared here, `rights.ts` says who may send what, and `updates.ts` has what the background pushes.
 */

import type {
  ContactChoice,
  CustomerChoice,
  DeletedAnswer,
  Step,
  WizardProgress,
} from '../domain/choices.ts';
import type { Company } from '../domain/company.ts';
import type { Counts } from '../domain/counts.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../domain/customer.ts';
import type { IgnoredContact } from '../domain/link.ts';
import type { Problem } from '../domain/problem.ts';
import type { Operation, Run } from '../domain/run.ts';
import type { BackupMessages } from './backup/messages.ts';
import type { CheckMessages } from './check/messages.ts';
import type { SettingsMessages } from './companies/messages.ts';
import type { DifferencesMessages } from './differences/messages.ts';
import type { DuplicateMessages } from './duplicates/messages.ts';
import type { HistoryMessages } from './history/messages.ts';
import type { OnCard, PanelMessages } from './panel/messages.ts';
import type { SheetInfo, TableMessages } from './sheets/messages.ts';
import type { SyncLists } from './sync/index.ts';

export interface ListedCompany extends Company {
  /** How much needs a decision, see `lib/sync/waiting.ts`. */
  waiting: number;
}

/** The start page, from the database alone: it is there before any network answers. */
export interface Overview {
  /** Undefined until Dinero and Effihub are connected. */
  connection?: Company;
  /** All that are connected, by what they are called; missing where nothing is known. */
  companies?: ListedCompany[];
  /** Of an account without an API. */
  sheet?: SheetInfo;
  /** As of the last read; undefined before the first. */
  counts?: Counts;
  /** When both lists were last looked at, in ms since 1970, and what went wrong then. */
  checkedAt?: number;
  checkProblem?: Problem;
  lastRun?: Run;
  /** Running or paused: everything else waits for it. */
  activeRun?: Run;
  /** A wizard that has been begun and not finished. */
  flow?: WizardProgress;
  /** Links that the latest reset removed and `Fortryd` can bring back. */
  undoableReset?: { runId: string; count: number };
  /** How Effihub's own Dinero integration is set, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** Why the latest look at the connection failed. */
  problem?: Problem;
}

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

export interface Protocol
  extends BackupMessages,
    CheckMessages,
    DifferencesMessages,
    DuplicateMessages,
    HistoryMessages,
    PanelMessages,
    SettingsMessages,
    TableMessages {
  /** Of the connection last used, when none is named. */
  overview(input?: { connectionId: string }): Overview;
  /**
   * Asks Effihub how its own integration is set; the answer comes as an event too.
   * @param input.whole asks Dinero, too, whose key it is
   */
  checkConnection(input: { connectionId: string; whole?: boolean }): Overview;

  /** Begins a wizard; `fresh` throws away the choices of an unfinished one. */
  startFlow(input: { connectionId: string; fresh: boolean }): WizardProgress;
  /** Reads what has changed, matches, and gives everything the wizard shows. Progress comes as events. */
  loadFlow(input: { connectionId: string }): SyncSnapshot;
  /** A further part of the lists of a snapshot; undefined when they are out of date by now. */
  flowPart(input: { connectionId: string; lists: string; part: number }): SyncLists | undefined;
  goToStep(input: { connectionId: string; step: Step }): void;
  /** `null` takes a choice back: the suggestion stands again. */
  chooseCustomers(input: { connectionId: string; choices: [CustomerId, CustomerChoice | null][] }): void;
  chooseContacts(input: { connectionId: string; choices: [ContactGuid, ContactChoice | null][] }): void;
  setImportDefaults(input: { connectionId: string; defaults: CustomerDefaults }): void;
  /** Similar contacts (every contact counts) for customers about to be created, under the name to be sent. */
  findSimilar(input: { connectionId: string; customers: { id: CustomerId; name: string }[] }): {
    id: CustomerId;
    similar: SimilarContact[];
    /** The contact that was made from the customer before and deleted in Dinero since: its name. */
    deleted?: string;
  }[];
  /** Leaves the result (`Færdig`). */
  finishFlow(input: { connectionId: string }): void;

  /**
   * `Gem og fuldfør`. Answers once the plan is in the journal.
   * @param input.shown the fingerprint of the plan that the view shows, which every view sends: nothing else is begun
   */
  startRun(input: { connectionId: string; shown?: string }): Run;
  pauseRun(input: { runId: string }): void;
  resumeRun(input: { runId: string }): void;
  stopRun(input: { runId: string }): void;
  /** Reads the failed customers again and tries those operations once more. */
  retryFailed(input: { runId: string }): Run;
  /** What is to be done about a deleted contact (`contact-deleted`); that operation alone is tried once more. */
  answerDeleted(input: { runId: string; seq: number; answer: DeletedAnswer }): Run;
  runResult(input: { runId: string }): { run: Run; operations: Operation[] };

  /**
   * Immediate, one customer: `Fjern link`, and its `Fortryd`.
   * @param input.contactGuid that link and no other: both lists are read first
   */
  unlink(input: OnCard & { connectionId: string; customerId: CustomerId; contactGuid?: ContactGuid }): Run;
  relink(input: OnCard & { connectionId: string; customerId: CustomerId; contactGuid: ContactGuid }): Run;
  /** Immediate, several: gives broken links their new contacts. */
  mendLinks(input: { connectionId: string; links: [CustomerId, ContactGuid][] }): Run;
  resetLinks(input: { connectionId: string }): Run;
  undoReset(input: { connectionId: string; runId: string }): Run;

  ignored(input: { connectionId: string }): IgnoredContact[];
  unignore(input: OnCard & { connectionId: string; contactGuid: ContactGuid }): void;
}

export type MessageName = keyof Protocol;
