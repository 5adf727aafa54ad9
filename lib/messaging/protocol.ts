/**
 * The contract between views and background: every message with its answer, and every event that the background
 * pushes. `schemas.ts` checks on arrival what is declared here.
 */
import type { ContactGuid, CustomerDefaults, CustomerId } from '../customer.ts';
import type {
  ContactChoice,
  Counts,
  CreateChoice,
  CustomerChoice,
  DeletedAnswer,
  FlowData,
  FlowHead,
  Link,
  MatchingProgress,
  Step,
} from '../flow.ts';
import type { Candidate, ContactCard, CustomerCard, OneClick } from '../page/card.ts';
import type { Company, Place } from '../page/place.ts';
import type { Problem, System } from '../problem.ts';
import type { Operation, Run } from '../run.ts';

export type ConnectionInfo = Company;

/** The start page, from the database alone: it is there before any network answers. */
export interface Overview {
  /** Undefined until Dinero and Effihub are connected. */
  connection?: ConnectionInfo;
  /** As of the last read; undefined before the first. */
  counts?: Counts;
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

export interface IgnoredContact {
  contactGuid: ContactGuid;
  name: string;
  ignoredAt: number;
}

/** What the settings page shows: a saved secret is a yes, never its text. */
export interface SettingsInfo {
  clientId: string;
  organizationId: string;
  baseUrl: string;
  saved: { clientSecret: boolean; apiKey: boolean; token: boolean };
}

export interface DineroFields {
  clientId: string;
  /** Empty: keep the saved one. So for the other secrets. */
  clientSecret: string;
  apiKey: string;
  /** Empty: the company that the key belongs to. */
  organizationId: string;
}

export interface EffihubFields {
  baseUrl: string;
  token: string;
}

export interface Protocol {
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

  /** Immediate, one customer: `Fjern link`, and its `Fortryd`. */
  unlink(input: { connectionId: string; customerId: CustomerId }): Run;
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
  testDinero(input: DineroFields): { organizationId: number; organizationName: string };
  testEffihub(input: EffihubFields): { accountId: string; accountName: string };
  /** Tests both, then saves both or nothing. */
  saveConnection(input: { dinero: DineroFields; effihub: EffihubFields }): ConnectionInfo;
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
  'chooseCompany',
  'nameContact',
  'createOne',
  'matchOne',
  'importOne',
  'ignoreOne',
  'unignore',
  'saveConnection',
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
  | { type: 'links'; connectionId: string; links: Link[] };

/** The port's name; views connect, the background pushes. */
export const UPDATES_PORT = 'updates';
