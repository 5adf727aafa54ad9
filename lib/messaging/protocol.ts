/**
 * The contract between views and background: every message with its answer, and every event that the background
 * pushes. `schemas.ts` checks on arrival what is declared here.
 */

import type { CompanyPreview } from '../backup/compare.ts';
import type { SavedPreferences } from '../backup/contents.ts';
import type { Mode } from '../backup/difference.ts';
import type { Written } from '../backup/file.ts';
import type { Company } from '../company.ts';
import type { ContactGuid, CustomerDefaults, CustomerId } from '../customer.ts';
import type { SheetChanges } from '../effihub/sheet/merge.ts';
import type {
  ContactChoice,
  Counts,
  CreateChoice,
  CustomerChoice,
  DeletedAnswer,
  FlowData,
  FlowHead,
  IgnoredContact,
  Link,
  MatchingProgress,
  Step,
} from '../flow.ts';
import type { Candidate, ContactCard, CustomerCard, OneClick } from '../page/card.ts';
import type { Place } from '../page/place.ts';
import type { Problem, System } from '../problem.ts';
import type { Operation, Run } from '../run.ts';
import type { CheckMessages } from './checking.ts';
import type { DifferencesMessages } from './differences.ts';
import type { DuplicateMessages } from './duplicates.ts';
import type { HistoryMessages } from './history.ts';
import type { DineroFields, EffihubFields, GrantedOrganization, SettingsInfo } from './settings.ts';
import type { AwaitedImport, SheetInfo, SheetTable } from './tables.ts';

export type ConnectionInfo = Company;

export interface ListedCompany extends ConnectionInfo {
  /** How much needs a decision, see `lib/sync/waiting.ts`. */
  waiting: number;
}

/** The start page, from the database alone: it is there before any network answers. */
export interface Overview {
  /** Undefined until Dinero and Effihub are connected. */
  connection?: ConnectionInfo;
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
  flow?: FlowHead;
  /** Links that the latest reset removed and `Fortryd` can bring back. */
  undoableReset?: { runId: string; count: number };
  /** How Effihub's own Dinero integration is set, as last seen. */
  integration?: 'on' | 'off' | 'other-company';
  /** Why the latest look at the connection failed. */
  problem?: Problem;
}

export interface FlowSnapshot {
  head: FlowHead;
  /** The first part of the lists. */
  data: FlowData;
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

/** What restoring a file in one way would do. */
export interface ModePreview {
  companies: CompanyPreview[];
  /** Nothing at all, apart from preferences. */
  isEmpty: boolean;
}

export interface RestorePreview {
  /** ISO 8601: when the file was made. */
  madeAt: string;
  /** The file's. Whoever shows the preview knows its own. */
  preferences: SavedPreferences;
  merge: ModePreview;
  replace: ModePreview;
}

export interface Protocol extends CheckMessages, DifferencesMessages, DuplicateMessages, HistoryMessages {
  /** Of the connection last used, when none is named. */
  overview(input?: { connectionId: string }): Overview;
  /**
   * Asks Effihub how its own integration is set; the answer comes as an event too.
   * @param input.whole asks Dinero, too, whose key it is
   */
  checkConnection(input: { connectionId: string; whole?: boolean }): Overview;

  /** Begins a wizard; `fresh` throws away the choices of an unfinished one. */
  startFlow(input: { connectionId: string; fresh: boolean }): FlowHead;
  /** Reads what has changed, matches, and gives everything the wizard shows. Progress comes as events. */
  loadFlow(input: { connectionId: string }): FlowSnapshot;
  /** A further part of the lists of a snapshot; undefined when they are out of date by now. */
  flowPart(input: { connectionId: string; lists: string; part: number }): FlowData | undefined;
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

  /** `Gem og fuldfør`. Answers once the plan is in the journal. */
  startRun(input: { connectionId: string }): Run;
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
  unlink(input: { connectionId: string; customerId: CustomerId; contactGuid?: ContactGuid }): Run;
  relink(input: { connectionId: string; customerId: CustomerId; contactGuid: ContactGuid }): Run;
  /** Immediate, several: gives broken links their new contacts. */
  mendLinks(input: { connectionId: string; links: [CustomerId, ContactGuid][] }): Run;
  resetLinks(input: { connectionId: string }): Run;
  undoReset(input: { connectionId: string; runId: string }): Run;

  /** For the panel: what the page it stands on is about. */
  place(): Place;
  /** The user says which company a page is about that names none, or takes that back; kept for this tab. */
  chooseCompany(input: { connectionId?: string }): void;
  /** For the panel: closes it. */
  closePanel(): void;
  /** @param input.fresh reads the changes first; otherwise what is known is answered at once */
  customerCard(input: { connectionId: string; customerId: CustomerId; fresh: boolean }): CustomerCard;
  contactCard(input: { connectionId: string; number: string; fresh: boolean }): ContactCard;
  /** The user says which contact a page of Dinero is about. */
  nameContact(input: { connectionId: string; number: string; contactGuid: ContactGuid }): void;
  /** Whom a customer or contact can be matched with by hand: the best for a query, without those that are linked. */
  findFree(input: { connectionId: string; side: 'customers' | 'contacts'; query: string }): {
    found: Candidate[];
    /** Hits that are left out. */
    more: number;
  };
  /** One click each, for the customer or contact on the page. @param input.anyway though somebody similar is there */
  createOne(input: {
    connectionId: string;
    customerId: CustomerId;
    create: CreateChoice;
    anyway: boolean;
  }): OneClick;
  matchOne(input: { connectionId: string; customerId: CustomerId; contactGuid: ContactGuid }): Run;
  importOne(input: { connectionId: string; contactGuid: ContactGuid; anyway: boolean }): OneClick;
  ignoreOne(input: { connectionId: string; contactGuid: ContactGuid }): Run;

  ignored(input: { connectionId: string }): IgnoredContact[];
  unignore(input: { connectionId: string; contactGuid: ContactGuid }): void;

  settings(): SettingsInfo;
  /** Tests with what is typed and, where a company is named, with what is saved for it. */
  testDinero(input: { connectionId?: string; dinero: DineroFields }): {
    organizationId: number;
    organizationName: string;
  };
  testEffihub(input: { connectionId?: string; effihub: EffihubFields }): {
    accountId: string;
    accountName: string;
  };
  /** Tests both, then saves both or nothing. @param input.connectionId the company to be changed; without it one is added */
  saveConnection(input: {
    connectionId?: string;
    dinero: DineroFields;
    effihub: EffihubFields;
  }): ConnectionInfo;
  /** Signs in with Visma Connect. What comes of it is kept until the browser is closed, or until it is saved. */
  signIn(input: { clientId: string; clientSecret: string }): {
    signInId: string;
    organizations: GrantedOrganization[];
  };
  /** What the saved sign-in of a client gives access to: it can serve another company, too. */
  savedSignIn(input: { clientId: string }): { signInId: string; organizations: GrantedOrganization[] };
  /** Forgets a company's sign-in. */
  signOut(input: { connectionId: string }): void;
  /** The companies and accounts whose pages are open, the one last looked at first. */
  openPages(): { organizationIds: string[]; accounts: string[] };

  /** Makes a company the one last used. */
  useCompany(input: { connectionId: string }): void;
  /** @param input.name empty: Dinero's own */
  renameCompany(input: { connectionId: string; name: string }): void;
  /** While it is paused nothing is read or written for it. */
  pauseCompany(input: { connectionId: string; paused: boolean }): void;
  /** Removes it with all that is stored about it here. */
  removeCompany(input: { connectionId: string }): void;

  /** What reading a table would change. */
  previewSheet(input: { connectionId: string; table: SheetTable }): SheetChanges;
  readSheet(input: { connectionId: string; table: SheetTable }): SheetChanges;
  /** Imports that wait to be pasted into Effihub. */
  awaitedImports(input: { connectionId: string }): AwaitedImport[];
  /** The user says whether these have been pasted. */
  markPasted(input: { connectionId: string; ids: CustomerId[]; pasted: boolean }): void;

  /** The text of a file with everything but secrets. @param input.connectionId one company's alone */
  makeBackup(input: { preferences: SavedPreferences; connectionId?: string }): Written;
  /** What restoring the file would do; nothing is changed. */
  previewRestore(input: { text: string }): RestorePreview;
  /** Answers once all of it is stored; links are written by the runs that it has begun. */
  restore(input: { text: string; mode: Mode }): { preferences?: SavedPreferences; runs: Run[] };
}

export type MessageName = keyof Protocol;

/**
 * Messages that change something: links, customers, choices, what is connected. The panel on somebody else's page sends
 * them only when its user can have meant it, and only for the page's own company.
 */
export const WRITES: ReadonlySet<MessageName> = new Set<MessageName>([
  'startFlow',
  'goToStep',
  'chooseCustomers',
  'chooseContacts',
  'setImportDefaults',
  'finishFlow',
  'startRun',
  'pauseRun',
  'resumeRun',
  'stopRun',
  'retryFailed',
  'answerDeleted',
  'unlink',
  'relink',
  'mendLinks',
  'resetLinks',
  'undoReset',
  'dismissDuplicate',
  'undismissDuplicate',
  'moveLink',
  'undoRun',
  'chooseCompany',
  'nameContact',
  'createOne',
  'matchOne',
  'importOne',
  'ignoreOne',
  'unignore',
  'saveConnection',
  'signIn',
  'signOut',
  'useCompany',
  'renameCompany',
  'pauseCompany',
  'removeCompany',
  'readSheet',
  'markPasted',
  'restore',
  'answerDifferences',
  'updateFields',
  'dismissGone',
]);

/** About keys and whole companies: only for the extension's own pages, never for the panel on somebody else's page. */
export const OWN_PAGES_ONLY: ReadonlySet<MessageName> = new Set<MessageName>([
  'settings',
  'testDinero',
  'testEffihub',
  'saveConnection',
  'signIn',
  'savedSignIn',
  'signOut',
  'openPages',
  'renameCompany',
  'removeCompany',
  'makeBackup',
  'previewRestore',
  'restore',
]);

/** Pushed to every open view over the port. */
export type Update =
  | { type: 'overview'; overview: Overview }
  | { type: 'reading'; connectionId: string; system: System; read: number }
  /** Again and again with the progress when the lists are long. */
  | { type: 'matching'; connectionId: string; progress?: MatchingProgress }
  | { type: 'head'; connectionId: string; head: FlowHead | null }
  | { type: 'customers'; connectionId: string; choices: [CustomerId, CustomerChoice | null][] }
  | { type: 'contacts'; connectionId: string; choices: [ContactGuid, ContactChoice | null][] }
  | { type: 'run'; run: Run }
  /** The next request to a system has to wait for its turn, until this time in ms since 1970. */
  | { type: 'waiting'; connectionId: string; system: System; until: number }
  /** To one panel: its page shows something else. `moved`: it has another address. */
  | { type: 'page'; moved: boolean }
  /** Links changed outside a sync run. */
  | { type: 'links'; connectionId: string; links: Link[] }
  /** Something has been said about what linked customers differ in. */
  | { type: 'answers'; connectionId: string }
  /** Duplicates are being looked for: the share that is done, 0..1. Without it: what is to be shown of them has changed. */
  | { type: 'duplicates'; connectionId: string; done?: number }
  /** A company has been added, changed or removed. */
  | { type: 'companies' };

/** The port's name; views connect, the background pushes. */
export const UPDATES_PORT = 'updates';
